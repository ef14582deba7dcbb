"""Many devices: found by section, filter and letters, with and without a connection."""

from __future__ import annotations

import ssl

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.views.list_controls import Choice
from tests.demo_fixture import StartDemo
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands
from tests.program import passing, until
from tests.proofs import fault
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def demo(start_demo: StartDemo, fault_proxy: FaultProxy) -> DemoServer:
    """Marie has nineteen devices, and a cable that can be pulled out."""
    demo = await start_demo(devices=14, graph_port=fault_proxy.port)
    trusted = ssl.create_default_context(cafile=demo.endpoints.ca_file)
    await fault_proxy.lead_to(demo.programs_port, demo.tls, trusted)
    return demo


@pytest.fixture
async def sitting(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> Sitting:
    """She has signed in and looks at her devices."""
    sitting = await sit_down(demo, hands, clock=demo_clock)
    await sitting.sign_in()
    return sitting


async def choose(sitting: Sitting, choice: Choice, letters: str) -> None:
    """By the keyboard: typing takes the choice that begins so."""
    choice.setFocus()
    QTest.keyClicks(choice, letters)
    await sitting.rest()
    assert choice.currentText().casefold().startswith(letters)


def names(sitting: Sitting) -> set[str]:
    """Whose cards are there."""
    return {device.name for device in sitting.portal.devices.shown}


async def test_a_device_is_found_among_many_by_filter_and_letters(sitting: Sitting) -> None:
    sitting.sees("Needs attention · 6", "All other devices · 12")
    page = sitting.window.devices_page
    await choose(sitting, page.controls.family, "win")
    sitting.sees("5 of 19 devices")
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(page.view, "pc-")
    await sitting.press(Qt.Key.Key_Return)
    await until(lambda: sitting.portal.details.checked_at is not None)
    sitting.sees("PC-0042")
    sitting.window.router.back()
    sitting.sees("5 of 19 devices")
    await sitting.click("Clear filters")
    assert len(names(sitting)) == 19


async def test_from_the_search_enter_leads_to_what_was_found(sitting: Sitting) -> None:
    sitting.window.header.focus_search()
    QTest.keyClicks(sitting.window.header.search, "meeting")
    sitting.sees("1 of 19 devices")
    await sitting.press(Qt.Key.Key_Return)
    view = sitting.window.devices_page.view
    assert view.hasFocus()
    await sitting.press(Qt.Key.Key_Down)
    await sitting.press(Qt.Key.Key_Return)
    await until(lambda: sitting.portal.details.checked_at is not None)
    sitting.sees("Meeting room iPad")


@fault("R01")
async def test_offline_the_filter_goes_on_working_and_holds_when_the_connection_is_back(
    sitting: Sitting, fault_proxy: FaultProxy
) -> None:
    devices, page = sitting.portal.devices, sitting.window.devices_page
    await fault_proxy.down()
    await sitting.click("Check again (F5)")
    await sitting.let_pass_until(text="You are offline.")
    await choose(sitting, page.controls.health, "not comp")
    shown = names(sitting)
    assert 0 < len(shown) < 19
    sitting.sees(f"{len(shown)} of 19 devices", "You are offline.")
    await fault_proxy.up()
    await passing(sitting.clock, lambda: devices.state is ListState.READY, 1)
    assert "You are offline." not in sitting.words()
    assert names(sitting) == shown


async def test_whoever_signs_out_leaves_no_filter_behind(sitting: Sitting) -> None:
    page = sitting.window.devices_page
    await choose(sitting, page.controls.family, "win")
    account = sitting.portal.account
    account.sign_out()
    await until(lambda: account.account is None and not sitting.portal.tasks.names)
    await sitting.sign_in()
    assert len(names(sitting)) == 19
    assert page.controls.family.currentText() == "All systems"
