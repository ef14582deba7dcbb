"""What an answer of the service means: the only place where HTTP becomes PortalError.

Errors take along the status, Graph's error code and the request id, and never a message or body:
those may hold names, addresses and, in an action's result, a passcode.

Source: https://learn.microsoft.com/graph/errors. Intune nests its own error as JSON text inside
``error.message`` and may answer 401 for what is plainly 403
(https://github.com/microsoftgraph/microsoft-graph-docs/issues/13096).
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from companyportal.errors import (
    CaptivePortal,
    Conflict,
    ForeignAddress,
    NotFound,
    NotPermitted,
    RequestRefused,
    ServiceFailed,
    SignInRequired,
    Throttled,
)
from companyportal.graph.intune_refusals import kind_of
from companyportal.graph.retry_after import retry_after_s

CLAIMS_WANTED = "insufficient_claims"
JSON = "application/json"
PICTURE = "image/*"
"""What is accepted where a picture is asked for."""
LARGEST_CLAIMS = 4 * 1024
"""Bytes of a decoded claims challenge; real ones are some hundred."""
_FORBIDDEN = frozenset({"forbidden", "authorization_requestdenied", "accessdenied"})
_MEANT_BY_STATUS: dict[int, type[NotPermitted | NotFound | Conflict]] = {
    403: NotPermitted,
    404: NotFound,
    409: Conflict,
    410: NotFound,
    412: Conflict,
}


@dataclass(frozen=True, slots=True)
class Reply:
    """A good answer: JSON text, the service's own time, and the id by which it knows the request.

    ``body`` may hold a passcode: it has no part in the repr and is never logged.
    """

    body: bytes = field(repr=False)
    date: datetime | None
    request_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One complete answer as it came, whatever its status."""

    status: int
    content_type: str = ""
    date: datetime | None = None
    request_id: str = ""
    retry_after: str | None = None
    challenges: Sequence[str] = field(default=(), repr=False)
    """The WWW-Authenticate headers; there may be several."""
    body: bytes = field(default=b"", repr=False)

    @property
    def is_page(self) -> bool:
        """True for HTML: somebody's web page, never an answer of Graph."""
        return "html" in self.content_type or self.body.lstrip()[:1] == b"<"

    @property
    def is_success(self) -> bool:
        """2xx."""
        return 200 <= self.status < 300

    @property
    def claims(self) -> str:
        """The claims challenge as JSON text, or empty where there is none that can be used."""
        return claims_challenge(self.challenges) if self.status in (401, 403) else ""


Refusal = (
    SignInRequired
    | NotPermitted
    | NotFound
    | Conflict
    | Throttled
    | RequestRefused
    | ServiceFailed
    | ForeignAddress
    | CaptivePortal
)


def reply_of(answer: Answer) -> Reply | Refusal:
    """A read's answer as a Reply, or the error that it means (not raised here)."""
    if not answer.is_success:
        return refusal_of(answer)
    facts: dict[str, Any] = {"status": answer.status, "request_id": answer.request_id}
    body = answer.body.removeprefix(b"\xef\xbb\xbf").strip()
    if answer.is_page or (body and "json" not in answer.content_type):
        return CaptivePortal(**facts)
    if not (body.startswith(b"{") and body.endswith(b"}")):
        return ServiceFailed(code="truncated", **facts)
    return Reply(body, answer.date, answer.request_id)


def picture_of(answer: Answer) -> Reply | Refusal:
    """As ``reply_of``, for whoever asked for a picture."""
    if not answer.is_success:
        return refusal_of(answer)
    if answer.body and not answer.content_type.startswith("image/"):
        return CaptivePortal(status=answer.status, request_id=answer.request_id)
    return Reply(answer.body, answer.date, answer.request_id)


def refusal_of(answer: Answer) -> Refusal:
    """The error that a complete answer other than 2xx means (not raised here)."""
    status = answer.status
    code, request_id = graph_error(answer.body)
    facts: dict[str, Any] = {"status": status, "request_id": answer.request_id or request_id}
    if not answer.is_page and not answer.claims:
        kind = kind_of(status, answer.body, has_wait=bool(answer.retry_after))
        if kind is not None:
            return kind(code=code, **facts)
    if status == 429:
        wait_s = retry_after_s(answer.retry_after, answer.date)
        return Throttled(code=code, retry_after_s=wait_s, **facts)
    if 300 <= status < 400:
        return ForeignAddress(code="redirect", **facts)
    if status == 511 or (status < 500 and answer.is_page):
        return CaptivePortal(**facts)
    if status >= 500 or status == 408:
        wait = answer.retry_after
        wait_s_or_none = retry_after_s(wait, answer.date) if wait else None
        return ServiceFailed(code=code, retry_after_s=wait_s_or_none, **facts)
    if status == 401 or answer.claims:
        return _unauthorised(answer, code, facts)
    return _MEANT_BY_STATUS.get(status, RequestRefused)(code=code, **facts)


def _unauthorised(
    answer: Answer, code: str, facts: dict[str, Any]
) -> SignInRequired | NotPermitted:
    """A new token helps, except where the body says that the person may not."""
    if answer.claims:
        return SignInRequired(code=CLAIMS_WANTED, **facts)
    if code.lower() in _FORBIDDEN:
        return NotPermitted(code=code, **facts)
    return SignInRequired(code=code, **facts)


def graph_error(body: bytes) -> tuple[str, str]:
    """Graph's error code, the innermost that says something, and the request id; or empty texts."""
    error = _object(body).get("error")
    if not isinstance(error, dict):
        return "", ""
    code = word(error.get("code"))
    inner = error.get("innerError", error.get("innererror"))
    inner = inner if isinstance(inner, dict) else {}
    request_id = word(inner.get("request-id", inner.get("requestId")))
    nested = error.get("message")
    for _ in range(3):
        told = _object(nested) if isinstance(nested, str) else {}
        code = word(told.get("ErrorCode", told.get("code"))) or code
        nested = told.get("Message", told.get("message"))
    return code, request_id


def claims_challenge(challenges: Sequence[str]) -> str:
    """The JSON text of the first usable ``claims`` among WWW-Authenticate headers, or empty.

    Base64 in either alphabet, padded or not. Anything oversized or not of the shape that MSAL
    merges with its own claims is no challenge: it would only be handed on to the sign-in page.

    Source: https://learn.microsoft.com/entra/identity-platform/claims-challenge
    """
    for challenge in challenges:
        found = re.search(r'\bclaims\s*=\s*"?([A-Za-z0-9+/_=-]+)', challenge, re.IGNORECASE)
        if found and (text := _decoded(found[1])):
            return text
    return ""


def _decoded(encoded: str) -> str:
    plain = encoded.rstrip("=").replace("-", "+").replace("_", "/")
    if len(plain) > LARGEST_CLAIMS * 4 // 3:
        return ""
    try:
        raw = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
        text = raw.decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""
    claims = _object(raw)
    return text if claims and isinstance(claims.get("access_token", {}), dict) else ""


def _object(text: str | bytes) -> dict[str, Any]:
    """The JSON object in ``text``; an empty one for everything else."""
    try:
        read = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return read if isinstance(read, dict) else {}


def word(value: object) -> str:
    """A code or an id; a text that could be a message, a name or an address is dropped."""
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9_.:-]{1,64}", value):
        return value
    return ""
