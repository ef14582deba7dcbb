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
from companyportal.demo.html_answer import html, language
from companyportal.demo.organisation import DemoPerson
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
        if (silent := self._silent(request, asked, hinted)) is not None:
            return self._grant(request, asked, *silent)
        if asked.prompt == "none":
            return self._refuse(request, "login_required", "AADSTS50058: nobody is signed in.")
        return self._sign_in_page(request, asked, hinted.username if hinted else asked.login_hint)

    async def _form(self, request: web.Request) -> web.StreamResponse:
        """The page's form came back, by one of its buttons."""
        asked = self._parsed(request)
        if isinstance(asked, web.Response):
            return asked
        form = await _fields(request)
        if "cancel" in form:
            return self._refuse(request, "access_denied", "AADSTS65004: the person cancelled.")
        if "fill" in form:
            return self._sign_in_page(request, asked, form["fill"])
        if "account" in form and asked.prompt == "select_account":
            return self._chosen(request, asked, form["account"])
        return self._typed(request, asked, form.get("loginfmt", ""), form.get("passwd", ""))

    async def _logout(self, request: web.Request) -> web.StreamResponse:
        """End the browser's session; go back where that address is registered."""
        query = {**request.query, **await _fields(request)}
        target = query.get("post_logout_redirect_uri", "")
        if is_redirect_uri(target):
            state = f"?{urlencode({'state': query['state']})}" if "state" in query else ""
            response = web.Response(status=302, headers={"Location": target + state})
        else:
            response = html(self._pages.signed_out(language(request)))
        self._sessions.sign_out(request, response)
        return response

    async def _style(self, request: web.Request) -> web.Response:
        return web.Response(text=self._pages.style, content_type="text/css")

    def _parsed(self, request: web.Request) -> AuthorizeRequest | web.Response:
        """The request, or the answer that says what is wrong with it."""
        try:
            return parse(request.query, client_id=self._client_id, origin=self._origin)
        except NotOurs as error:
            return html(self._pages.problem(language(request), str(error)), status=400)
        except BadRequest as error:
            return self._refuse(request, error.error, error.text)

    def _chosen(self, request: web.Request, asked: AuthorizeRequest, name: str) -> web.Response:
        """Somebody pressed an account of this browser: it goes on, if it is fresh enough."""
        chosen = self._tenant.person(name)
        for person, auth_time in self._sessions.signed_in(request):
            if person is chosen and self._is_fresh(asked, auth_time):
                return self._grant(request, asked, person, auth_time)
        return self._sign_in_page(request, asked, name)

    def _typed(
        self, request: web.Request, asked: AuthorizeRequest, name: str, password: str
    ) -> web.Response:
        """Somebody typed name and password."""
        person = self._tenant.person(name)
        if person is None or not secrets.compare_digest(
            person.password.encode(), password.encode()
        ):
            return self._sign_in_page(request, asked, name, is_wrong=True)
        auth_time, cookie = self._sessions.sign_in(request, person)
        response = self._grant(request, asked, person, auth_time)
        self._sessions.keep(response, cookie)
        return response

    def _silent(
        self, request: web.Request, asked: AuthorizeRequest, hinted: DemoPerson | None
    ) -> tuple[DemoPerson, int] | None:
        """Who is signed in well enough to need no form."""
        is_ignored = asked.prompt == "login" and "silent-sso" in self._tenant.faults
        if asked.prompt in ("login", "select_account") and not is_ignored:
            return None
        for person, auth_time in self._sessions.signed_in(request):
            if hinted in (None, person):
                is_good = is_ignored or self._is_fresh(asked, auth_time)
                return (person, auth_time) if is_good else None
        return None

    def _is_fresh(self, asked: AuthorizeRequest, auth_time: int) -> bool:
        """True where max_age allows a sign-in of that time."""
        return asked.max_age is None or self._tenant.now_s() - auth_time <= asked.max_age

    def _hinted(self, hint: str) -> DemoPerson | None:
        """Whom a login_hint means: a username or the claim of that name."""
        for person in self._tenant.people:
            if hint == login_hint_of(person):
                return person
        return self._tenant.person(hint)

    def _grant(
        self, request: web.Request, asked: AuthorizeRequest, person: DemoPerson, auth_time: int
    ) -> web.Response:
        grant = Grant(
            person=person,
            auth_time=auth_time,
            client_id=asked.client_id,
            scopes=asked.scopes,
            redirect_uri=asked.redirect_uri,
            nonce=asked.nonce,
            code_challenge=asked.code_challenge,
            claims=asked.claims,
        )
        code = self._desk.new_code(grant)
        fields = {"code": code, "session_state": self._tenant.mint("STATE")}
        return self._answer(request, fields)

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
        page = self._pages.form_post(language(request), action=target, fields=fields, nonce=nonce)
        return html(page, nonce=nonce)

    def _sign_in_page(
        self, request: web.Request, asked: AuthorizeRequest, username: str, is_wrong: bool = False
    ) -> web.Response:
        kind, people = "sign_in", []
        if asked.prompt == "login":
            kind = "again"
        elif asked.prompt == "select_account":
            people = [person for person, _ in self._sessions.signed_in(request)]
            kind = "choose" if people else "sign_in"
        page = self._pages.sign_in(
            language(request),
            kind=kind,
            action=request.path_qs,
            path=request.path,
            query=request.query,
            username=username,
            signed_in=people,
            is_wrong=is_wrong,
        )
        return html(page)


async def _fields(request: web.Request) -> dict[str, str]:
    """The fields of a form; none where there is no form."""
    return {name: str(value) for name, value in (await request.post()).items()}
