"""What a notice of the program says."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from companyportal.models.notice import Notice, NoticeKind
from companyportal.views.text import display


class NoticeWords(NamedTuple):
    """One notice on the message bar."""

    title: str
    advice: str
    state: str
    """A colour family of the theme."""
    icon: str


def notice_words(notice: Notice) -> NoticeWords:
    """Its words in the language of the moment."""
    if notice.kind is NoticeKind.RENAMED:
        return _renamed(display(notice.detail))
    if notice.kind is NoticeKind.SIGNED_OUT:
        return _signed_out()
    title, advice = _titles(notice.kind)
    return NoticeWords(title, advice, "warning", "warning")


def _renamed(name: str) -> NoticeWords:
    title = QCoreApplication.translate("NoticeWords", "The device is now called “{name}”.")
    advice = QCoreApplication.translate("NoticeWords", "It may take a while until it shows this.")
    return NoticeWords(title.format(name=name), advice, "success", "check-circle")


def _signed_out() -> NoticeWords:
    title = QCoreApplication.translate("NoticeWords", "You are signed out.")
    advice = QCoreApplication.translate(
        "NoticeWords",
        "Your sign-in, your device list and your notifications left this computer.",
    )
    return NoticeWords(title, advice, "success", "check-circle")


def _titles(kind: NoticeKind) -> tuple[str, str]:
    if kind is NoticeKind.DEVICE_UNKNOWN:
        return (
            QCoreApplication.translate("NoticeWords", "The link leads to none of your devices."),
            QCoreApplication.translate(
                "NoticeWords", "The device may belong to somebody else, or it was removed."
            ),
        )
    if kind is NoticeKind.LINK_REFUSED:
        return (
            QCoreApplication.translate("NoticeWords", "This link cannot be opened."),
            QCoreApplication.translate(
                "NoticeWords", "It leads to no page of this program. Nothing was changed."
            ),
        )
    return (
        QCoreApplication.translate("NoticeWords", "The start with the computer was not changed."),
        QCoreApplication.translate(
            "NoticeWords", "This computer does not allow it. IT support can help."
        ),
    )
