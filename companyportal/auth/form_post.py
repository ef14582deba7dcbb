"""Reads one HTTP request strictly and says whether it is the form post of a sign-in page.

Any program on this computer and any web page in the person's browser can reach the loopback port,
so everything that is not exactly the expected request is ``Hostile``, without saying why.

Source: OAuth 2.0 Form Post Response Mode, 2; RFC 9112; RFC 8252, 8.3.
"""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Set as AbstractSet
from urllib.parse import parse_qsl

MAX_HEAD_BYTES = 16 * 1024
MAX_BODY_BYTES = 16 * 1024
_MAX_FIELDS = 32
_FORM = "application/x-www-form-urlencoded"
_SINGLE = ("host", "content-length", "content-type", "origin")


class Hostile(Exception):
    """Not the request that is waited for."""


async def read_form(
    reader: asyncio.StreamReader,
    *,
    port: int,
    origins: AbstractSet[str],
    head_limit_s: float,
    body_limit_s: float,
) -> bytes:
    """The body of a well-formed form post to ``/`` from an allowed origin, not yet looked at.

    Raises: Hostile; TimeoutError and the reader's own errors where it does not come whole.
    """
    async with asyncio.timeout(head_limit_s):
        head = await reader.readuntil(b"\r\n\r\n")
    length = _checked_head(head, port, origins)
    async with asyncio.timeout(body_limit_s):
        return await reader.readexactly(length)


def parse_answer(body: bytes, state: str) -> dict[str, str]:
    """The fields of the one right answer: our state, and either a code or an error.

    The state is compared in constant time before any other field is looked at.

    Raises: Hostile
    """
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=_MAX_FIELDS,
        )
    except ValueError:
        raise Hostile from None
    fields = dict(pairs)
    if not hmac.compare_digest(fields.get("state", "").encode(), state.encode()):
        raise Hostile
    if len(fields) != len(pairs) or bool(fields.get("code")) == bool(fields.get("error")):
        raise Hostile
    return fields


def _checked_head(head: bytes, port: int, origins: AbstractSet[str]) -> int:
    """The body's length, where everything in the head is as expected."""
    try:
        request, *lines = head[:-4].decode("ascii").split("\r\n")
    except UnicodeDecodeError:
        raise Hostile from None
    if request not in ("POST / HTTP/1.1", "POST / HTTP/1.0"):
        raise Hostile
    headers = _headers(lines)
    if "transfer-encoding" in headers or "expect" in headers:
        raise Hostile
    if headers.get("host", "").lower() not in _hosts(port):
        raise Hostile
    if headers.get("origin", "null") not in origins | {"null"}:
        raise Hostile
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    length = headers.get("content-length", "")
    if media_type != _FORM or not length.isdigit() or len(length) > 5:
        raise Hostile
    if int(length) > MAX_BODY_BYTES:
        raise Hostile
    return int(length)


def _headers(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        key = name.lower()
        if not colon or not name or name != name.strip() or (key in _SINGLE and key in headers):
            raise Hostile
        headers[key] = value.strip()
    return headers


def _hosts(port: int) -> tuple[str, ...]:
    """A name that was rebound to 127.0.0.1 by DNS is not among them."""
    return (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}")
