"""Where the window stands, from one run to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QWidget

_SMALLEST = QSize(480, 600)
_FIRST = QSize(1100, 720)


class WindowPlace:
    """Keeps it in a small file of its own."""

    def __init__(self, window: QWidget, file: QSettings) -> None:
        self._window = window
        self._file = file

    def keep(self) -> None:
        """Remember it, for the next start."""
        self._file.setValue("geometry", self._window.saveGeometry())
        self._file.sync()

    def restore(self) -> None:
        """Qt moves what was kept onto the screen, or refuses it where the screen is another one."""
        room = self._window.screen().availableGeometry().size()
        self._window.setMinimumSize(_SMALLEST.boundedTo(room))
        kept = self._file.value("geometry")
        if not (isinstance(kept, QByteArray) and self._window.restoreGeometry(kept)):
            self._window.resize(_FIRST.boundedTo(room))
