"""Tells when the person may have left: the screen was locked or went dark, the computer slept,
another user came to the front, or the wall clock was moved.

The five-minute gate closes on each of these. They are a second net: the gate's own deadline counts
suspend, so a signal that is missed (or a desktop that sends none) only closes it later. A forged
signal can do no more than close it early, so senders are not checked.

Linux tells by D-Bus signals. Windows and macOS are asked on every ``tick`` whether the session is
locked or in the background (``session_lock.py``); there, suspend itself is not told. ``watch``
ticks once a second, and only while there is something to lose: an idle program does not wake up.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from companyportal.clock import Clock
from companyportal.desktop.bus import Bus
from companyportal.desktop.session_lock import session_state

if TYPE_CHECKING:
    from dbus_fast import Message

_LOGIN = "org.freedesktop.login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"

_SYSTEM_RULES = (
    f"type='signal',sender='{_LOGIN}',interface='{_MANAGER}',member='PrepareForSleep'",
    f"type='signal',sender='{_LOGIN}',interface='{_SESSION}',member='Lock'",
    f"type='signal',sender='{_LOGIN}',interface='{_PROPERTIES}',member='PropertiesChanged'"
    ",path_namespace='/org/freedesktop/login1/session'",
)
"""Source: https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html"""

_DISPLAY = "org.gnome.Mutter.DisplayConfig"
_DARK = (1, 2, 3)
"""Standby, suspended, off.

Source: https://gitlab.gnome.org/GNOME/mutter/-/blob/main/data/dbus-interfaces/
org.gnome.Mutter.DisplayConfig.xml
"""

_SESSION_RULES = (
    "type='signal',member='ActiveChanged'",
    f"type='signal',interface='{_PROPERTIES}',member='PropertiesChanged',arg0='{_DISPLAY}'",
)
"""org.gnome.ScreenSaver, org.freedesktop.ScreenSaver (KDE) and those of Cinnamon, MATE and Xfce; of
a screen that only goes dark GNOME alone tells.
"""

LOOK_MS = 1_000

_JUMP_S = 5.0
"""More than NTP's slewing in the time the gate is open, less than anyone gains by."""


class SessionEvents(QObject):
    """Watches the person's session.

    Signals:
        interrupted(reason: str): ``lock``, ``suspend``, ``userSwitch`` or ``clockJump``. One event
        may be told more than once, since desktops tell it in several ways.
    """

    interrupted = Signal(str)

    def __init__(
        self,
        clock: Clock,
        parent: QObject | None = None,
        *,
        state: Callable[[], str] = session_state,
    ) -> None:
        """``state`` answers ``lock``, ``userSwitch`` or nothing, where the system must be asked."""
        super().__init__(parent)
        self._clock = clock
        self.state = state
        """Asked at each tick."""
        self._last_state = ""
        self._clocks_at = self._clocks()
        self.timer = QTimer(self)
        """Runs while it is watched; each time-out is a tick."""
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self.tick)
        self._session_path = ""
        self._system = Bus("system", self._on_login_signal, rules=_SYSTEM_RULES)
        self._session = Bus("session", self._on_desktop_signal, rules=_SESSION_RULES)

    async def start(self) -> None:
        """Listen to the desktop; silently nothing where it does not tell."""
        if sys.platform == "linux":
            await asyncio.gather(self._find_session(), self._session.connect())

    async def close(self) -> None:
        """Listen no more, and look no more."""
        self.timer.stop()
        await asyncio.gather(self._system.close(), self._session.close())

    def watch(self, is_needed: bool) -> None:
        """Tick once a second from now on, or no longer; may be told as often as one likes."""
        if not is_needed:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()

    def tick(self) -> None:
        """Look at what sends no signal; to be called about once a second while it matters."""
        if self.check_clock():
            self.interrupted.emit("clockJump")
        state, self._last_state = self._last_state, self.state()
        if self._last_state and self._last_state != state:
            self.interrupted.emit(self._last_state)

    def check_clock(self) -> bool:
        """True once if the wall clock was moved by more than five seconds since the last jump, or
        since the start.

        Call it when something begins that a later jump shall interrupt, and ignore the answer.
        """
        boot_s, wall = self._clocks()
        then_boot_s, then_wall = self._clocks_at
        moved_s = (wall - then_wall).total_seconds() - (boot_s - then_boot_s)
        if abs(moved_s) <= _JUMP_S:
            return False
        self._clocks_at = (boot_s, wall)
        return True

    def _clocks(self) -> tuple[float, datetime]:
        return self._clock.boot_s(), self._clock.now()

    async def _find_session(self) -> None:
        """Which of logind's sessions is ours; only its signals count."""
        names = [os.environ.get("XDG_SESSION_ID", ""), "auto"]
        for name in filter(None, names):
            reply = await self._system.call(
                _LOGIN, "/org/freedesktop/login1", _MANAGER, "GetSession", "s", [name]
            )
            if reply is not None and reply.signature == "o":
                self._session_path = reply.body[0]
                return

    def _on_login_signal(self, message: Message) -> None:
        is_ours = message.path == self._session_path
        match (message.member, message.body):
            case ("PrepareForSleep", [True]):
                self.interrupted.emit("suspend")
            case ("Lock", _) if is_ours:
                self.interrupted.emit("lock")
            case ("PropertiesChanged", [str(interface), dict(changed), *_]) if (
                is_ours and interface == _SESSION
            ):
                self._on_session_changed(changed)

    def _on_session_changed(self, changed: dict[str, Any]) -> None:
        values = {name: variant.value for name, variant in changed.items()}
        if values.get("LockedHint") is True:
            self.interrupted.emit("lock")
        if values.get("Active") is False:
            self.interrupted.emit("userSwitch")

    def _on_desktop_signal(self, message: Message) -> None:
        is_screen_saver = (message.interface or "").endswith(".ScreenSaver")
        match (message.member, message.body):
            case ("ActiveChanged", [True]) if is_screen_saver:
                self.interrupted.emit("lock")
            case ("PropertiesChanged", [str(interface), dict(changed), *_]) if (
                interface == _DISPLAY and _is_dark(changed)
            ):
                self.interrupted.emit("displayOff")


def _is_dark(changed: dict[str, Any]) -> bool:
    mode = changed.get("PowerSaveMode")
    return mode is not None and mode.value in _DARK
