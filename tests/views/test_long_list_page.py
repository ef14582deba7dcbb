"""A list of more than a few devices: sections, controls, keys, and its age."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.computer_identity import ComputerIdentity
from companyportal.demo.server import DemoServer
from companyportal.models.device_filter import DeviceFilter, Family, Health
from companyportal.models.device_groups import Group, GroupBy
from companyportal.models.device_list import DeviceRole
from companyportal.models.device_order import SortBy
from companyportal.portal import Portal
from companyportal.views.devices_page import DevicesPage
from companyportal.views.list_controls import Choice
from companyportal.views.text import Text
from tests.demo_fixture import StartDemo
from tests.program import device_called, until
from tests.views.geometry import cut_off, settle, without_name
from tests.virtual_clock import VirtualClock

COUNT = 19


@pytest.fixture
async def demo(start_demo: StartDemo) -> DemoServer:
    """Its first person has fourteen devices beside the usual five."""
    return await start_demo(devices=COUNT - 5)


@pytest.fixture
async def page(
    application: QApplication, portal: Portal, speak: Callable[[str], None]
) -> AsyncIterator[DevicesPage]:
    """The long list, with the keyboard in its window."""
    speak("en")
    page = DevicesPage(portal.devices, portal.clock, portal.organisation)
    page.resize(1100, 700)
    page.show()
    page.activateWindow()
    await until(lambda: QApplication.activeWindow() is page)
    await settle()
    yield page
    page.close()


def headings(page: DevicesPage) -> list[str]:
    """What stands above the cards, top to bottom."""
    return [each.text() for each in page.sections.headings if each.isVisible()]


def current(page: DevicesPage) -> str:
    """Whose card the keyboard is on."""
    return str(page.view.currentIndex().data())


def choose(choice: Choice, words: str) -> None:
    """Open a choice and take one of its words by the keyboard."""
    choice.setFocus()
    place = choice.findText(words)
    assert place >= 0, [choice.itemText(n) for n in range(choice.count())]
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(place):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == words


async def test_what_needs_attention_comes_first_under_headings(
    page: DevicesPage, portal: Portal
) -> None:
    assert headings(page) == [
        "Needs attention · 6",
        "No contact for 30 days · 1",
        "All other devices · 12",
    ]
    for heading, band in zip(page.sections.headings, page.view.grid.bands, strict=True):
        assert heading.focusPolicy() is Qt.FocusPolicy.NoFocus
        assert heading.mapTo(page, QPoint()).y() < page.view.mapTo(page, QPoint(0, band.cards)).y()
    index = page.view.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Needs attention"
    portal.devices.arrange(group=GroupBy.NONE)
    assert headings(page) == []
    assert page.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == ""


async def test_a_few_devices_have_neither_sections_nor_controls(
    page: DevicesPage, portal: Portal
) -> None:
    for device in portal.devices.devices[6:]:
        portal.devices.remove(device.device_id)
    assert headings(page) == []
    assert not page.controls.isVisible()
    assert portal.devices.rowCount() == 6


async def test_the_controls_filter_sort_and_group(page: DevicesPage, portal: Portal) -> None:
    controls, devices = page.controls, portal.devices
    choose(controls.family, "Windows")
    choose(controls.health, "Compliant")
    assert devices.arrangement.filter == DeviceFilter(Family.WINDOWS, Health.GOOD)
    assert controls.count.text() == "4 of 19 devices"
    choose(controls.sort, "Sorted by last contact")
    choose(controls.group, "Grouped by owner")
    contacts = [each.last_sync_at for each in devices.shown if each.last_sync_at]
    assert contacts == sorted(contacts, reverse=True)
    assert len(contacts) == 4
    assert headings(page) == ["Company devices · 4"]
    assert (devices.arrangement.sort, devices.arrangement.group) == (
        SortBy.CONTACT,
        GroupBy.OWNERSHIP,
    )
    controls.clear.click()
    assert devices.rowCount() == COUNT
    assert not controls.clear.isVisible()
    assert controls.family.currentText() == "All systems"


async def test_no_filter_is_offered_where_all_devices_are_alike(
    page: DevicesPage, portal: Portal
) -> None:
    assert page.controls.family.isVisible()
    for device in portal.devices.devices:
        if device.platform.value != "windows" and portal.devices.total > 7:
            portal.devices.remove(device.device_id)
    kinds = {device.platform for device in portal.devices.devices}
    assert page.controls.family.isVisible() == (len(kinds) > 1)
    assert page.controls.isVisible()


async def test_a_filter_that_hides_everything_says_so_and_can_be_taken_away(
    page: DevicesPage, portal: Portal
) -> None:
    portal.devices.narrow(DeviceFilter(Family.WINDOWS, Health.UNKNOWN))
    words = "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())
    assert "No device matches\n" in words
    assert "0 of 19 devices" in words
    assert "A filter is set. It may be what hides the device." in words
    assert page.none.show_all.text() == "Clear filters"
    assert not page.controls.clear.isVisible()
    page.focus_first()
    assert page.none.first is page.none.show_all
    page.none.show_all.click()
    assert portal.devices.rowCount() == COUNT
    assert page.view.isVisible()


async def test_the_arrows_cross_from_section_to_section(page: DevicesPage, portal: Portal) -> None:
    page.focus_first()
    view, sections = page.view, portal.devices.sections
    view.setCurrentIndex(view.model().index(sections[0].size - 1, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == sections[1].start
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() < sections[1].start
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == COUNT - 1
    spot = view.mapTo(page, view.visualRect(view.currentIndex()).center())
    assert page.rect().contains(spot)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert 0 < view.currentIndex().row() < COUNT - 1
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.currentIndex().row() == 0


async def test_typing_leads_to_the_name_that_begins_so(page: DevicesPage) -> None:
    page.focus_first()
    view, pause = page.view, page.view.type_ahead.pause
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClicks(view, "marie")
    assert current(page) == "Marie’s Galaxy"
    QTest.keyClicks(view, "'s i")
    assert current(page) == "Marie’s iPhone"
    pause.timeout.emit()
    QTest.keyClick(view, Qt.Key.Key_P)
    first = current(page)
    assert first.startswith("P")
    QTest.keyClick(view, Qt.Key.Key_P)
    second = current(page)
    assert second.startswith("P")
    assert second != first
    pause.timeout.emit()
    QTest.keyClicks(view, "zzz")
    assert current(page) == second


async def test_a_space_opens_the_card_unless_a_name_is_being_typed(page: DevicesPage) -> None:
    chosen: list[object] = []
    page.device_chosen.connect(chosen.append)
    page.focus_first()
    QTest.keyClicks(page.view, "meeting r")
    assert chosen == []
    page.view.type_ahead.pause.timeout.emit()
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert chosen == [page.view.currentIndex().data(DeviceRole.DEVICE)]
    assert current(page) == "Meeting room iPad"


async def test_this_computer_is_marked_and_read_out(page: DevicesPage, portal: Portal) -> None:
    pc = device_called(portal, "PC-0042")
    row = portal.devices.row_of(pc.device_id)
    assert row is not None
    index = portal.devices.index(row)
    before = page.view.grab(page.view.visualRect(index)).toImage()
    assert "This computer" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    portal.devices.note_this_computer(ComputerIdentity(serial_number=pc.serial_number.lower()))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", This computer")
    assert portal.devices.this_computer_id == pc.device_id
    assert page.view.grab(page.view.visualRect(index)).toImage() != before


def move_mouse(page: DevicesPage, spot: QPoint) -> None:
    """As Qt tells the view where the mouse is, whatever other windows the tests have open."""
    viewport, none = page.view.viewport(), Qt.MouseButton.NoButton
    here, there = QPointF(spot), QPointF(viewport.mapToGlobal(spot))
    kind, keys = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(viewport, QMouseEvent(kind, here, there, none, none, keys))


async def test_the_card_under_the_mouse_is_lifted(page: DevicesPage) -> None:
    view = page.view
    rect, aside = view.visualRect(view.model().index(0, 0)), QPoint(5, 5)
    move_mouse(page, aside)
    before = view.grab(rect).toImage()
    move_mouse(page, rect.center())
    await until(lambda: view.grab(rect).toImage() != before)
    move_mouse(page, aside)
    await until(lambda: view.grab(rect).toImage() == before)


async def test_an_old_list_says_how_old_it_is(
    page: DevicesPage, portal: Portal, demo_clock: VirtualClock
) -> None:
    def age() -> str:
        portal.devices.changed.emit()
        texts = page.findChildren(Text)
        return next(each.text() for each in texts if each.text().startswith("Checked"))

    assert age().startswith("Checked at ")
    demo_clock.wall += timedelta(days=12)
    assert age() == "Checked 12 days ago"


@pytest.mark.parametrize("width", [400, 1100])
async def test_where_it_is_narrow_the_controls_are_folded_away(
    page: DevicesPage, width: int
) -> None:
    page.resize(width, 700)
    await settle()
    controls = page.controls
    is_narrow = width == 400
    assert controls.fold.isVisible() is is_narrow
    assert controls.sort.isVisible() is not is_narrow
    if is_narrow:
        controls.fold.click()
        assert controls.sort.isVisible()
        assert controls.fold.text() == "Hide filters and order"


@pytest.mark.parametrize(("percent", "width"), [(100, 480), (100, 1300), (200, 480), (200, 1300)])
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_nothing_is_cut_off(
    page: DevicesPage,
    portal: Portal,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    width: int,
    percent: int,
) -> None:
    speak(code)
    enlarge(percent)
    page.resize(width, 700)
    portal.devices.narrow(DeviceFilter(health=Health.BAD))
    await settle()
    if page.controls.fold.isVisible():
        page.controls.fold.click()
    await settle()
    assert cut_off(page) == []
    assert without_name(page) == []
    shown = [choice for choice in page.findChildren(Choice) if choice.isVisible()]
    assert len(shown) == 5
    for choice in shown:
        assert choice.width() >= choice.sizeHint().width()
    assert [section.group for section in portal.devices.sections] == [Group.ATTENTION]
    last = page.view.model().index(page.view.model().rowCount() - 1, 0)
    assert page.view.visualRect(last).bottom() < page.view.height()
