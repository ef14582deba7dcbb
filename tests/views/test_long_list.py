"""Ten thousand cards are painted, not made: as many widgets as for five, few cards in memory."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from companyportal.portal import Portal
from companyportal.views.device_card import MANY, DeviceCard
from companyportal.views.devices_page import DevicesPage
from tests.proofs import fault
from tests.views.geometry import settle

pytestmark = fault("R16")

COUNT = 10_000


@pytest.fixture
async def page(portal: Portal) -> DevicesPage:
    """The list of the first person, on the screen."""
    page = DevicesPage(portal.devices, portal.clock, portal.organisation)
    page.resize(900, 700)
    page.show()
    await settle()
    return page


async def fill(portal: Portal, count: int = COUNT) -> None:
    """Show so many devices as if they had been kept."""
    assert portal.account.account is not None
    pattern = portal.devices.devices[0]
    many = [replace(pattern, device_id=f"{n}", name=f"Device {n:05}") for n in range(count)]
    portal.store.save_devices(portal.account.account.person, many, portal.clock.now())
    portal.devices.restore()
    await settle()


async def test_no_widget_is_made_for_a_row(page: DevicesPage, portal: Portal) -> None:
    await fill(portal, 10)
    before = len(page.findChildren(QWidget))
    await fill(portal)
    assert portal.devices.rowCount() == COUNT
    assert len(page.findChildren(QWidget)) == before


async def test_the_page_has_room_for_every_card(page: DevicesPage, portal: Portal) -> None:
    await fill(portal)
    view = page.view
    rows = -(-COUNT // view.columns)
    assert view.height() == rows * view.grid.cell.height()


async def test_only_so_many_painted_cards_are_remembered(page: DevicesPage, portal: Portal) -> None:
    await fill(portal)
    card = page.view.itemDelegate()
    assert isinstance(card, DeviceCard)
    for number in range(0, 3 * MANY):
        card._layout(portal.devices.index(number), 300)
    assert len(card._layouts) <= MANY
    portal.devices.clear()
    assert card._layouts == {}


async def test_the_search_leaves_the_cards_that_match(page: DevicesPage, portal: Portal) -> None:
    await fill(portal)
    portal.devices.search("device 0999")
    await settle()
    wanted = ["Device 00999", *(f"Device 0999{digit}" for digit in range(10))]
    assert [device.name for device in portal.devices.shown] == wanted
    assert page.view.isVisible()
    rows = -(-len(wanted) // page.view.columns)
    assert page.view.height() == rows * page.view.grid.cell.height()
