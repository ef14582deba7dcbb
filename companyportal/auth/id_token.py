"""Says whether an ID token is what it claims to be; nothing is unlocked before this has passed.

MSAL compares the nonce and nothing else: it accepts a forged signature, a foreign issuer or
audience and an expiry in the past (measured with 1.39; it says so itself since 1.38). So every
interactive sign-in is checked here, in full. The wall clock plays no part: the caller passes the
identity provider's own time.

The module is imported where it is used, because PyJWT costs time at start.

Source: OpenID Connect Core 1.0, 3.1.3.7;
https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference
"""

from __future__ import annotations

import base64
import hmac
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, NoReturn

import jwt

from companyportal.domain import Account, Person
from companyportal.errors import TokenInvalid

MAX_TOKEN_BYTES = 16 * 1024
"""Entra's own are 1 to 2 KiB; group claims are cut by it long before this."""
_ALGORITHM = "RS256"
_REFUSED_HEADERS = ("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip", "enc")
"""Members by which a token would choose its own key or its own rules. Source: RFC 7515, 4.1."""
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_SEGMENT = re.compile(r"[A-Za-z0-9_-]+")
_EARLIEST_AUTH_TIME = 1_000_000_000
_LATEST_AUTH_TIME = 9_999_999_999
"""Seconds have ten digits from 2001 to 2286; milliseconds have thirteen."""
_SURPRISES = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """What a validated ID token says, as far as the program uses it."""

    person: Person
    auth_time: int | None
    """When the credentials were typed, in seconds since 1970; None where the claim is absent."""
    username: str
    display_name: str
    login_hint: str
    """The opaque login_hint claim where the organisation issues it, else the username."""
    nonce: str = field(repr=False)

    @property
    def account(self) -> Account:
        """The person as the rest of the program knows them."""
        return Account(
            person=self.person,
            username=self.username,
            display_name=self.display_name,
            login_hint=self.login_hint,
        )


def validate(
    token: str,
    *,
    keys: Mapping[str, Any],
    client_id: str,
    issuer: str,
    tenant_id: str,
    nonce: str,
    now_s: int,
) -> Claims:
    """Check everything and return the claims; any doubt refuses.

    ``keys`` maps the provider's key ids to RSA public keys; ``nonce`` is the value that was sent
    (MSAL sends a hash of its own); ``now_s`` is the provider's time in seconds since 1970.

    Raises: TokenInvalid; its code is alg, kid, signature, issuer, audience, tenant, subject,
    nonce, early, expired, auth_time or malformed. It never carries a claim or a part of the token.
    """
    with suppress(*_SURPRISES):
        payload = _verified_payload(token, keys)
        _check_issued_for(payload, client_id=client_id, issuer=issuer, tenant_id=tenant_id)
        _check_this_flow(payload, nonce=nonce, now_s=now_s)
        return _claims(payload)
    # Raised out here, so that the foreign error, which may quote the token, is not its context.
    raise TokenInvalid(code="malformed")


def _verified_payload(token: str, keys: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(token, str) or len(token) > MAX_TOKEN_BYTES:
        _refuse("malformed")
    header_text, payload_text, signature_text = token.split(".")
    header = _json_object(_decoded(header_text))
    if header.get("alg") != _ALGORITHM:
        _refuse("alg")
    if any(name in header for name in _REFUSED_HEADERS) or header.get("typ", "JWT") != "JWT":
        _refuse("malformed")
    kid = header.get("kid")
    if not isinstance(kid, str) or kid not in keys:
        _refuse("kid")
    _decoded(payload_text)
    _decoded(signature_text)
    content = None
    with suppress(jwt.PyJWTError):
        content = jwt.PyJWS().decode(token, keys[kid], algorithms=[_ALGORITHM])
    if content is None:
        _refuse("signature")
    return _json_object(content)


def _check_issued_for(
    payload: Mapping[str, Any], *, client_id: str, issuer: str, tenant_id: str
) -> None:
    if not _is_text(payload.get("iss"), issuer):
        _refuse("issuer")
    if not _is_text(payload.get("aud"), client_id):
        _refuse("audience")
    tenant = payload.get("tid")
    if not isinstance(tenant, str) or tenant.casefold() != tenant_id.casefold():
        _refuse("tenant")


def _check_this_flow(payload: Mapping[str, Any], *, nonce: str, now_s: int) -> None:
    answered = payload.get("nonce")
    if not isinstance(answered, str) or not nonce:
        _refuse("nonce")
    if not hmac.compare_digest(answered.encode(), nonce.encode()):
        _refuse("nonce")
    # Entra dates nbf back by five minutes, so no clock of its own can be behind it.
    begins, expires = payload.get("nbf", 0), payload.get("exp")
    if type(begins) is not int or type(expires) is not int:
        _refuse("malformed")
    if begins > now_s:
        _refuse("early")
    if expires <= now_s:
        _refuse("expired")


def _claims(payload: Mapping[str, Any]) -> Claims:
    user_id = payload.get("oid")
    if not isinstance(user_id, str) or not _GUID.fullmatch(user_id.lower()):
        _refuse("subject")
    username = _text(payload, "preferred_username") or _text(payload, "upn")
    return Claims(
        person=Person(payload["tid"].casefold(), user_id.casefold()),
        auth_time=_auth_time(payload),
        username=username,
        display_name=_text(payload, "name") or username,
        login_hint=_text(payload, "login_hint") or username,
        nonce=payload["nonce"],
    )


def _auth_time(payload: Mapping[str, Any]) -> int | None:
    if "auth_time" not in payload:
        return None
    value = payload["auth_time"]
    # ``type`` and not ``isinstance``: True is an int too.
    if type(value) is not int or not _EARLIEST_AUTH_TIME <= value <= _LATEST_AUTH_TIME:
        _refuse("auth_time")
    return value


def _text(payload: Mapping[str, Any], name: str) -> str:
    """A claim for display; anything but text counts as absent, half a character as malformed."""
    value = payload.get(name, "")
    if not isinstance(value, str):
        return ""
    value.encode()
    return value


def _is_text(value: object, expected: str) -> bool:
    return isinstance(value, str) and value == expected


def _decoded(segment: str) -> bytes:
    """Strict base64url: Python's decoder skips foreign characters."""
    if not _SEGMENT.fullmatch(segment):
        _refuse("malformed")
    return base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))


def _json_object(content: bytes) -> dict[str, Any]:
    value = json.loads(
        content.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refuse_constant
    )
    if not isinstance(value, dict):
        _refuse("malformed")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Two members of one name: which one counts would depend on the reader."""
    members = dict(pairs)
    if len(members) != len(pairs):
        _refuse("malformed")
    return members


def _refuse_constant(_name: str) -> NoReturn:
    """NaN and Infinity are no JSON."""
    _refuse("malformed")


def _refuse(code: str) -> NoReturn:
    raise TokenInvalid(code=code)
