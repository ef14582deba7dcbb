"""Bubbles: the desktop's short-lived messages outside the window.

A bubble is a copy of what is behind the bell, so nothing is lost where a desktop shows none. It
never holds a passcode or a person's name: it may appear on a lock screen or before the next
person. Whoever calls chooses the words; here they are made harmless.

Linux talks to the notification service directly, since Qt drops bubbles silently where there is no
tray icon, as on stock GNOME; elsewhere the tray icon shows them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from companyportal.desktop.bubble_text import BODY_LIMIT, TITLE_LIMIT, one_line
from companyportal.desktop.bus_bubbles import BusBubbles

_TRAY_TITLE_LIMIT = min(TITLE_LIMIT, 63)
_TRAY_BODY_LIMIT = min(BODY_LIMIT, 255)
"""What Windows keeps of each.

Source: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw
"""


class Bubbles(Protocol):
    """Shows bubbles and withdraws them.

    Signals:
        clicked(notification_id: str): the person clicked that bubble.
    """

    @property
    def clicked(self) -> SignalInstance: ...

    async def start(self) -> None:
        """Get ready; may be left out, then the first bubble does it."""
        ...

    async def show(self, notification_id: str, title: str, body: str) -> bool:
        """Show a bubble, in place of the one of the same id. False: the desktop took none."""
        ...

    async def withdraw(self, notification_id: str) -> None:
        """Take that bubble away, if it is still there."""
        ...

    async def withdraw_all(self) -> None:
        """Take every bubble away, at sign-out."""
        ...

    async def close(self) -> None:
        """Let go of the desktop; bubbles on the screen stay. Nothing is shown after it."""
        ...


class TrayBubbles(QObject):
    """Bubbles of the tray icon, which knows no ids: a click means the last one, and one that is
    shown cannot be taken away. A withdrawn one only leads nowhere.
    """

    clicked = Signal(str)

    def __init__(
        self, tray_show: Callable[[str, str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tray_show = tray_show
        self._last: str | None = None

    async def start(self) -> None:
        """See Bubbles."""

    async def show(self, notification_id: str, title: str, body: str) -> bool:
        """See Bubbles."""
        self._last = notification_id
        self._tray_show(one_line(title, _TRAY_TITLE_LIMIT), one_line(body, _TRAY_BODY_LIMIT))
        return True

    async def withdraw(self, notification_id: str) -> None:
        """See Bubbles."""
        if self._last == notification_id:
            self._last = None

    async def withdraw_all(self) -> None:
        """See Bubbles."""
        self._last = None

    async def close(self) -> None:
        """See Bubbles."""
        self._last = None

    def click(self) -> None:
        """The tray icon says that its bubble was clicked: connect ``messageClicked`` to this."""
        if self._last is not None:
            self.clicked.emit(self._last)


class NullBubbles(QObject):
    """No bubbles: the kiosk, a desktop without any, or a person who switched them off."""

    clicked = Signal(str)

    async def start(self) -> None:
        """See Bubbles."""

    async def show(self, notification_id: str, title: str, body: str) -> bool:
        """See Bubbles."""
        return False

    async def withdraw(self, notification_id: str) -> None:
        """See Bubbles."""

    async def withdraw_all(self) -> None:
        """See Bubbles."""

    async def close(self) -> None:
        """See Bubbles."""


def open_bubbles(tray_show: Callable[[str, str], None] | None) -> Bubbles:
    """What this desktop offers; ``tray_show(title, body)`` is the tray icon's, if there is one."""
    if sys.platform == "linux":
        return BusBubbles()
    return TrayBubbles(tray_show) if tray_show is not None else NullBubbles()
