"""Hands an address to the person's own browser, mail program or telephone, if it is harmless.

Addresses come from us (sign-in), from the organisation (support site, mail, phone) and so from
whoever may write there. What is not plainly one of the few kinds below is refused.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QUrl, QUrlQuery
from PySide6.QtGui import QDesktopServices

from companyportal.desktop.web_address import is_page, whole_address

_MAILBOX = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
"""Source: https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address (shortened)"""
_MAIL_FIELDS = frozenset({"subject", "body"})
_PHONE = re.compile(r"\+?[0-9().-]+(;ext=[0-9]+)?")
"""RFC 3966 without what a telephone would take for a command (``*`` and ``#``)."""


def open_in_browser(url: str) -> bool:
    """Open a page: https anywhere, http on this computer only. False: refused, or there is no
    browser.
    """
    address = whole_address(url)
    if address is None or not is_page(address):
        return False
    return QDesktopServices.openUrl(address)


def open_link(url: str) -> bool:
    """Open an organisation's link: https, ``mailto:`` with one mailbox, or ``tel:``. False:
    refused, or nothing can open it.
    """
    address = whole_address(url)
    if address is None:
        return False
    match address.scheme():
        case "https":
            is_allowed = is_page(address)
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


def _is_mail(address: QUrl) -> bool:
    fields = QUrlQuery(address).queryItems()
    if any(name.lower() not in _MAIL_FIELDS for name, _ in fields):
        return False
    is_plain = not address.authority() and not address.fragment()
    return is_plain and bool(_MAILBOX.fullmatch(address.path()))
