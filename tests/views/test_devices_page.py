"""The list: its cards, its keys, and every state in which there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.domain import Device
from companyportal.models.device_list import DeviceRole, ListState
from companyportal.portal import Portal
from companyportal.views.devices_page import DevicesPage
from companyportal.views.text import Text
from tests.demo_fixture import StartDemo
from tests.http_browser import HttpBrowser
from tests.program import running_portal, sign_in, until
from tests.views.conftest import Hands
from tests.views.geometry import cut_off, settle, without_name
from tests.virtual_clock import VirtualClock


@pytest.fixture
def page(application: QApplication, portal: Portal) -> DevicesPage:
    """The list of the first person, on the screen."""
    page = DevicesPage(portal.devices, portal.clock, portal.organisation)
    page.resize(900, 700)
    page.show()
    return page


def texts(page: DevicesPage) -> str:
    """All words that can be seen outside of the cards."""
    return "\n".join(t.text() for t in page.findChildren(Text) if t.isVisibleTo(page))


@pytest.fixture
def chosen(page: DevicesPage) -> list[Device]:
    """The devices that were chosen, in their order."""
    chosen: list[Device] = []
    page.device_chosen.connect(chosen.append)
    return chosen


async def test_the_title_counts_and_tells_the_age(page: DevicesPage, portal: Portal) -> None:
    assert "Your devices" in texts(page)
    assert str(portal.devices.total) in texts(page)
    assert "Checked at " in texts(page)
    assert "Phone locked? Choose it, then Reset passcode." in texts(page)


async def test_a_click_on_a_card_opens_it(page: DevicesPage, chosen: list[Device]) -> None:
    view = page.view
    index = view.model().index(1, 0)
    spot = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == [index.data(DeviceRole.DEVICE)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
async def test_the_keyboard_opens_the_card_it_stands_on(
    page: DevicesPage, chosen: list[Device], key: Qt.Key
) -> None:
    page.focus_first()
    page.view.setCurrentIndex(page.view.model().index(0, 0))
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    current = page.view.currentIndex()
    QTest.keyClick(page.view, key)
    assert current.row() > 0
    assert chosen == [current.data(DeviceRole.DEVICE)]


async def test_the_keyboard_stays_on_its_card_after_a_refresh(
    page: DevicesPage, portal: Portal
) -> None:
    page.view.setCurrentIndex(page.view.model().index(2, 0))
    before = page.view.currentIndex().data(DeviceRole.DEVICE).device_id
    seen: list[None] = []
    portal.devices.refreshed.connect(lambda: seen.append(None))
    portal.devices.refresh()
    await until(lambda: seen)
    assert page.view.currentIndex().data(DeviceRole.DEVICE).device_id == before


async def test_a_screen_reader_hears_name_model_system_and_badges(
    page: DevicesPage, portal: Portal
) -> None:
    index = page.view.model().index(0, 0)
    device = index.data(DeviceRole.DEVICE)
    name = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert name.startswith(f"{device.name}, ")
    assert name.count(", ") >= 2


@pytest.mark.parametrize(("width", "columns"), [(400, 1), (760, 2), (1300, 3)])
async def test_as_many_columns_as_fit(page: DevicesPage, width: int, columns: int) -> None:
    page.resize(width, 700)
    await settle()
    assert page.view.columns == columns
    rects = [page.view.visualRect(page.view.model().index(n, 0)) for n in range(columns + 1)]
    assert len({rect.top() for rect in rects[:columns]}) == 1
    assert rects[columns].top() > rects[0].top()


async def test_a_search_without_a_match_offers_all_devices(
    page: DevicesPage, portal: Portal
) -> None:
    portal.devices.search("no such <b>device</b>")
    assert "No device matches “no such <b>device</b>”" in texts(page)
    assert not page.view.isVisible()
    page.none.show_all.click()
    assert page.view.isVisible()
    assert portal.devices.needle == ""


async def test_why_a_device_is_missing_opens_in_place(page: DevicesPage) -> None:
    asked: list[None] = []
    page.support_asked.connect(lambda: asked.append(None))
    page.missing.why.click()
    assert "It is enrolled under another account" in texts(page)
    page.missing.explanation.support.click()
    assert len(asked) == 1
    page.missing.why.click()
    assert "It is enrolled under another account" not in texts(page)


async def test_offline_the_cards_stay_and_their_age_is_told(
    page: DevicesPage, portal: Portal, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    await hands.browser.settle()
    await demo.__aexit__(None, None, None)
    portal.devices.refresh()
    await until(lambda: portal.devices.is_offline)
    assert page.view.isVisible()
    assert "You are offline." in texts(page)
    assert "This is what was known at " in texts(page)
    await settle()
    assert cut_off(page) == []


async def test_offline_from_the_first_moment_says_that_nothing_is_known(
    application: QApplication, start_demo: StartDemo, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    demo = await start_demo()
    async with running_portal(demo, clock=demo_clock, open_url=browser.open_url) as portal:
        await sign_in(portal)
        account = portal.account.account
        assert account is not None
        portal.devices.clear()
        portal.store.erase_personal()
        await browser.settle()
        await demo.__aexit__(None, None, None)
        page = DevicesPage(portal.devices, portal.clock, portal.organisation)
        page.resize(900, 700)
        page.show()
        portal.devices.open(account.person)
        await until(lambda: portal.devices.is_offline)
        assert "Nothing was known before." in texts(page)
        assert "Your devices could not be read" in texts(page)
        assert page.none.try_again.isVisible()
        page.focus_first()
        assert page.none.first is page.none.try_again
        await settle()
        assert cut_off(page) == []


async def test_nothing_enrolled_explains_how_to(
    application: QApplication, start_demo: StartDemo, demo_clock: VirtualClock
) -> None:
    demo = await start_demo()
    nobody = next(p for p in demo.people if not demo.tenant.devices_of(p))
    async with (
        HttpBrowser(username=nobody.username) as browser,
        running_portal(demo, clock=demo_clock, open_url=browser.open_url) as portal,
    ):
        await sign_in(portal)
        page = DevicesPage(portal.devices, portal.clock, portal.organisation)
        page.resize(900, 700)
        page.show()
        assert "No device yet" in texts(page)
        page.none.enrol.click()
        await settle()
        assert "Install the Company Portal app on it and sign in there." in texts(page)
        assert cut_off(page) == []


async def test_placeholders_wait_for_a_moment(
    application: QApplication, demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    async with running_portal(demo, clock=demo_clock, open_url=browser.open_url) as portal:
        page = DevicesPage(portal.devices, portal.clock, portal.organisation)
        page.resize(900, 700)
        page.show()
        portal.account.restore()
        await until(lambda: not portal.tasks.is_running("restore"))
        portal.account.sign_in()
        await until(lambda: portal.devices.state is ListState.LOADING)
        assert not page.placeholder.isVisible()
        assert "Loading your devices…" in texts(page)
        page.skeleton_timer.timeout.emit()
        assert page.placeholder.isVisible()
        await until(lambda: portal.devices.state is ListState.READY)
        assert not page.placeholder.isVisible()
        assert page.view.isVisible()


@pytest.mark.parametrize(
    ("percent", "width"), [(100, 480), (100, 900), (100, 1300), (200, 480), (200, 1300)]
)
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_nothing_is_cut_off(
    page: DevicesPage,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    width: int,
    percent: int,
) -> None:
    speak(code)
    enlarge(percent)
    page.resize(width, 700)
    page.missing.why.click()
    await settle()
    assert cut_off(page) == []
    assert without_name(page) == []
    last = page.view.model().index(page.view.model().rowCount() - 1, 0)
    assert page.view.visualRect(last).bottom() < page.view.height()
    assert page.view.verticalScrollBar().maximum() == 0
