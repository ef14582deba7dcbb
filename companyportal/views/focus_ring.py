"""Where the keyboard is: one ring per window, outside the widget that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_AWAY = 4
"""Two pixels of air and two of ring."""
_OWN = (QLineEdit, QComboBox, QAbstractItemView)
"""They show the focus themselves."""


_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Transparent to the mouse; shown once Tab was pressed, until the mouse is used.

    It listens only to the widget that has the focus and to what that lies in: a filter on the whole
    application would take every event of the program through Python.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._chain: list[QWidget] = []
        self._by_keyboard = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes Tab, follows scrolling, moving and hiding; takes nothing from anybody."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._by_keyboard = self._by_keyboard or event.key() in _TABS
        elif event.type() in _MOVES:
            self._follow()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two pixels wide."""
        theme = current()
        rect = QRectF(self.rect())
        shape.rounded(QPainter(self), rect, theme.px(8) + _AWAY, None, theme.color("focus"), 2)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._by_keyboard = False
        for widget in self._chain:
            widget.removeEventFilter(self)
        self._chain = []
        while new is not None and new is not self._window:
            self._chain.append(new)
            new.installEventFilter(self)
            new = new.parentWidget()
        self._follow()

    def _follow(self) -> None:
        target = self._chain[0] if self._chain else None
        is_ours = target is not None and target.window() is self._window
        if target is None or not (is_ours and self._by_keyboard and target.isVisible()):
            self.hide()
            return
        if isinstance(target, _OWN):
            self.hide()
            return
        corner = target.mapTo(self._window, QPoint(0, 0))
        self.setGeometry(QRect(corner, target.size()).adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY))
        self.raise_()
        self.show()
