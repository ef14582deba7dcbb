"""Hands an address to the person's own browser, mail program or telephone, if it is harmless.

Addresses come from us (sign-in), from the organisation (support site, mail, phone) and so from
whoever may write there. What is not plainly one of the few kinds below is refused.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices

from companyportal.endpoints import LOOPBACK_HOSTS

_LENGTH_LIMIT = 8_192
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
"""Source: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address (shortened)"""
_MAIL_FIELDS = frozenset({"subject", "body"})
_PHONE = re.compile(r"\+?[0-9().-]+(;ext=[0-9]+)?")
"""RFC 3966 without what a telephone would take for a command (``*`` and ``#``)."""


def open_in_browser(url: str) -> bool:
    """Open a page: https anywhere, http on this computer only. False: refused, or there is no
    browser.
    """
    address = _parsed(url)
    if address is None or not _is_page(address):
        return False
    return QDesktopServices.openUrl(address)


def open_link(url: str) -> bool:
    """Open an organisation's link: https, ``mailto:`` with one mailbox, or ``tel:``. False:
    refused, or nothing can open it.
    """
    address = _parsed(url)
    if address is None:
        return False
    match address.scheme():
        case "https":
            is_allowed = _is_page(address)
        case "mailto":
            is_allowed = _is_mail(address)
        case "tel":
            is_allowed = bool(_PHONE.fullmatch(url.partition(":")[2]))
        case _:
            is_allowed = False
    return is_allowed and QDesktopServices.openUrl(address)


def open_folder(path: str) -> bool:
    """Show a folder in the person's file manager; never a file, which would be run or opened."""
    return Path(path).is_dir() and QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _parsed(url: str) -> QUrl | None:
    """The address as Qt understands it, which is also what Qt opens; None if anything is odd."""
    if len(url) > _LENGTH_LIMIT or "\\" in url or any(_is_odd(each) for each in url):
        return None
    address = QUrl(url, QUrl.ParsingMode.StrictMode)
    return address if address.isValid() else None


def _is_odd(character: str) -> bool:
    """White space, control and invisible characters have no place in an address."""
    return unicodedata.category(character)[0] in "ZC"


def _is_page(address: QUrl) -> bool:
    host = address.host()
    is_allowed = address.scheme() == "https" or (
        address.scheme() == "http" and host in LOOPBACK_HOSTS
    )
    return is_allowed and bool(host) and "@" not in address.authority()


def _is_mail(address: QUrl) -> bool:
    fields = QUrlQuery(address).queryItems()
    if any(name.lower() not in _MAIL_FIELDS for name, _ in fields):
        return False
    is_plain = not address.authority() and not address.fragment()
    return is_plain and bool(_MAILBOX.fullmatch(address.path()))
