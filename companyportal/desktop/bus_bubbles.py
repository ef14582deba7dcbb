"""Bubbles on Linux: calls of ``org.freedesktop.Notifications``.

Works without a tray icon and without a screen. The service may be missing, start late, hang or
restart; ``show`` then says False, and the next one tries again.

Source: https://specifications.freedesktop.org/notification-spec/latest/
"""

from __future__ import annotations

import asyncio
import html
import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from companyportal.desktop.bubble_text import BODY_LIMIT, TITLE_LIMIT, one_line
from companyportal.desktop.bus import BUS_NAME, Bus

if TYPE_CHECKING:
    from dbus_fast import Message

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_RULES = (
    f"type='signal',sender='{_NAME}',interface='{_NAME}',path='{_PATH}'",
    f"type='signal',sender='{BUS_NAME}',member='NameOwnerChanged',arg0='{_NAME}'",
)
_EXPIRED = 1
_SERVICE_DECIDES = -1
_NORMAL_URGENCY = 1
_TOKEN_LIMIT = 256


class BusBubbles(QObject):
    """Bubbles of the desktop's notification service; see ``bubbles.Bubbles``."""

    clicked = Signal(str)

    def __init__(self, parent: QObject | None = None, *, limit_s: float = 2.0) -> None:
        """``limit_s`` bounds each call of the service."""
        super().__init__(parent)
        self._bus = Bus("session", self._on_signal, rules=_RULES, limit_s=limit_s)
        self._shown: dict[str, int] = {}
        self._features: frozenset[str] | None = None
        self._service = ""

    @cached_property
    def _turn(self) -> asyncio.Lock:
        """One after the other: a bubble on its way when somebody signs out is withdrawn as well.

        Made at its first use, after the first paint: until then asyncio is not imported.
        """
        return asyncio.Lock()

    async def start(self) -> None:
        """See Bubbles."""
        await self._read_features()

    async def show(self, notification_id: str, title: str, body: str) -> bool:
        """See Bubbles."""
        async with self._turn:
            features = await self._read_features()
            if features is None:
                return False
            arguments = self._arguments(notification_id, title, body, features)
            reply = await self._call("Notify", "susssasa{sv}i", *arguments)
            if reply is None or reply.signature != "u":
                return False
            self._shown[notification_id] = reply.body[0]
            return True

    async def withdraw(self, notification_id: str) -> None:
        """See Bubbles."""
        async with self._turn:
            await self._close_bubble(notification_id)

    async def withdraw_all(self) -> None:
        """See Bubbles."""
        async with self._turn:
            await asyncio.gather(*(self._close_bubble(each) for each in tuple(self._shown)))

    async def close(self) -> None:
        """See Bubbles."""
        self._forget_service()
        await self._bus.close()

    async def _close_bubble(self, notification_id: str) -> None:
        number = self._shown.pop(notification_id, None)
        # Without the connection the number may by now be another program's bubble.
        if number is not None and self._bus.is_connected:
            await self._call("CloseNotification", "u", number)

    async def _read_features(self) -> frozenset[str] | None:
        """What the service can do, asked once per service; None where there is none."""
        if self._features is not None and self._bus.is_connected:
            return self._features
        self._forget_service()
        reply = await self._call("GetCapabilities")
        if reply is None or reply.signature != "as":
            return None
        self._service = reply.sender or ""
        self._features = frozenset(reply.body[0])
        return self._features

    def _arguments(
        self, notification_id: str, title: str, body: str, features: frozenset[str]
    ) -> tuple[Any, ...]:
        """The arguments of Notify, in its order."""
        from dbus_fast import Variant

        title, body = one_line(title, TITLE_LIMIT), one_line(body, BODY_LIMIT)
        if "body-markup" in features:
            body = html.escape(body, quote=False)
        desktop_file = QGuiApplication.desktopFileName() or "companyportal"
        hints = {
            "desktop-entry": Variant("s", desktop_file),
            "urgency": Variant("y", _NORMAL_URGENCY),
        }
        return (
            QGuiApplication.applicationDisplayName(),
            self._shown.get(notification_id, 0),
            desktop_file,
            title,
            body,
            # A service may show the label of the default action: the title is already translated.
            ["default", title] if "actions" in features else [],
            hints,
            _SERVICE_DECIDES,
        )

    async def _call(self, member: str, signature: str = "", *body: Any) -> Message | None:
        return await self._bus.call(_NAME, _PATH, _NAME, member, signature, body)

    def _forget_service(self) -> None:
        """A new service numbers anew: the old numbers would hit somebody else's bubbles."""
        self._shown.clear()
        self._features = None
        self._service = ""

    def _on_signal(self, message: Message) -> None:
        if message.sender == BUS_NAME and message.member == "NameOwnerChanged":
            self._forget_service()
            return
        # Any program may address a signal to us; only the service that took the bubble may speak.
        if message.interface != _NAME or message.sender != self._service:
            return
        match (message.member, message.body):
            case ("ActivationToken", [int(_), str(token)]):
                _hand_over(token)
            case ("ActionInvoked", [int(number), "default"]):
                self._click(number)
            case ("NotificationClosed", [int(number), int(reason)]) if reason != _EXPIRED:
                self._drop(number)

    def _click(self, number: int) -> None:
        for notification_id, shown in self._shown.items():
            if shown == number:
                self.clicked.emit(notification_id)
                return

    def _drop(self, number: int) -> None:
        """Closed for good; an expired one may still be clicked in the desktop's own list."""
        self._shown = {key: shown for key, shown in self._shown.items() if shown != number}


def _hand_over(token: str) -> None:
    """Let Qt raise the window: on Wayland only the holder of the click's token may.

    Source: https://wayland.app/protocols/xdg-activation-v1 (Qt reads the variable once)
    """
    if len(token) <= _TOKEN_LIMIT and token.isascii() and token.isprintable():
        os.environ["XDG_ACTIVATION_TOKEN"] = token
