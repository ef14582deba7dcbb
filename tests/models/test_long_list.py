"""Ten thousand devices: read over pages, shown at once, searched, kept, and the loop goes on."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from companyportal.demo.server import DemoServer
from companyportal.models import device_order
from companyportal.models.account import AccountState
from companyportal.models.device_list import DeviceList, ListState
from companyportal.portal import Portal
from companyportal.store_device_list import SLICE
from tests.demo_fixture import StartDemo
from tests.http_browser import HttpBrowser
from tests.models.hands import emissions
from tests.program import running_portal, sign_in, until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock

pytestmark = fault("R16")

MANY = 10_000


@pytest.fixture
async def crowded(start_demo: StartDemo) -> DemoServer:
    """An organisation whose first person has ten thousand devices beside the usual five."""
    return await start_demo(devices=MANY)


@pytest.fixture
async def portal(crowded: DemoServer, demo_clock: VirtualClock) -> AsyncIterator[Portal]:
    """That person, signed in; the list is there and being kept."""
    async with (
        HttpBrowser(username=crowded.people[0].username) as browser,
        running_portal(crowded, clock=demo_clock, open_url=browser.open_url) as portal,
    ):
        await sign_in(portal)
        yield portal


async def turns_while_running(portal: Portal) -> int:
    """How often the loop comes round to somebody else before the list has been dealt with."""
    turns = 0
    while portal.tasks.is_running("devices"):
        turns += 1
        await asyncio.sleep(0)
    return turns


async def test_they_arrive_over_pages_are_searched_and_kept(
    portal: Portal, crowded: DemoServer
) -> None:
    devices = portal.devices
    assert (devices.total, devices.rowCount()) == (MANY + 5, MANY + 5)
    assert not devices.is_partial
    pages = [r for r in crowded.tenant.requests if r.path == "/v1.0/me/managedDevices"]
    assert len(pages) == 11
    resets = emissions(devices.modelReset)
    devices.search("gen0009999")
    assert [device.serial_number for device in devices.shown] == ["GEN0009999"]
    assert len(resets) == 1
    await until(lambda: not portal.tasks.names)
    assert portal.account.account is not None
    kept = portal.store.devices(portal.account.account.person)
    assert kept == (devices.devices, devices.checked_at)


async def test_the_loop_has_its_turn_between_slices(portal: Portal) -> None:
    await until(lambda: not portal.tasks.names)
    refreshed = emissions(portal.devices.refreshed)
    arranging = 0
    portal.devices.refresh()
    while not refreshed:
        arranging += 1
        await asyncio.sleep(0)
    assert arranging >= MANY / device_order.SLICE
    assert await turns_while_running(portal) >= MANY / SLICE


async def test_who_signs_out_while_the_list_is_being_kept_leaves_none_of_it(
    portal: Portal,
) -> None:
    await until(lambda: not portal.tasks.names)
    portal.devices.refreshed.connect(portal.account.sign_out)
    portal.devices.refresh()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await until(lambda: not portal.tasks.names)
    assert portal.store.latest_devices() is None
    assert (portal.devices.total, portal.devices.state) == (0, ListState.IDLE)


async def test_the_kept_list_is_shown_again_in_its_order(portal: Portal) -> None:
    await until(lambda: not portal.tasks.names)
    again = DeviceList(
        service=portal.devices._service,
        store=portal.store,
        tasks=portal.tasks,
        clock=portal.clock,
    )
    again.restore()
    assert again.devices == portal.devices.devices
