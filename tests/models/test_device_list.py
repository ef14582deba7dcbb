"""The list of devices: kept, read, searched, ordered, and never somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Device
from companyportal.errors import NotPermitted
from companyportal.models.account import AccountState
from companyportal.models.device_list import DeviceList, DeviceRole, ListState
from companyportal.portal import Portal
from companyportal.store import Store
from companyportal.tasks import Tasks
from tests.demo_fixture import StartDemo
from tests.models.forbidding import forbidding
from tests.models.hands import Hands, emissions
from tests.program import device_called, running_portal, sign_in, until
from tests.proofs import fault
from tests.store_samples import ASKED_AT, MARIE, PAUL
from tests.virtual_clock import VirtualClock

BOOK = Device(device_id="1", name="élan d’or", manufacturer="Framework", model="13", system="Linux")
GALAXY = Device(
    device_id="2", name="Galaxy", manufacturer="Samsung", model="S23 Ultra", serial_number="R5CW30"
)
IPHONE = Device(device_id="3", name="iPhone", manufacturer="Apple", model="iPhone 14", system="iOS")
TWIN = Device(device_id="4", name="galaxy", manufacturer="Samsung", model="A5")
SAMPLES = (IPHONE, TWIN, GALAXY, BOOK)


@pytest.fixture
def store() -> Iterator[Store]:
    """Nothing but Marie's last list."""
    store = Store.open(None)
    store.save_devices(MARIE, SAMPLES, ASKED_AT)
    yield store
    store.close()


@pytest.fixture
def devices(store: Store, portal: Portal) -> DeviceList:
    """The samples as the store kept them; nobody is signed in."""
    devices = listing(store, portal)
    devices.restore()
    return devices


def listing(store: Store, portal: Portal) -> DeviceList:
    """An empty list beside the portal's own, with its connection."""
    return DeviceList(
        service=portal.devices._service, store=store, tasks=Tasks(), clock=portal.clock
    )


def shown(devices: DeviceList) -> list[str]:
    """The names that a view would show."""
    return [str(devices.index(row).data()) for row in range(devices.rowCount())]


async def test_the_model_is_sound(devices: DeviceList, qtmodeltester: Any) -> None:
    qtmodeltester.check(devices)
    devices.search("galaxy")
    devices.replace(replace(GALAXY, model="S24"))
    devices.remove(TWIN.device_id)
    devices.search("nothing of the kind")
    devices.clear()


async def test_each_role_tells_its_part(devices: DeviceList) -> None:
    index = devices.index(2)
    assert index.data(DeviceRole.DEVICE) is devices.devices[2]
    assert index.data() == "galaxy"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "galaxy"
    devices.describe = lambda device: f"{device.name} of {device.manufacturer}"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "galaxy of Samsung"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert devices.data(QModelIndex()) is None
    assert devices.rowCount(index) == 0
    devices.search("iphone")
    assert devices.data(index) is None


async def test_devices_stand_by_name_whatever_the_case(devices: DeviceList) -> None:
    assert shown(devices) == ["élan d’or", "Galaxy", "galaxy", "iPhone"]
    assert devices.find("2") == GALAXY
    assert devices.find("5") is None
    assert devices.checked_at == ASKED_AT


@pytest.mark.parametrize(
    ("needle", "found"),
    [
        ("", ["élan d’or", "Galaxy", "galaxy", "iPhone"]),
        ("GALAXY", ["Galaxy", "galaxy"]),
        ("samsung s23", ["Galaxy"]),
        ("ultra gal", ["Galaxy"]),
        ("r5cw", ["Galaxy"]),
        ("ios", ["iPhone"]),
        ("ÉLAN", ["élan d’or"]),
        ("elan", ["élan d’or"]),
        ("  d'or\t", ["élan d’or"]),
        ("galaxy iphone", []),
        ("gal*", []),
    ],
)
async def test_every_word_must_be_somewhere(
    devices: DeviceList, needle: str, found: list[str]
) -> None:
    told = emissions(devices.changed)
    devices.search(needle)
    assert shown(devices) == found
    assert (devices.needle, devices.total, len(told)) == (needle, 4, 1)


@fault("R16")
async def test_ten_thousand_devices_are_searched_in_one_go(store: Store, portal: Portal) -> None:
    many = [
        replace(GALAXY, device_id=f"{n}", name=f"Device {n:05}", serial_number=f"SN{n}")
        for n in range(10_000)
    ]
    store.save_devices(MARIE, many, ASKED_AT)
    devices = listing(store, portal)
    devices.restore()
    resets = emissions(devices.modelReset)
    devices.search("device sn9999")
    assert (shown(devices), len(resets)) == (["Device 09999"], 1)
    devices.search("samsung")
    assert (devices.rowCount(), len(resets)) == (10_000, 2)


async def test_a_device_known_better_takes_its_own_place(devices: DeviceList) -> None:
    cells = emissions(devices.dataChanged)
    devices.search("galaxy")
    better = replace(GALAXY, model="Fold", open_actions=frozenset({Action.RESET_PASSCODE}))
    for _ in range(2):
        devices.replace(better)
    assert [(first.row(), last.row()) for first, last, *_ in cells] == [(0, 0)]
    assert devices.index(0).data(DeviceRole.DEVICE) == better
    devices.replace(replace(IPHONE, system="iOS 17"))
    devices.replace(replace(IPHONE, device_id="unknown"))
    assert (len(cells), devices.total) == (1, 4)
    devices.search("fold")
    assert shown(devices) == ["Galaxy"]
    devices.search("ios 17")
    assert shown(devices) == ["iPhone"]


