"""What hands do at the kiosk: told as a sign that somebody is there, and held back where it leads
out of the program.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QApplication

_REAL = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
)


class KioskInput(QObject):
    """Hears every event of the program.

    Signals:
        happened(): a key, a touch or the mouse.
    """

    happened = Signal()

    def __init__(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        super().__init__(app)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only what comes from outside counts."""
        if event.type() in _REAL and event.spontaneous():
            self.happened.emit()
        return False
