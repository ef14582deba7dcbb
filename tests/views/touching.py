"""A finger on the screen, as the system tells of one: Qt makes the rest of it itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QScroller, QWidget

from companyportal.views.device_view import DeviceView
from companyportal.views.scroll import ScrollPage
from tests.program import until

_KINDS = QEvent.Type
_STEP = 12
UP = QPoint(0, -1)
ALWAYS_MS = 3_600_000
"""Longer than any test."""


@cache
def _screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def _at_once() -> bool:
    return True


class Hand(QObject):
    """Of somebody before that window; every place is in the window's own pixels.

    The tests run in the program's loop, and it is that loop that delivers each touch.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._told = 0
        handle = window.windowHandle()
        assert handle is not None
        handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Counts what has arrived."""
        if event.type() in (_KINDS.TouchBegin, _KINDS.TouchUpdate, _KINDS.TouchEnd):
            self._told += 1
        return False

    async def press(self, spot: QPoint) -> None:
        """One finger."""
        await self.fingers(("press", spot))

    async def move(self, spot: QPoint) -> None:
        """To there."""
        await self.fingers(("move", spot))

    async def lift(self, spot: QPoint) -> None:
        """Away from there."""
        await self.fingers(("release", spot))

    async def cancel(self, spot: QPoint) -> None:
        """The system takes the touch back; what it made itself of it is gone by the end."""
        handle = self._window.windowHandle()
        assert handle is not None
        QCoreApplication.sendEvent(handle, QTouchEvent(_KINDS.TouchCancel, _screen()))
        await self.lift(spot)

    async def tap(self, spot: QPoint) -> None:
        """And nothing else."""
        await self.press(spot)
        await self.lift(spot)

    async def swipe(
        self, spot: QPoint, by: QPoint, *, has_arrived: Callable[[], object] = _at_once
    ) -> None:
        """In steps, as a screen tells of it; the finger stays at the end until that is true."""
        await self.press(spot)
        steps = max(1, by.manhattanLength() // _STEP)
        for step in range(1, steps + 1):
            await self.move(spot + by * step / steps)
        await until(has_arrived)
        await self.lift(spot + by)

    async def fingers(self, *moves: tuple[str, QPoint]) -> None:
        """What each of them does at the same moment: press, move or release."""
        touch, told = QTest.touchEvent(self._window, _screen(), False), self._told
        for number, (what, spot) in enumerate(moves):
            getattr(touch, what)(number, spot, self._window)
        touch.commit(False)
        await until(lambda: self._told > told)


class Pressed(list[object]):
    """Everything in a window that has been pressed since: the buttons, and the devices."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        for button in window.findChildren(QAbstractButton):
            button.clicked.connect(lambda _=False, button=button: self.append(button))
        for view in window.findChildren(DeviceView):
            view.device_chosen.connect(self.append)


def page_around(widget: QWidget) -> ScrollPage:
    """What a finger on it moves."""
    around: QWidget | None = widget
    while not isinstance(around, ScrollPage):
        assert around is not None
        around = around.parentWidget()
    return around


def rest(page: ScrollPage, place: int = 0) -> None:
    """Nothing moves, and the page stands there."""
    QScroller.scroller(page.viewport()).stop()
    page.verticalScrollBar().setValue(place)


def is_moving(page: ScrollPage) -> bool:
    """By a finger, or still."""
    return QScroller.scroller(page.viewport()).state() is not QScroller.State.Inactive


def middle_of(widget: QWidget) -> QPoint:
    """Of what is seen of it, in the pixels of its window, which may be wider than the screen."""
    screen = widget.screen().geometry()
    seen = widget.visibleRegion().boundingRect()
    seen &= QRect(widget.mapFromGlobal(screen.topLeft()), screen.size())
    return widget.mapTo(widget.window(), seen.center())
