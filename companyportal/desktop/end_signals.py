"""Tells when the terminal or the system asks the program to end: Ctrl-C, ``kill``, a log-out.

Python would hear of a signal only with the next event, because Qt's loop rests inside the system.
The interpreter's wake-up socket is an event.

Source: https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd
"""

from __future__ import annotations

import signal
import socket
from contextlib import suppress
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class EndSignals(QObject):
    """Listens from its making to ``close``; call ``listen`` when an event loop was made since then,
    which may use the same socket.

    Signals:
        asked(): for each of the system's signals. One that was ignored before (``nohup``) stays so.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.was_asked = False
        """For who was not there yet when it was told."""
        self._receiver, self._sender = socket.socketpair()
        self._receiver.setblocking(False)
        self._sender.setblocking(False)
        self._notifier = QSocketNotifier(self._receiver.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_notifier_activated)
        self._socket_before = signal.set_wakeup_fd(self._sender.fileno(), warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._before = {
            number: signal.signal(number, _note)
            for number in numbers
            if signal.getsignal(number) not in (signal.SIG_IGN, None)
        }

    def listen(self) -> None:
        """Take the socket again from whoever took it meanwhile."""
        signal.set_wakeup_fd(self._sender.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Everything is as it was before."""
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._socket_before)
        self._notifier.setEnabled(False)
        self._receiver.close()
        self._sender.close()

    def _on_notifier_activated(self) -> None:
        numbers = b""
        with suppress(BlockingIOError):
            numbers = self._receiver.recv(64)
        if any(number in self._before for number in numbers):
            self.was_asked = True
            self.asked.emit()


def _note(number: int, frame: FrameType | None) -> None:
    """The signal neither ends the process nor raises anything; the socket tells of it."""
