"""A card: everything of it has room, in both directions of writing, and many cards stay quick."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.domain import Action, Compliance, Device, FormFactor, Platform
from companyportal.portal import Portal
from companyportal.views.device_card import MANY, lay_out, tallest
from companyportal.views.device_view import DeviceView
from companyportal.views.device_words import DeviceWords
from companyportal.views.devices_page import DevicesPage
from tests.demo_fixture import StartDemo
from tests.http_browser import HttpBrowser
from tests.program import running_portal, sign_in, until
from tests.views.geometry import settle
from tests.virtual_clock import VirtualClock

PHONE = Device(
    device_id="1",
    name="Marie’s Galaxy",
    manufacturer="Samsung",
    model="Galaxy S23",
    platform=Platform.ANDROID,
    os_version="14",
    form_factor=FormFactor.PHONE,
    compliance=Compliance.COMPLIANT,
    open_actions=frozenset({Action.RESET_PASSCODE}),
)


@pytest.mark.parametrize("width", [220, 330, 500])
@pytest.mark.parametrize("name", ["PC", "W" * 64, "A rather long name of a device " * 3])
def test_everything_of_a_card_lies_inside(
    application: QApplication, name: str, width: float
) -> None:
    card = lay_out(replace(PHONE, name=name), DeviceWords(), width)
    assert card.name.lineCount() <= 2
    assert card.line.lineCount() <= 2
    for layout in (card.name, card.line):
        for number in range(layout.lineCount()):
            assert card.words_x + layout.lineAt(number).naturalTextWidth() <= width
    for rect, _ in card.badges:
        assert rect.right() <= width
        assert rect.bottom() < card.height
    assert card.badges[0][0].top() >= card.line_y


def test_what_does_not_fit_on_two_lines_ends_with_dots(application: QApplication) -> None:
    card = lay_out(replace(PHONE, name="W" * 64), DeviceWords(), 330)
    assert card.name.text().endswith("…")


def test_many_cards_take_the_height_of_two_lines(application: QApplication) -> None:
    words = DeviceWords()
    few = [replace(PHONE, name="A rather long name of a device that wraps")]
    assert tallest(words, few * (MANY + 1), 330) >= tallest(words, few, 330)
    assert tallest(words, [], 330) == 0


def test_marks_of_direction_in_a_name_are_seen(application: QApplication) -> None:
    card = lay_out(replace(PHONE, name="safe\u202egnp.exe"), DeviceWords(), 330)
    assert "\u202e" not in card.name.text()


@pytest.fixture
def view(application: QApplication, portal: Portal) -> DeviceView:
    """The cards of the first person."""
    view = DeviceView(portal.devices)
    view.resize(700, 400)
    view.show()
    return view


def picture(view: DeviceView) -> QImage:
    """As it is painted now."""
    return view.grab().toImage()


async def test_from_right_to_left_the_card_is_mirrored(view: DeviceView) -> None:
    view.resize(400, 600)
    await settle()
    before = picture(view)
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        await settle()
        view.retranslate()
        after = picture(view)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert before != after


async def test_the_ring_is_for_the_keyboard(view: DeviceView) -> None:
    view.activateWindow()
    await until(lambda: QApplication.activeWindow() is view)
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    view.setCurrentIndex(view.model().index(0, 0))
    await settle()
    without = picture(view)
    QTest.keyClick(view, Qt.Key.Key_Home)
    await settle()
    assert picture(view) != without
    QTest.mousePress(view.viewport(), Qt.MouseButton.RightButton, pos=QPoint(5, 5))
    view.viewport().update()
    await settle()
    assert picture(view) == without


@pytest.fixture
async def low_page(application: QApplication, portal: Portal) -> DevicesPage:
    """Too low for all cards."""
    page = DevicesPage(portal.devices, portal.clock, portal.organisation)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    await until(lambda: QApplication.activeWindow() is page)
    await settle()
    return page


def top(page: DevicesPage) -> int:
    """Where the first card stands; less when the page was scrolled."""
    return page.view.mapTo(page, QPoint(0, 0)).y()


async def test_the_wheel_scrolls_the_page(low_page: DevicesPage) -> None:
    viewport, before = low_page.view.viewport(), top(low_page)
    spot = QPointF(50, 20)
    event = QWheelEvent(
        spot,
        viewport.mapToGlobal(spot),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)
    assert -200 < top(low_page) - before < 0


async def test_a_click_does_not_move_the_card_from_under_the_mouse(low_page: DevicesPage) -> None:
    before = top(low_page)
    chosen: list[Device] = []
    low_page.device_chosen.connect(chosen.append)
    spot = QPoint(60, 40)
    QTest.mousePress(low_page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    await settle()
    assert top(low_page) == before
    QTest.mouseRelease(low_page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [device.name for device in chosen] == ["Marie’s Galaxy"]


async def test_hundreds_of_devices_and_the_keyboard_goes_to_the_last(
    application: QApplication, start_demo: StartDemo, demo_clock: VirtualClock
) -> None:
    demo = await start_demo(devices=250)
    owner = max(demo.people, key=lambda person: len(demo.tenant.devices_of(person)))
    async with (
        HttpBrowser(username=owner.username) as browser,
        running_portal(demo, clock=demo_clock, open_url=browser.open_url) as portal,
    ):
        await sign_in(portal)
        assert portal.devices.total > MANY
        page = DevicesPage(portal.devices, portal.clock, portal.organisation)
        page.resize(900, 700)
        page.show()
        page.activateWindow()
        await until(lambda: QApplication.activeWindow() is page)
        page.focus_first()
        for _ in range(5):
            await settle()
        QTest.keyClick(page.view, Qt.Key.Key_End)
        last = page.view.currentIndex()
        assert last.row() == portal.devices.total - 1
        spot = page.view.mapTo(page, page.view.visualRect(last).center())
        assert page.rect().contains(spot)
        page.close()
