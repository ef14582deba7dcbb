"""A finger at the kiosk: it taps or it scrolls, and never does both."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QLabel, QScroller, QScrollerProperties

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Device
from companyportal.models.device_list import DeviceRole
from companyportal.models.station import StationState
from companyportal.views.action_row import ActionRow
from companyportal.views.kiosk_input import KioskInput
from companyportal.views.menu_row import MenuRow
from companyportal.views.router import Place
from companyportal.views.scroll import SLOP_PX, ScrollPage
from companyportal.views.station_window import StationWindow
from companyportal.views.theme import Theme
from tests.counter import Counter, at_counter
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.stations import SetStation
from tests.views.touching import (
    ALWAYS_MS,
    UP,
    Hand,
    Pressed,
    is_moving,
    middle_of,
    page_around,
    rest,
)
from tests.virtual_clock import VirtualClock

LOW = (1024, 600)
"""Pixels: everything scrolls there."""
LENGTHS = (SLOP_PX + 1, 60, 150, 242)
SHAKE = QPoint(3, SLOP_PX - 5)
SLOWLY_MS = 20_000


@pytest.fixture
async def low(
    twice_ms: int, demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock, theme: Theme
) -> AsyncIterator[Counter]:
    """Somebody before a screen on which nothing fits."""
    async with at_counter(demo, browser, clock=demo_clock, size=LOW) as counter:
        await counter.sign_in()
        await until(lambda: _list(counter).verticalScrollBar().maximum() > 0)
        yield counter


def _list(counter: Counter) -> ScrollPage:
    return page_around(counter.window.frame.pages.devices_page.view)


def _card(counter: Counter, row: int) -> QPoint:
    """Where it is, in the pixels of the window."""
    view = counter.window.frame.pages.devices_page.view
    card = view.visualRect(view.model().index(row, 0)) & view.visibleRegion().boundingRect()
    return view.mapTo(counter.window, card.center())


def _device(counter: Counter, row: int) -> Device:
    view = counter.window.frame.pages.devices_page.view
    device = view.model().index(row, 0).data(DeviceRole.DEVICE)
    assert isinstance(device, Device)
    return device


def _actions(counter: Counter) -> ActionRow:
    row = counter.window.frame.pages.device_page.findChild(ActionRow)
    assert isinstance(row, ActionRow)
    return row


async def _everywhere(counter: Counter) -> AsyncIterator[tuple[ScrollPage, QPoint]]:
    """One place after the other, each with a spot to touch: a control wherever there is one."""
    frame, portal = counter.window.frame, counter.portal
    pages = frame.pages
    yield _list(counter), _card(counter, 0)
    device = counter.device("Galaxy")
    frame.router.open_device(device)
    await until(lambda: portal.details.checked_at)
    row = _actions(counter)
    reset = row.buttons[Action.RESET_PASSCODE]
    yield page_around(reset), middle_of(reset)
    row.more.click()
    locate = next(each for each in row.menu.findChildren(MenuRow) if each.isVisible())
    await until(lambda: page_around(locate).verticalScrollBar().maximum() > 0)
    yield page_around(locate), middle_of(locate)
    row.menu.close_now()
    portal.direct.ask(Action.REMOTE_LOCK, device)
    await until(lambda: frame.question.is_open)
    yield page_around(frame.question.head), middle_of(frame.question.head)
    frame.question.reject()
    frame.router.go(Place.SUPPORT)
    site = pages.support_page.contact.site.button
    await until(lambda: not site.visibleRegion().isEmpty())
    yield page_around(site), middle_of(site)
    site.click()
    yield page_around(frame.qr_sheet.code), middle_of(frame.qr_sheet.code)


async def _swipes(hand: Hand, page: ScrollPage, spot: QPoint, by: QPoint) -> None:
    rest(page)
    bar = page.verticalScrollBar()
    await hand.swipe(spot, by, has_arrived=lambda: bar.value() > 0 or not by.y())


async def test_a_swipe_of_any_length_scrolls_and_presses_nothing(low: Counter) -> None:
    hand, places = Hand(low.window), 0
    async for page, spot in _everywhere(low):
        pressed = Pressed(low.window)
        for by in (*(UP * length for length in LENGTHS), QPoint(60, 0)):
            await _swipes(hand, page, spot, by)
            assert pressed == [], (places, by)
        rest(page)
        places += 1
    assert places == 6


async def test_where_the_page_has_moved_nothing_is_pressed(low: Counter) -> None:
    """On a screen that takes itself for larger than it is, it moves sooner."""
    page, hand, pressed = _list(low), Hand(low.window), Pressed(low.window)
    scroller = QScroller.scroller(page.viewport())
    properties = scroller.scrollerProperties()
    properties.setScrollMetric(QScrollerProperties.ScrollMetric.DragStartDistance, 0.0)
    scroller.setScrollerProperties(properties)
    await _swipes(hand, page, _card(low, 0), UP * (SLOP_PX - 5))
    assert pressed == []


async def test_a_tap_opens_the_card_that_it_is_on(low: Counter) -> None:
    """Also one of which only a strip is seen, by a finger that trembles."""
    page, view = _list(low), low.window.frame.pages.devices_page.view
    low_edge = view.mapFrom(page.viewport(), QPoint(0, page.viewport().height())).y()
    cut = next(row for row in range(view.grid.count) if view.grid.rect(row).bottom() > low_edge)
    assert view.grid.rect(cut).top() < low_edge
    pressed, hand = Pressed(low.window), Hand(low.window)
    await hand.swipe(_card(low, cut), SHAKE)
    assert pressed == [_device(low, cut)]
    assert page.verticalScrollBar().value() == 0


async def test_a_tap_presses_the_button_of_which_half_is_seen(low: Counter) -> None:
    low.window.frame.router.open_device(low.device("Galaxy"))
    await until(lambda: low.portal.details.checked_at)
    button = _actions(low).buttons[Action.REMOTE_LOCK]
    page = page_around(button)
    middle = button.mapTo(page.viewport(), QPoint(0, button.height() // 2)).y()
    rest(page, middle)
    pressed, hand = Pressed(low.window), Hand(low.window)
    await hand.tap(middle_of(button))
    assert pressed == [button]


async def test_a_finger_on_what_moves_stops_it_and_presses_nothing(low: Counter) -> None:
    """However slowly; it may go on from there, and the next one presses."""
    page, hand, pressed = _list(low), Hand(low.window), Pressed(low.window)
    low.window.frame.pages.devices_page.view.pressed.connect(pressed.append)
    bar, moves = page.verticalScrollBar(), QScroller.scroller(page.viewport())
    moves.scrollTo(QPointF(0, bar.maximum()), ALWAYS_MS)
    assert is_moving(page)
    await hand.tap(_card(low, 0))
    await until(lambda: not is_moving(page))
    assert bar.value() == 0
    moves.scrollTo(QPointF(0, bar.maximum()), SLOWLY_MS)
    await hand.swipe(_card(low, 0), UP * 60, has_arrived=lambda: bar.value() > 0)
    assert pressed == []
    rest(page)
    await hand.tap(_card(low, 0))
    assert _device(low, 0) in pressed


async def test_a_page_that_was_left_while_it_moved_begins_at_its_top(low: Counter) -> None:
    page, router = _list(low), low.window.frame.router
    QScroller.scroller(page.viewport()).scrollTo(QPointF(0, 300), ALWAYS_MS)
    assert is_moving(page)
    router.go(Place.SUPPORT)
    router.go(Place.DEVICES)
    assert not is_moving(page)
    assert page.verticalScrollBar().value() == 0


async def test_two_fingers_do_nothing_and_leave_nothing_behind(low: Counter) -> None:
    page, hand, pressed = _list(low), Hand(low.window), Pressed(low.window)
    one, two = _card(low, 0), _card(low, 1)
    far = UP * 150
    await hand.fingers(("press", one), ("press", two))
    await hand.fingers(("release", one), ("release", two))
    for way in ("release", "move"):
        await hand.press(one)
        await hand.fingers(("move", one), ("press", two))
        await hand.fingers(("move", one + far), ("move", two + far))
        await hand.fingers((way, one + far), ("release", two + far))
        if way == "move":
            await hand.move(one + far * 2)
            await hand.lift(one + far * 2)
        assert not is_moving(page)
        assert page.verticalScrollBar().value() == 0
    assert pressed == []
    await hand.swipe(one, SHAKE)
    assert pressed == [_device(low, 0)]
    assert page.verticalScrollBar().value() == 0


async def test_what_a_screen_takes_back_presses_nothing(low: Counter) -> None:
    """As where somebody draws a window over it meanwhile; the next touch is as any other."""
    page, hand, pressed = _list(low), Hand(low.window), Pressed(low.window)
    spot = _card(low, 0)
    for way in (QPoint(), UP * 60):
        await hand.press(spot)
        await hand.move(spot + way)
        await hand.cancel(spot + way)
        assert not is_moving(page)
        rest(page)
    assert pressed == []
    await hand.swipe(spot, SHAKE)
    assert pressed == [_device(low, 0)]


@pytest.mark.parametrize("twice_ms", [ALWAYS_MS, 0], indirect=True)
async def test_who_taps_twice_presses_one_thing(low: Counter, twice_ms: int) -> None:
    """The second tap would fall on whatever has come in place of the first."""
    hand = Hand(low.window)
    await hand.tap(_card(low, 0))
    await until(lambda: low.portal.details.checked_at)
    more, pressed = _actions(low).more, Pressed(low.window)
    await hand.tap(middle_of(more))
    assert pressed == ([] if twice_ms else [more])


@pytest.mark.parametrize("state", [StationState.READY, StationState.DONE])
async def test_between_visits_a_tap_begins_and_a_swipe_reads_on(
    twice_ms: int,
    window: StationWindow,
    station: SetStation,
    station_clock: VirtualClock,
    state: StationState,
) -> None:
    """On the smallest screens, with the largest words."""
    hands = KioskInput()
    station.put(state)
    await station_clock.advance(2)
    window.resize(500, 300)
    words = next(each for each in window.findChildren(QLabel) if _is_seen(each))
    page, hand, spot = page_around(words), Hand(window), middle_of(words)
    for length in LENGTHS:
        await _swipes(hand, page, spot, UP * length)
    assert station.begun == []
    rest(page)
    await hand.tap(spot)
    assert len(station.begun) == 1
    hands.close()


def _is_seen(label: QLabel) -> bool:
    return label.isVisible() and not label.visibleRegion().isEmpty()
