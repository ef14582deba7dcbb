"""Links, addresses, ids and colours that somebody typed into an admin page, or nothing.

Links count only as https with a plain host, addresses only as a bare address, colours only as
``#RRGGBB``.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from companyportal.graph.mapping import text

LONGEST_LINK = 2048
_MAIL_ADDRESS = re.compile(r"[^\s@?&%<>\"',;:()]+@[^\s@?&%<>\"',;:()]+")
_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def link(value: str | None) -> str:
    """An https address as it came, or nothing."""
    address = text(value)
    if len(address) > LONGEST_LINK or re.search(r"[\s\x00-\x1f\x7f\\]", address):
        return ""
    try:
        parts = urlsplit(address)
        is_good = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        return ""
    return address if is_good else ""


def mail_address(value: str | None) -> str:
    """A bare e-mail address, or nothing."""
    address = text(value)
    return address if _MAIL_ADDRESS.fullmatch(address) else ""


def guid(value: str | None) -> str:
    """A GUID in lower case, or nothing: an id becomes part of a path."""
    given = text(value).lower()
    return given if _GUID.fullmatch(given) else ""


def colour(value: str | None) -> str:
    """``#RRGGBB``, or nothing."""
    given = text(value)
    return given.upper() if _COLOUR.fullmatch(given) else ""