async def test_before_the_session_is_known_the_kept_list_is_shown_and_not_read(
    devices: DeviceList, demo: DemoServer
) -> None:
    seen = len(demo.tenant.requests)
    devices.refresh()
    assert devices.state is ListState.IDLE
    assert devices.total == 4
    assert len(demo.tenant.requests) == seen


async def test_an_empty_store_restores_nothing(portal: Portal) -> None:
    store = Store.open(None)
    devices = listing(store, portal)
    told = emissions(devices.changed)
    devices.restore()
    assert (devices.total, devices.checked_at, told) == (0, None, [])
    store.close()


async def test_signing_in_as_somebody_else_empties_the_kept_list_at_once(
    store: Store, portal: Portal
) -> None:
    same, other = listing(store, portal), listing(store, portal)
    for devices, person in ((same, MARIE), (other, PAUL)):
        devices.restore()
        assert devices.total == 4
        devices.open(person)
        devices._tasks.cancel("devices")
    assert (same.total, same.checked_at) == (4, ASKED_AT)
    assert (other.total, other.checked_at) == (0, None)
    await until(lambda: not (same._tasks.names or other._tasks.names))


async def test_the_devices_of_the_first_person_never_flash_up_for_the_second(
    demo: DemoServer, hands: Hands, portal: Portal
) -> None:
    first = {device.name for device in portal.devices.devices}
    assert len(first) == 5
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    seen: set[str] = set()
    for signal in (portal.devices.modelReset, portal.devices.changed):
        signal.connect(lambda *_: seen.update(d.name for d in portal.devices.devices))
    hands.browser.forget()
    hands.browser.username = demo.people[1].username
    await sign_in(portal)
    assert len(seen) == portal.devices.total == 6
    assert not seen & first


async def test_a_refresh_replaces_the_list_and_keeps_it(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    gone = demo.tenant.devices_of(demo.people[0]).pop(0)
    await demo_clock.advance(60)
    refreshed = emissions(portal.devices.refreshed)
    portal.devices.refresh()
    await until(lambda: refreshed)
    assert portal.devices.find(gone.device_id) is None
    assert portal.devices.total == 4
    assert portal.devices.checked_at == demo_clock.now()
    assert portal.account.account is not None
    kept = portal.store.devices(portal.account.account.person)
    assert kept == (portal.devices.devices, demo_clock.now())


async def test_a_reset_that_is_known_to_be_open_survives_a_refresh(portal: Portal) -> None:
    galaxy = device_called(portal, "Galaxy")
    portal.devices.replace(replace(galaxy, open_actions=frozenset({Action.RESET_PASSCODE})))
    refreshed = emissions(portal.devices.refreshed)
    portal.devices.refresh()
    await until(lambda: refreshed)
    assert [d.name for d in portal.devices.devices if d.has_open_reset] == [galaxy.name]


@fault("R01")
async def test_offline_what_was_known_stays_with_its_age(
    start_demo: StartDemo, demo_clock: VirtualClock, hands: Hands
) -> None:
    demo = await start_demo()
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        checked_at = portal.devices.checked_at
        await hands.browser.settle()
        await demo.__aexit__(None, None, None)
        await demo_clock.advance(3600)
        portal.devices.refresh()
        await until(lambda: portal.devices.state is ListState.FAILED)
        assert portal.devices.is_offline
        assert (portal.devices.total, portal.devices.checked_at) == (5, checked_at)
        assert checked_at == demo_clock.now() - timedelta(hours=1)
        assert portal.messages.current is None


async def test_a_refusal_is_told_and_the_list_stays(portal: Portal, demo: DemoServer) -> None:
    demo.tenant.faults.add("forbidden")
    portal.devices.refresh()
    await until(lambda: portal.messages.current)
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, NotPermitted)
    assert (portal.devices.state, portal.devices.total) == (ListState.FAILED, 5)
    assert not portal.devices.is_offline
    demo.tenant.faults.clear()
    portal.devices.refresh()
    await until(lambda: portal.devices.state is ListState.READY)
    assert portal.messages.current is None


async def test_a_list_that_was_cut_off_says_so(portal: Portal, demo: DemoServer) -> None:
    demo.tenant.faults.add("loop-nextlink")
    portal.devices.refresh()
    await until(lambda: portal.devices.is_partial)
    assert (portal.devices.state, portal.devices.total) == (ListState.READY, 5)


async def test_clearing_drops_a_running_reading(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("latency")
    refreshed = emissions(portal.devices.refreshed)
    portal.devices.search("galaxy")
    portal.devices.refresh()
    await until(lambda: demo_clock.sleepers)
    portal.devices.clear()
    await demo_clock.advance(5)
    await until(lambda: not portal.tasks.names)
    assert (portal.devices.state, portal.devices.total) == (ListState.IDLE, 0)
    assert (portal.devices.needle, portal.devices.checked_at) == ("", None)
    assert refreshed == []


async def test_a_list_that_cannot_be_kept_bothers_nobody(
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
    tmp_path: Path,
) -> None:
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        with forbidding(tmp_path, "INSERT ON device_lists"):
            await sign_in(portal)
            await until(lambda: not portal.tasks.is_running("devices"))
        assert portal.devices.total == 5
        assert portal.messages.current is None
