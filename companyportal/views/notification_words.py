"""What a notification says: in the panel with its device, in a bubble without any name."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from companyportal.records import Notification, NotificationKind


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


def panel_words(notification: Notification, name: str) -> PanelWords:
    """``name`` is the device's name, already made safe to show."""
    title, line, icon, state = _panel(notification.kind)
    return PanelWords(title.format(device=name), line, icon, state)


def bubble_words(kind: NotificationKind, *, is_demo: bool = False) -> BubbleWords:
    """Says that there is a result; and that it is only the demo, where it is."""
    titles = {
        NotificationKind.PASSCODE_READY: QCoreApplication.translate(
            "NotificationWords", "Passcode reset: done"
        ),
        NotificationKind.PASSCODE_REMOVED: QCoreApplication.translate(
            "NotificationWords", "Passcode removed"
        ),
        NotificationKind.RESET_FAILED: QCoreApplication.translate(
            "NotificationWords", "Passcode reset: failed"
        ),
        NotificationKind.RESET_NOT_SUPPORTED: QCoreApplication.translate(
            "NotificationWords", "Passcode reset: not supported"
        ),
        NotificationKind.RESET_UNKNOWN: QCoreApplication.translate(
            "NotificationWords", "Passcode reset: not confirmed"
        ),
    }
    body = QCoreApplication.translate("NotificationWords", "Open Company Portal to see the result.")
    title = titles[kind]
    if is_demo:
        title = QCoreApplication.translate("NotificationWords", "Demo: {title}").format(title=title)
    return BubbleWords(title, body)


def _panel(kind: NotificationKind) -> PanelWords:
    if kind in (NotificationKind.PASSCODE_READY, NotificationKind.PASSCODE_REMOVED):
        return _panel_of_success(kind)
    if kind is NotificationKind.RESET_FAILED:
        return PanelWords(
            QCoreApplication.translate("NotificationWords", "{device}: reset failed"),
            QCoreApplication.translate(
                "NotificationWords", "The device reported an error. The old passcode still holds."
            ),
            "error",
            "danger",
        )
    if kind is NotificationKind.RESET_NOT_SUPPORTED:
        return PanelWords(
            QCoreApplication.translate("NotificationWords", "{device}: reset not supported"),
            QCoreApplication.translate(
                "NotificationWords", "The device does not allow it. The old passcode still holds."
            ),
            "warning",
            "warning",
        )
    return PanelWords(
        QCoreApplication.translate("NotificationWords", "{device}: reset not confirmed"),
        QCoreApplication.translate("NotificationWords", "Try your old passcode on the device."),
        "unknown",
        "unknown",
    )


def _panel_of_success(kind: NotificationKind) -> PanelWords:
    if kind is NotificationKind.PASSCODE_READY:
        return PanelWords(
            QCoreApplication.translate("NotificationWords", "{device}: passcode reset"),
            QCoreApplication.translate("NotificationWords", "Open the device to see the result."),
            "check-circle",
            "success",
        )
    return PanelWords(
        QCoreApplication.translate("NotificationWords", "{device}: passcode removed"),
        QCoreApplication.translate("NotificationWords", "Set a new passcode right away."),
        "unlock",
        "success",
    )
