"""The pages of the pretend identity provider that a person sees in a browser: /authorize and
/logout.

They are served over plain ``http://localhost``, which browsers treat as trustworthy, because no
browser would know our throw-away certificate.
"""

from __future__ import annotations

import secrets
from urllib.parse import urlencode

from aiohttp import web

from companyportal.demo.authorize_request import (
    AuthorizeRequest,
    BadRequest,
    NotOurs,
    destination,
    is_redirect_uri,
    parse,
)
from companyportal.demo.organisation import DemoPerson
from companyportal.demo.page_words import WORDS, language_of
from companyportal.demo.pages import Pages
from companyportal.demo.sessions import Sessions
from companyportal.demo.signing import login_hint_of
from companyportal.demo.tenant import Tenant
from companyportal.demo.tokens import Grant, TokenDesk


class IdentitySite:
    """Answers browsers; ``origin`` is Graph's, which scopes start with."""

    def __init__(self, tenant: Tenant, desk: TokenDesk, *, origin: str) -> None:
        self._tenant = tenant
        self._desk = desk
        self._origin = origin
        self._client_id = tenant.organisation.client_id
        self._pages = Pages(tenant.organisation)
        self._sessions = Sessions(tenant)

    def routes(self) -> list[web.RouteDef]:
        """What this site answers."""
        base = f"/{self._tenant.organisation.tenant_id}/oauth2/v2.0"
        return [
            web.get(f"{base}/authorize", self._authorize),
            web.post(f"{base}/authorize", self._form),
            web.get(f"{base}/logout", self._logout),
            web.post(f"{base}/logout", self._logout),
            web.get("/style.css", self._style),
        ]

    async def _authorize(self, request: web.Request) -> web.StreamResponse:
        """Somebody opened the address that the program made."""
        asked = self._parsed(request)
        if isinstance(asked, web.Response):
            return asked
        hinted = self._hinted(asked.login_hint)
        if (silent := self._silent_person(request, asked, hinted)) is not None:
            person, auth_time = silent
            return self._grant(request, asked, person, auth_time)
        if asked.prompt == "none":
            return self._refuse(request, "login_required", "AADSTS50058: nobody is signed in.")
        return self._sign_in_page(request, asked, hinted.username if hinted else asked.login_hint)

    async def _form(self, request: web.Request) -> web.StreamResponse:
        """The page's form came back, by one of its buttons."""
        asked = self._parsed(request)
        if isinstance(asked, web.Response):
            return asked
        form = {name: str(value) for name, value in (await request.post()).items()}
        if "cancel" in form:
            return self._refuse(request, "access_denied", "AADSTS65004: the person cancelled.")
        if "fill" in form:
            return self._sign_in_page(request, asked, form["fill"])
        if "account" in form and asked.prompt == "select_account":
            chosen = self._tenant.person(form["account"])
            if chosen and (auth_time := self._fresh(request, asked, chosen)) is not None:
                return self._grant(request, asked, chosen, auth_time)
            return self._sign_in_page(request, asked, form["account"])
        person = self._tenant.person(form.get("loginfmt", ""))
        if person is None or not secrets.compare_digest(
            person.password.encode(), form.get("passwd", "").encode()
        ):
            return self._sign_in_page(request, asked, form.get("loginfmt", ""), is_wrong=True)
        auth_time, cookie = self._sessions.sign_in(request, person)
        response = self._grant(request, asked, person, auth_time)
        self._sessions.keep(response, cookie)
        return response

    async def _logout(self, request: web.Request) -> web.StreamResponse:
        """End the browser's session; go back where that address is registered."""
        form = {name: str(value) for name, value in (await request.post()).items()}
        query = {**request.query, **form}
        target = query.get("post_logout_redirect_uri", "")
        response: web.Response
        if is_redirect_uri(target):
            state = f"?{urlencode({'state': query['state']})}" if "state" in query else ""
            response = web.Response(status=302, headers={"Location": target + state})
        else:
            response = self._html(self._pages.signed_out(self._language(request)))
        self._sessions.sign_out(request, response)
        return response

    async def _style(self, request: web.Request) -> web.Response:
        return web.Response(text=self._pages.style, content_type="text/css")

    def _parsed(self, request: web.Request) -> AuthorizeRequest | web.Response:
        """The request, or the answer that says what is wrong with it."""
        try:
            return parse(request.query, client_id=self._client_id, origin=self._origin)
        except NotOurs as error:
            return self._html(self._pages.problem(self._language(request), str(error)), 400)
        except BadRequest as error:
            return self._refuse(request, error.error, error.text)

    def _silent_person(
        self, request: web.Request, asked: AuthorizeRequest, hinted: DemoPerson | None
    ) -> tuple[DemoPerson, int] | None:
        """Who is signed in well enough to need no form."""
        if asked.prompt == "select_account":
            return None
        is_ignored = asked.prompt == "login" and "silent-sso" in self._tenant.faults
        if asked.prompt == "login" and not is_ignored:
            return None
        for user_id, auth_time in reversed(self._sessions.signed_in(request).items()):
            person = self._tenant.person(user_id)
            if person is None or (hinted is not None and person is not hinted):
                continue
            if is_ignored:
                return person, auth_time
            fresh = self._fresh(request, asked, person)
            return None if fresh is None else (person, fresh)
        return None

    def _fresh(
        self, request: web.Request, asked: AuthorizeRequest, person: DemoPerson
    ) -> int | None:
        """The person's auth_time, where it is young enough for max_age."""
        auth_time = self._sessions.auth_time(request, person)
        if auth_time is None or asked.max_age is None:
            return auth_time
        return auth_time if self._tenant.now_s() - auth_time <= asked.max_age else None

    def _hinted(self, hint: str) -> DemoPerson | None:
        """Whom a login_hint means: a username or the claim of that name."""
        for person in self._tenant.people:
            if hint == login_hint_of(person):
                return person
        return self._tenant.person(hint) if hint else None

    def _grant(
        self, request: web.Request, asked: AuthorizeRequest, person: DemoPerson, auth_time: int
    ) -> web.Response:
        code = self._desk.new_code(
            Grant(
                person=person,
                auth_time=auth_time,
                client_id=asked.client_id,
                scopes=asked.scopes,
                redirect_uri=asked.redirect_uri,
                nonce=asked.nonce,
                code_challenge=asked.code_challenge,
            )
        )
        return self._answer(request, {"code": code, "session_state": secrets.token_hex(16)})

    def _refuse(self, request: web.Request, error: str, text: str) -> web.Response:
        fields = {"error": error, "error_description": text}
        if error == "access_denied":
            fields["error_subcode"] = "cancel"
        return self._answer(request, fields)

    def _answer(self, request: web.Request, fields: dict[str, str]) -> web.Response:
        """Send the program its answer in the mode that it asked for."""
        target, state, mode = destination(request.query, self._client_id)
        if state:
            fields["state"] = state
        if mode == "query":
            location = f"{target}?{urlencode(fields)}"
            return web.Response(status=302, headers={"Location": location})
        nonce = secrets.token_urlsafe(16)
        page = self._pages.form_post(
            self._language(request), action=target, fields=fields, nonce=nonce
        )
        return self._html(page, nonce=nonce)

    def _sign_in_page(
        self, request: web.Request, asked: AuthorizeRequest, username: str, is_wrong: bool = False
    ) -> web.Response:
        kinds = {"login": "again", "select_account": "choose"}
        people = [self._tenant.person(user_id) for user_id in self._sessions.signed_in(request)]
        is_choice = asked.prompt == "select_account" and bool(people)
        page = self._pages.sign_in(
            self._language(request),
            kind=kinds.get(asked.prompt, "sign_in")
            if is_choice or asked.prompt == "login"
            else "sign_in",
            action=request.path_qs,
            path=request.path,
            query=request.query,
            username=username,
            signed_in=[person for person in people if person] if is_choice else (),
            is_wrong=is_wrong,
        )
        return self._html(page)

    def _language(self, request: web.Request) -> str:
        chosen = request.query.get("ui_locales", "").lower()[:2]
        return (
            chosen if chosen in WORDS else language_of(request.headers.get("Accept-Language", ""))
        )

    def _html(self, page: str, status: int = 200, nonce: str = "") -> web.Response:
        script = f"'nonce-{nonce}'" if nonce else "'none'"
        policy = (
            f"default-src 'none'; style-src 'self'; img-src data:; script-src {script}; "
            "form-action 'self' http://localhost:*; base-uri 'none'; frame-ancestors 'none'"
        )
        headers = {
            "Content-Security-Policy": policy,
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        return web.Response(text=page, content_type="text/html", status=status, headers=headers)
