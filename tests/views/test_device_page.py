"""The page of one device: what is known, what can be done, and why something cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.device_facts import DeviceFacts
from companyportal.domain import Action, Device, Platform
from companyportal.portal import Portal
from companyportal.views.detail_words import SERIAL
from companyportal.views.device_page import DevicePage
from companyportal.views.text import Text
from tests.program import device_called, until
from tests.views.conftest import Hands
from tests.views.geometry import cut_off, settle, without_name
from tests.views.reset_driver import ResetDriver
from tests.virtual_clock import VirtualClock


@pytest.fixture
def page(application: QApplication, portal: Portal) -> DevicePage:
    """No device is open yet."""
    page = DevicePage(
        portal.details, portal.compliance, portal.direct, portal.follow_up, portal.clock
    )
    page.resize(900, 800)
    page.show()
    return page


def texts(page: DevicePage) -> str:
    """All words that can be seen."""
    return "\n".join(t.text() for t in page.findChildren(Text) if t.isVisibleTo(page))


async def open_device(portal: Portal, part: str) -> Device:
    """The page of the device whose name holds ``part``, read to the end."""
    device = device_called(portal, part)
    portal.details.open(device)
    await until(lambda: portal.details.checked_at and not portal.details.is_busy)
    return device


async def test_head_status_details_and_activity(page: DevicePage, portal: Portal) -> None:
    await open_device(portal, "Galaxy")
    words = texts(page)
    assert "Samsung Galaxy S23 · Android 14 · Company device" in words
    assert "This phone may open work apps and files." in words
    assert "Your organisation" in words
    assert "Check status" in words
    assert "Done after 40 second" in words


async def test_the_serial_number_shows_its_end_until_it_is_asked_for(
    page: DevicePage, portal: Portal
) -> None:
    device = await open_device(portal, "Galaxy")
    line = page.details_card.line(SERIAL)
    assert "•••• 7F3K" in texts(page)
    assert device.serial_number not in texts(page)
    line.reveal.click()
    assert device.serial_number in texts(page)
    line.reveal.click()
    assert device.serial_number not in texts(page)
    line.copy.click()
    assert QApplication.clipboard().text() == device.serial_number
    line.reveal.click()
    await open_device(portal, "iPhone")
    await open_device(portal, "Galaxy")
    assert device.serial_number not in texts(page)


async def test_a_moment_that_never_was_is_never_and_an_unknown_date_unknown(
    page: DevicePage, portal: Portal
) -> None:
    device = await open_device(portal, "Galaxy")
    unknown = replace(device, last_sync_at=None, enrolled_at=None)
    page.details_card.set_device(unknown, DeviceFacts())
    assert "Enrolled\nUnknown" in texts(page)
    assert "Last contact\nNever" in texts(page)


async def test_an_offered_reset_is_asked_for(page: DevicePage, portal: Portal) -> None:
    await open_device(portal, "Galaxy")
    asked: list[Device] = []
    page.asked.connect(lambda _, device: asked.append(device))
    page.focus_first()
    QTest.keyClick(page.action_row.button(Action.RESET_PASSCODE), Qt.Key.Key_Return)
    assert [device.name for device in asked] == ["Marie’s Galaxy"]


async def test_a_reset_that_cannot_be_is_disabled_with_its_reason(
    page: DevicePage, portal: Portal
) -> None:
    await open_device(portal, "PC-0042")
    asked: list[Device] = []
    page.asked.connect(lambda _, device: asked.append(device))
    row = page.action_row
    row.button(Action.RESET_PASSCODE).click()
    assert asked == []
    assert row.button(Action.RESET_PASSCODE).focusPolicy() & Qt.FocusPolicy.TabFocus
    assert (
        "Windows computers have no passcode to reset."
        in row.button(Action.RESET_PASSCODE).accessibleDescription()
    )
    assert row.button(Action.RESET_PASSCODE).accessibleDescription() in texts(page)


async def test_offline_the_actions_say_why_they_rest(
    page: DevicePage, portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    await open_device(portal, "Galaxy")
    await hands.browser.settle()
    await demo.__aexit__(None, None, None)
    portal.details.refresh()
    await until(lambda: portal.details.is_offline)
    assert "Not available while you are offline." in texts(page)
    assert "You are offline." in texts(page)
    assert (
        page.action_row.button(Action.RESET_PASSCODE).reason
        == "Not available while you are offline."
    )


async def test_a_followed_reset_leads_to_its_result(
    page: DevicePage, portal: Portal, hands: Hands, demo_clock: VirtualClock
) -> None:
    driver = ResetDriver.of(portal, hands, demo_clock)
    await driver.to_waiting("Galaxy")
    await open_device(portal, "Galaxy")
    assert "A reset is waiting for this device." in texts(page)
    assert "A reset has already been requested." in texts(page)
    await driver.wait_for_result()
    portal.details.refresh()
    await until(lambda: not portal.details.is_busy)
    assert "The passcode was reset." in texts(page)
    asked: list[Device] = []
    page.result_asked.connect(lambda _, device: asked.append(device))
    page.action_row.result.action.click()
    assert [device.name for device in asked] == ["Marie’s Galaxy"]
    page.resize(480, 800)
    await settle()
    assert cut_off(page) == []


@pytest.mark.parametrize("person", ["lucas"])
async def test_a_reset_that_did_not_work_leads_to_its_result_too(
    page: DevicePage, portal: Portal, hands: Hands, demo_clock: VirtualClock
) -> None:
    driver = ResetDriver.of(portal, hands, demo_clock)
    await driver.to_result("Lucas’s iPhone")
    await open_device(portal, "Lucas’s iPhone")
    assert "The reset did not work." in texts(page)
    assert "It did not work" in texts(page)


async def test_a_page_without_a_device_shows_nothing_of_one(page: DevicePage) -> None:
    assert page.title == ""
    page.action_row.button(Action.RESET_PASSCODE).click()
    page.action_row.result.action.click()


@pytest.mark.parametrize("platform", Platform)
@pytest.mark.parametrize("width", [640, 900])
async def test_every_reason_fits(
    page: DevicePage,
    portal: Portal,
    enlarge: Callable[[int], None],
    platform: Platform,
    width: int,
) -> None:
    enlarge(200)
    device = await open_device(portal, "Galaxy")
    page.resize(width, 800)
    portal.details.open(replace(device, platform=platform))
    portal.tasks.cancel("device")
    await settle()
    assert portal.details.device != device or platform is device.platform
    assert cut_off(page) == []


@pytest.mark.parametrize(
    ("percent", "width"), [(100, 480), (100, 700), (100, 1300), (200, 480), (200, 1300)]
)
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_nothing_is_cut_off(
    page: DevicePage,
    portal: Portal,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    width: int,
    percent: int,
) -> None:
    speak(code)
    enlarge(percent)
    for part in ("Galaxy", "PC-0042", "iPad"):
        await open_device(portal, part)
        page.resize(width, 800)
        await settle()
        assert cut_off(page) == []
        assert without_name(page) == []


async def test_what_was_refused_may_be_asked_about_again(
    page: DevicePage, portal: Portal, demo: DemoServer
) -> None:
    demo.tenant.faults.add("forbidden")
    portal.details.open(device_called(portal, "Galaxy"))
    again, reset = page.action_row.again, page.action_row.button(Action.RESET_PASSCODE)
    await until(lambda: again.isVisibleTo(page))
    assert "does not allow" in texts(page)
    demo.tenant.faults.clear()
    await until(lambda: not portal.details.is_busy)
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    await until(lambda: not reset.accessibleDescription())
    assert not again.isVisibleTo(page)
