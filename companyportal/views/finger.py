"""What a finger means at the kiosk: a tap presses, a swipe scrolls, and nothing does both.

Qt scrolls the page and still makes mouse events of the same touch. The page moves along with the
finger, so it would let go of the very card that it began on, however far it has come.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QScroller, QWidget
from shiboken6 import isValid

from companyportal.views.public_reveal import HoldButton
from companyportal.views.scroll import SLOP_PX

_HELD_S = 0.3
"""A finger that has stayed for so long holds what it is on, and moves nothing by trembling."""
_FAR_AWAY = QPointF(-100_000, -100_000)
_KINDS = QEvent.Type
_STATES = QScroller.State


class Finger:
    """Follows one touch after another."""

    def __init__(self, twice_ms: int) -> None:
        """``twice_ms``: who taps twice within it meant what was there the first time."""
        self._twice_ms = twice_ms
        self._tapped_ms = -twice_ms
        self._under: QWidget | None = None
        self._pressed: QWidget | None = None
        self._is_tap = self._is_alone = True

    def follow(self, event: QTouchEvent) -> None:
        """To be told of a touch before the page that scrolls hears of it."""
        points = event.points()
        if event.type() == _KINDS.TouchBegin:
            self._begin(points[0], event.timestamp())
        if event.type() == _KINDS.TouchCancel or len(points) != 1:
            self._is_alone = False
        if not self._is_alone:
            self._let_go()
            self._stop()
        elif self._is_held(points[0]):
            self._stop()
        elif self._is_swipe(points[0]):
            self._let_go()
        if event.type() == _KINDS.TouchEnd and self._is_tap:
            self._tapped_ms = event.timestamp()

    def keeps(self, widget: QWidget, event: QMouseEvent) -> bool:
        """True for what Qt made of a touch that presses nothing; a mouse has its own way."""
        if event.source() is Qt.MouseEventSource.MouseEventNotSynthesized:
            return False
        is_press = event.type() == _KINDS.MouseButtonPress
        if is_press and self._is_tap and self._pressed is None:  # its parents hear of it later
            self._pressed = widget
        return not self._is_tap

    def _begin(self, point: QEventPoint, now_ms: int) -> None:
        before, self._under = self._under, _under(point)
        self._pressed = None
        self._is_alone = True
        is_second = now_ms - self._tapped_ms < self._twice_ms and self._under is not before
        # What still moves is stopped by it, and that is all: nobody could aim.
        is_moving = any(each.state() is _STATES.Scrolling for each in self._scrollers())
        self._is_tap = not is_second and not is_moving

    def _is_swipe(self, point: QEventPoint) -> bool:
        way = point.globalPosition() - point.globalPressPosition()
        is_far = way.manhattanLength() > SLOP_PX
        return any(
            each.state() is _STATES.Dragging or (is_far and each.state() is _STATES.Pressed)
            for each in self._scrollers()
        )

    def _is_held(self, point: QEventPoint) -> bool:
        is_hold = self._is_tap and isinstance(self._pressed, HoldButton)
        return is_hold and point.timeHeld() > _HELD_S

    def _let_go(self) -> None:
        """Beside everything, so that nothing has been pressed."""
        pressed, self._pressed = self._pressed, None
        self._is_tap = False
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        # A button says that it is held no longer when it is left, and not when it is let go.
        for kind, button, held in (
            (_KINDS.MouseMove, none, left),
            (_KINDS.MouseButtonRelease, left, none),
        ):
            if pressed is not None and isValid(pressed):
                place = (_FAR_AWAY, _FAR_AWAY, _FAR_AWAY)
                event = QMouseEvent(kind, *place, button, held, Qt.KeyboardModifier.NoModifier)
                QCoreApplication.sendEvent(pressed, event)

    def _stop(self) -> None:
        for each in self._scrollers():
            each.stop()

    def _scrollers(self) -> Iterator[QScroller]:
        """Of all that would move under the finger, where it is still there."""
        widget = self._under if self._under is not None and isValid(self._under) else None
        while widget is not None:
            if QScroller.hasScroller(widget):
                yield QScroller.scroller(widget)
            widget = widget.parentWidget()


def _under(point: QEventPoint) -> QWidget | None:
    return QApplication.widgetAt(point.globalPosition().toPoint())
