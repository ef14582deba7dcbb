"""What a program asks of /authorize, checked as Entra checks it: first whether the answer may go to
that address at all, then the rest.

Source: https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from companyportal.demo.tokens import unknown_scopes

PROMPTS = ("", "login", "select_account", "none", "consent")
MODES = ("query", "form_post")
_CHALLENGE = re.compile(r"[A-Za-z0-9._~-]{43,128}")


class NotOurs(Exception):
    """The request must not be answered by a redirect; the text is shown on a page."""


class BadRequest(Exception):
    """The program is told, by OAuth error and text."""

    def __init__(self, error: str, text: str) -> None:
        super().__init__(text)
        self.error = error
        self.text = text


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizeRequest:
    """The part of the request that is safe to rely on."""

    client_id: str
    redirect_uri: str
    state: str
    response_mode: str
    scopes: tuple[str, ...]
    prompt: str
    nonce: str
    code_challenge: str
    login_hint: str
    max_age: int | None
    claims: str


def is_redirect_uri(text: str) -> bool:
    """True for ``http://localhost`` with any port and the path "/": what is registered."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    is_plain = not (parts.query or parts.fragment or parts.username or parts.password)
    is_local = parts.scheme == "http" and parts.hostname == "localhost" and port != 0
    return is_local and is_plain and parts.path in ("", "/") and text.isascii()


def destination(query: Mapping[str, str], client_id: str) -> tuple[str, str, str]:
    """Redirect URI, state and response mode of a request that may be answered.

    Raises: NotOurs.
    """
    if query.get("client_id", "").lower() != client_id:
        raise NotOurs("AADSTS700016: there is no application with this client_id.")
    redirect_uri = query.get("redirect_uri", "")
    if not is_redirect_uri(redirect_uri):
        raise NotOurs("AADSTS50011: this redirect URI is not registered.")
    mode = query.get("response_mode", "query")
    if mode not in MODES:
        raise NotOurs("AADSTS70007: this response_mode is not supported.")
    return redirect_uri, query.get("state", ""), mode


def parse(query: Mapping[str, str], *, client_id: str, origin: str) -> AuthorizeRequest:
    """The whole request; ``origin`` is what the scopes of Graph start with.

    Raises: NotOurs, BadRequest.
    """
    redirect_uri, state, mode = destination(query, client_id)
    if query.get("response_type") != "code":
        raise BadRequest("unsupported_response_type", "AADSTS700051: only code is supported.")
    if query.get("code_challenge_method") != "S256" or not _CHALLENGE.fullmatch(
        query.get("code_challenge", "")
    ):
        raise BadRequest("invalid_request", "AADSTS9002325: PKCE with S256 is required.")
    if query.get("prompt", "") not in PROMPTS:
        raise BadRequest("invalid_request", "AADSTS90023: this prompt is not supported.")
    scopes = tuple(query.get("scope", "").split())
    if not scopes or unknown_scopes(scopes, origin):
        raise BadRequest("invalid_scope", "AADSTS70011: the scope is not valid.")
    return AuthorizeRequest(
        client_id=client_id,
        redirect_uri=redirect_uri,
        state=state,
        response_mode=mode,
        scopes=scopes,
        prompt=query.get("prompt", ""),
        nonce=query.get("nonce", ""),
        code_challenge=query.get("code_challenge", ""),
        login_hint=query.get("login_hint", ""),
        max_age=_max_age(query.get("max_age")),
        claims=query.get("claims", ""),
    )


def _max_age(text: str | None) -> int | None:
    if text is None:
        return None
    if not text.isdecimal():
        raise BadRequest("invalid_request", "AADSTS90014: max_age must be a number of seconds.")
    return int(text)
