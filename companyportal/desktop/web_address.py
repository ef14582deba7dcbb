"""Which texts are an address that a browser may be given."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QUrl

from companyportal.endpoints import LOOPBACK_HOSTS

_LENGTH_LIMIT = 8_192


def whole_address(url: str) -> QUrl | None:
    """The address as Qt understands it, which is also what is opened; None if anything is odd."""
    if len(url) > _LENGTH_LIMIT or "\\" in url or any(_is_odd(each) for each in url):
        return None
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    return address if address.isValid() else None


def is_page(address: QUrl) -> bool:
    """Whether it is a page: https anywhere, http on this computer only, and nobody's name in it."""
    host = address.host()
    is_allowed = address.scheme() == "https" or (
        address.scheme() == "http" and host in LOOPBACK_HOSTS
    )
    return is_allowed and bool(host) and "@" not in address.authority()


def _is_odd(character: str) -> bool:
    """White space, control and invisible characters have no place in an address."""
    return unicodedata.category(character)[0] in "ZC"
