"""Whether somebody may be looking at the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

_KINDS = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange)


class Attention(QObject):
    """Watches one window. A window behind others may be looked at; a hidden one cannot.

    Signals:
        changed(is_watched: bool): somebody may be looking from now on, or nobody any more.
        returned(): the person has turned to the window.
    """

    changed = Signal(bool)
    returned = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_away = False
        self._is_watched = False
        window.installEventFilter(self)

    def note_away(self, reason: str) -> None:
        """The session was interrupted, see ``SessionEvents``: away until the window is used again.

        After a suspend or a moved clock nobody tells that the person is back, so that they count
        for nothing here.
        """
        if reason in ("lock", "userSwitch"):
            self._is_away = True
            self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whenever the window comes or goes; everything goes on to the window."""
        kind = event.type()
        if kind == QEvent.Type.WindowActivate:
            self._is_away = False
            self._look()
            self.returned.emit()
        elif kind in _KINDS:
            self._look()
        return False

    def _look(self) -> None:
        window = self._window
        is_watched = window.isVisible() and not window.isMinimized() and not self._is_away
        if is_watched != self._is_watched:
            self._is_watched = is_watched
            self.changed.emit(is_watched)
            if is_watched:
                # Not every desktop gives the keyboard to a window that it shows.
                self.returned.emit()
