"""Takes a secret off a page when the time to show it is up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 1000
"""How often the page asks whether it may still be shown."""


class SecretWatch(QObject):
    """Runs only while there is something to take away."""

    def __init__(
        self, *, is_kept: Callable[[], bool], on_gone: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._is_kept = is_kept
        self._on_gone = on_gone
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self._look)

    def watch(self, is_there: bool) -> None:
        """There is something, or nothing any more."""
        if not is_there:
            self.timer.stop()
        elif not self.timer.isActive():
            self.timer.start()

    def _look(self) -> None:
        if not self._is_kept():
            self.timer.stop()
            self._on_gone()
