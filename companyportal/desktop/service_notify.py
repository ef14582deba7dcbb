"""Tells systemd that the program is ready, is alive, is ending; nothing where systemd did not ask.

Source: sd_notify(3), sd_watchdog_enabled(3)
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import MutableMapping
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

_log = logging.getLogger(__name__)


class ServiceNotify(QObject):
    """Takes the variables out of the environment, so that no child speaks in this one's name."""

    def __init__(
        self, environment: MutableMapping[str, str] = os.environ, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._address = environment.pop("NOTIFY_SOCKET", "")
        pid = environment.pop("WATCHDOG_PID", "")
        usec = environment.pop("WATCHDOG_USEC", "")
        is_meant = pid in ("", str(os.getpid()))
        self._timer = QTimer(self)
        self._timer.timeout.connect(lambda: self._say("WATCHDOG=1"))
        self._watchdog_ms = int(usec) // 2_000 if is_meant and usec.isdecimal() else 0

    @property
    def is_watched(self) -> bool:
        """The service manager ends this process when it falls silent."""
        return self._timer.isActive()

    def ready(self) -> None:
        """From here on the event loop must turn: a timer of its own says so."""
        self._say("READY=1")
        if self._watchdog_ms and self._address:
            self._timer.start(self._watchdog_ms)

    def stopping(self) -> None:
        """The end has begun."""
        self._timer.stop()
        self._say("STOPPING=1")

    def _say(self, words: str) -> None:
        if not self._address or not hasattr(socket, "AF_UNIX"):
            return
        address = "\0" + self._address[1:] if self._address[0] == "@" else self._address
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.setblocking(False)
            with suppress(OSError):
                line.sendto(words.encode(), address)
                return
        _log.info("the service manager does not listen")
