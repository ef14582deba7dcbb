"""A sheet over the window, under the button that opened it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_SHADOW = 28


class Popover(QWidget):
    """A child of the window, so that it has no black corners and can be placed everywhere.

    The focus goes in and stays in; Escape or a press outside closes it and gives the focus back.
    """

    def __init__(self, window: QWidget, content: QWidget, *, width: int, height: int) -> None:
        """``width`` and ``height`` are the largest, in pixels at 100 % text."""
        super().__init__(window)
        self._window = window
        self._content = content
        self._size = (width, height)
        self._anchor: QWidget | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(_SHADOW, _SHADOW, _SHADOW, _SHADOW)
        box.addWidget(content)
        self.hide()

    def open_under(self, anchor: QWidget) -> None:
        """Show it below ``anchor``; a second press on the anchor closes it."""
        if self.isVisible():
            self.close_now()
            return
        self._anchor = anchor
        self._place()
        self.show()
        self.raise_()
        # On the whole application, because a button keeps its presses to itself; only while open.
        _application().installEventFilter(self)
        self._focus_first()

    def close_now(self) -> None:
        """Hide it and give the focus back."""
        held = self.isAncestorOf(self._window.focusWidget() or self._window)
        _application().removeEventFilter(self)
        self.hide()
        if held and self._anchor is not None:
            self._anchor.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The shadow is outside, too."""
        if not self._sheet().contains(event.position().toPoint()):
            self.close_now()

    def event(self, event: QEvent) -> bool:
        """What it shows has another height now."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._place()
        return is_handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press elsewhere or another size of the window; takes nothing from anybody."""
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._place()
            # And again once the window's own layout has moved the anchor.
            QTimer.singleShot(0, self, self._place)
        elif event.type() == QEvent.Type.MouseButtonPress and self._is_elsewhere(watched):
            self.close_now()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside."""
        stops = list(self._stops())
        inside = self._window.focusWidget()
        if inside in stops:
            step = 1 if forward else -1
            following = stops[(stops.index(inside) + step) % len(stops)]
            reasons = Qt.FocusReason
            reason = reasons.TabFocusReason if forward else reasons.BacktabFocusReason
            following.setFocus(reason)
        return bool(stops)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two shadows, a ground, an edge."""
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self._sheet())
        radius = theme.px(14)
        strong = 0.5 if theme.is_dark else 0.10
        shape.shadow(painter, rect.translated(0, 8), radius, 26, strong)
        shape.shadow(painter, rect.translated(0, 1), radius, 5, strong / 2)
        shape.rounded(painter, rect, radius, theme.color("surface"), theme.color("line"))

    def _focus_first(self) -> None:
        first = next(self._stops(), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _stops(self) -> Iterator[QWidget]:
        """What the Tab key reaches inside, in its order."""
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if self.isAncestorOf(widget) and takes_tab and widget.isVisible():
                yield widget
            widget = widget.nextInFocusChain()

    def _is_elsewhere(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget) or watched.window() is not self._window.window():
            return False
        within = watched is self or self.isAncestorOf(watched)
        anchor = self._anchor
        on_anchor = anchor is not None and (watched is anchor or anchor.isAncestorOf(watched))
        return not within and not on_anchor

    def _sheet(self) -> QRect:
        return self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def _place(self) -> None:
        assert self._anchor is not None
        px = current().px
        room = self._window.rect()
        below = self._anchor.mapTo(self._window, QPoint(0, self._anchor.height()))
        top = below.y() + 4 - _SHADOW
        width = min(px(self._size[0]), room.width() - 16) + 2 * _SHADOW
        height = min(px(self._size[1]), room.height() - below.y() - 16)
        if self._content.hasHeightForWidth():
            height = min(height, self._content.heightForWidth(width - 2 * _SHADOW))
        height += 2 * _SHADOW
        right = below.x() + self._anchor.width() + _SHADOW
        left = right - width
        if self.isRightToLeft():
            left = below.x() - _SHADOW
        left = max(8 - _SHADOW, min(left, room.width() - width + _SHADOW - 8))
        self.setGeometry(left, top, width, max(height, px(160)))


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
