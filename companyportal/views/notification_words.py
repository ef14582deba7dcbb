"""What a notification says: in the panel with its device, in a bubble without any name."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from companyportal.domain import Action
from companyportal.records import News, Notification, Outcome
from companyportal.views.news_titles import news_title


class PanelWords(NamedTuple):
    """One entry behind the bell."""

    title: str
    line: str
    icon: str
    state: str
    """A colour family of the theme: success, danger, info, unknown."""


class BubbleWords(NamedTuple):
    """One bubble; it may appear on a lock screen, so it names nobody and nothing."""

    title: str
    body: str


_LOOKS = {
    Outcome.READY: ("check-circle", "success"),
    Outcome.DONE: ("check-circle", "success"),
    Outcome.FAILED: ("error", "danger"),
    Outcome.NOT_SUPPORTED: ("warning", "warning"),
    Outcome.UNKNOWN: ("unknown", "unknown"),
}


def panel_words(notification: Notification, name: str) -> PanelWords:
    """``name`` is the device's name, already made safe to show."""
    news = notification.news
    icon, state = _LOOKS[news.outcome]
    if news == News(Action.RESET_PASSCODE, Outcome.DONE):
        icon = "unlock"
    title = QCoreApplication.translate("NotificationWords", "{device}: {news}")
    return PanelWords(title.format(device=name, news=news_title(news)), _line(news), icon, state)


def bubble_words(news: News, *, is_demo: bool = False) -> BubbleWords:
    """Says that there is a result; and that it is only the demo, where it is."""
    title = news_title(news)
    title = title[:1].upper() + title[1:]
    body = QCoreApplication.translate("NotificationWords", "Open Company Portal to see the result.")
    if is_demo:
        title = QCoreApplication.translate("NotificationWords", "Demo: {title}").format(title=title)
    return BubbleWords(title, body)


def _line(news: News) -> str:
    """What to know or to do now."""
    if news.action is Action.RESET_PASSCODE:
        return _line_of_reset(news.outcome)
    return {
        Outcome.READY: QCoreApplication.translate(
            "NotificationWords", "Open the device to see the result."
        ),
        Outcome.DONE: QCoreApplication.translate("NotificationWords", "The device has answered."),
        Outcome.FAILED: QCoreApplication.translate(
            "NotificationWords", "The device reported an error. Try again, or ask IT support."
        ),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate(
            "NotificationWords", "The device does not allow it. Nothing was changed."
        ),
        Outcome.UNKNOWN: QCoreApplication.translate(
            "NotificationWords", "We do not know whether it worked. Look at the device."
        ),
    }[news.outcome]


def _line_of_reset(outcome: Outcome) -> str:
    return {
        Outcome.READY: QCoreApplication.translate(
            "NotificationWords", "Open the device to see the result."
        ),
        Outcome.DONE: QCoreApplication.translate(
            "NotificationWords", "Set a new passcode right away."
        ),
        Outcome.FAILED: QCoreApplication.translate(
            "NotificationWords", "The device reported an error. The old passcode still holds."
        ),
        Outcome.NOT_SUPPORTED: QCoreApplication.translate(
            "NotificationWords", "The device does not allow it. The old passcode still holds."
        ),
        Outcome.UNKNOWN: QCoreApplication.translate(
            "NotificationWords", "Try your old passcode on the device."
        ),
    }[outcome]
