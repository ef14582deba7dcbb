"""Whom to call, in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from companyportal.organisation import Organisation
from companyportal.views.text import display

_NO_BREAK = "\u00a0"
_LONGEST = 254
"""No e-mail address or telephone number is longer."""


def support_line(organisation: Organisation) -> str:
    """The telephone number, else the address; empty where neither is known."""
    way = organisation.support_phone or organisation.support_email
    if not way:
        return ""
    desk = QCoreApplication.translate("SupportLine", "IT support")
    name = display(organisation.support_name) or desk
    line = QCoreApplication.translate("SupportLine", "{name}: {phone}")
    # A number that goes on in the next line is dialled wrong.
    return line.format(name=name, phone=display(way, _LONGEST).replace(" ", _NO_BREAK))
