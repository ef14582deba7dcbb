"""A page that scrolls up and down, never sideways, with its content centred."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QScrollerProperties,
    QVBoxLayout,
    QWidget,
)

from companyportal.views import style
from companyportal.views.theme import current
from companyportal.views.venue import is_public

_NARROW = 600
_BAR = 10
SLOP_PX = 15
"""A finger that stays within it taps: about as much as browsers forgive it. Qt's own measure are
millimetres of the screen, and screens lie about their size.
"""


class ScrollPage(QScrollArea):
    """What the page holds goes into ``content``; the page itself is no stop of the Tab key."""

    def __init__(
        self, *, max_width: int = 1120, margin: int = 32, parent: QWidget | None = None
    ) -> None:
        """Both in pixels at 100 % text; the margin is 16 at most where the page is narrow."""
        super().__init__(parent)
        self._max_width = max_width
        self._margin = margin
        # Asked for Qt's own viewport, PySide would first load every class of widget there is. This
        # one has no ground, either.
        self.setViewport(QWidget())
        self._inner = QWidget()
        self._host = QWidget()
        self.content = QVBoxLayout(self._inner)
        self.content.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(self._host)
        self._row.setSpacing(0)
        self._row.addWidget(self._inner, 1)
        # One long word must not widen the page: it breaks anywhere instead.
        self._host.setMinimumWidth(1)
        self.setWidget(self._host)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._host.setAutoFillBackground(False)
        style.dress(self.verticalScrollBar())
        if is_public():
            _scroll_by_finger(self.viewport())
        self._dress()
        current().changed.connect(self._dress)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        self.verticalScrollBar().rangeChanged.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins follow the width."""
        super().resizeEvent(event)
        self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """What was hidden when the look changed has it from here on."""
        super().showEvent(event)
        style.dress(self.verticalScrollBar())

    def _dress(self) -> None:
        if self.isVisible():  # reading a style sheet takes longer than all else here
            style.dress(self.verticalScrollBar())
        self._inner.setMaximumWidth(current().px(self._max_width))
        self._measure()

    def _measure(self) -> None:
        px = current().px
        narrow = current().em(self.width()) < _NARROW
        side = px(min(16, self._margin) if narrow else self._margin)
        # At a kiosk whatever stands first is as high as a finger, and brings air of its own.
        top = px(min(16 if narrow or is_public() else 26, self._margin))
        bar = _BAR if self.verticalScrollBar().maximum() > 0 else 0
        bottom = px(min(28, self._margin))
        self._row.setContentsMargins(side, top, max(min(6, side), side - bar), bottom)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._host.isAncestorOf(new):
            return
        # Who presses it sees it; moved away from under the finger, it would not be pressed at all.
        if QApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            return
        # What is higher than the page (a list) says itself which part of it is meant; the page
        # would jump away from under the mouse.
        if new.height() <= self.viewport().height():
            self.ensureWidgetVisible(new, 0, current().px(24))


def _scroll_by_finger(viewport: QWidget) -> None:
    """A finger moves the page itself; nobody hits a scroll bar with one."""
    QScroller.grabGesture(viewport, QScroller.ScrollerGestureType.TouchGesture)
    scroller = QScroller.scroller(viewport)
    metrics, properties = QScrollerProperties.ScrollMetric, scroller.scrollerProperties()
    metres = SLOP_PX / scroller.pixelPerMeter().y()
    properties.setScrollMetric(metrics.DragStartDistance, metres)
    # However slowly a page still moves: a finger on it stops it, and can go on from there.
    properties.setScrollMetric(metrics.MaximumClickThroughVelocity, 0.0)
    scroller.setScrollerProperties(properties)


def scroll_to_top(widget: QWidget) -> None:
    """Of every page in ``widget`` that can be seen: a person reads from the first line."""
    for page in widget.findChildren(ScrollPage):
        if page.isVisible():
            if QScroller.hasScroller(page.viewport()):  # a finger has perhaps set it going
                QScroller.scroller(page.viewport()).stop()
            page.verticalScrollBar().setValue(0)
