"""The ground between controls: a finger that misses one has not touched the page."""

from __future__ import annotations

from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class QuietGround(QWidget):
    """Keeps presses beside its controls to itself."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Nobody else hears of it."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nor of this."""
        event.accept()
