"""Where the keyboard is: one ring per window, outside the widget that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from companyportal.views import shape, venue
from companyportal.views.theme import current

_AIR, _WIDTH = 2, 2
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
        self._outline = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        window.installEventFilter(self)

    def note_keyboard(self) -> None:
        """Another key than Tab has led here."""
        self._by_keyboard = True
        self._follow()

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
        """A line round it; a part that was scrolled out of sight is not drawn."""
        theme = current()
        rect, away, width = QRectF(self._outline), _away(), _width()
        colour = theme.color("focus")
        shape.rounded(QPainter(self), rect, theme.px(8) + away, None, colour, width)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        # A press of the mouse moves the focus first and reaches the new widget, and this, then.
        for widget in self._chain:
            # Focus also changes because its widget is being deleted.
            if isValid(widget):
                widget.removeEventFilter(self)
        self._chain = []
        while new is not None and new is not self._window:
            self._chain.append(new)
            new.installEventFilter(self)
            new = new.parentWidget()
        self._follow()

    def _follow(self) -> None:
        target = self._chain[0] if self._chain else None
        if target is None or not (self._by_keyboard and self._can_be_marked(target)):
            self.hide()
            return
        place, seen = self._place(target), self._seen()
        if not place.intersects(seen):
            self.hide()
            return
        outline, shown = _wider(place), _wider(place) & _wider(seen)
        self._outline = outline.translated(-shown.topLeft())
        self.setGeometry(shown)
        self.raise_()
        self.show()
        self.update()

    def _can_be_marked(self, target: QWidget) -> bool:
        if not isValid(target) or isinstance(target, _OWN):
            return False
        return target.window() is self._window and target.isVisible()

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def _seen(self) -> QRect:
        """What the scroll areas round the target let through: it may be below the header."""
        seen = self._window.rect()
        for widget in self._chain[1:]:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is widget:
                seen &= self._place(widget)
        return seen


def _width() -> int:
    """On the large screen of a kiosk two pixels may be a hair."""
    return max(_WIDTH, current().px(_WIDTH)) if venue.is_public() else _WIDTH


def _away() -> int:
    return _AIR + _width()


def _wider(rect: QRect) -> QRect:
    away = _away()
    return rect.adjusted(-away, -away, away, away)
