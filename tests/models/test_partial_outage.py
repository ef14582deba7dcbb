"""Where a part of the service fails, what needs it keeps what it knew and all else is fresh."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain, combinations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Device
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.follow_up import FIRST_LOOK_S
from companyportal.organisation import Organisation
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.faults.http_toxics import HtmlAnswer, HttpToxic, StatusStorm
from tests.faults.proxy import FaultProxy
from tests.models.hands import emissions
from tests.models.test_follow_up import ask, follow, known
from tests.program import device_called, until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock

PARTS = ("list", "page", "followed", "brand", "tokens")
"""Everything the program reads while somebody is signed in, looks at a device and waits for one."""

Break = Callable[[str], HttpToxic]
WAYS: dict[str, Break] = {
    "refused": lambda path: StatusStorm(403, path),
    "captive": lambda path: HtmlAnswer(path),
}
STAND_INS = {"refused": {"brand"}, "captive": set[str]()}
"""Where Intune says no, the directory tells something in its place."""


def every_choice(parts: Iterable[str]) -> list[frozenset[str]]:
    """Nothing, each part alone, each two of them, and so on to all of them."""
    parts = tuple(parts)
    chosen = (combinations(parts, count) for count in range(len(parts) + 1))
    return [frozenset(choice) for choice in chain.from_iterable(chosen)]


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Each way to it can be broken."""
    return faulty_demo


@pytest.fixture
async def busy(portal: Portal, demo: DemoServer) -> Portal:
    """One device is looked at, and the answer of another is awaited."""
    demo.tenant.delay_s = 86_400
    iphone = device_called(portal, "iPhone")
    ask(demo, iphone)
    follow(portal, iphone)
    portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: portal.details.checked_at)
    return portal


async def refresh_all(portal: Portal, iphone: Device, clock: VirtualClock) -> None:
    """Ask for everything at once, and wait for every end, good or bad."""
    reading = {"devices", "device", "organisation"}
    portal.devices.refresh()
    portal.details.refresh()
    portal.organisation.refresh()
    portal.follow_up.check_now(iphone.device_id, Action.RESET_PASSCODE)
    await until(lambda: known(portal, iphone).next_look_s == 0.0)
    await clock.advance(0)
    await until(lambda: known(portal, iphone).next_look_s == FIRST_LOOK_S)
    await until(lambda: not reading & {*portal.tasks.names})


def presented(organisation: Organisation) -> tuple[str, bytes, str]:
    """What people see of it."""
    return organisation.name, organisation.logo, organisation.support_phone


def freshness(portal: Portal, iphone: Device, clock: VirtualClock) -> dict[str, bool]:
    """Which parts were read just now."""
    return {
        "list": portal.devices.state is ListState.READY,
        "page": portal.details.checked_at == clock.now(),
        "followed": known(portal, iphone).checked_at == clock.now(),
    }


@fault("R35")
@pytest.mark.parametrize("way", WAYS)
async def test_each_part_fails_for_itself(
    busy: Portal,
    fault_proxy: FaultProxy,
    identity_proxy: FaultProxy,
    demo_clock: VirtualClock,
    way: str,
) -> None:
    galaxy, iphone = device_called(busy, "Galaxy"), device_called(busy, "iPhone")
    paths = {
        "list": "/me/managedDevices",
        "page": galaxy.device_id,
        "followed": iphone.device_id,
        "brand": "intuneBrand",
    }
    assert busy.account.account is not None
    person, organisation = busy.account.account.person, busy.organisation.organisation
    branded = emissions(busy.organisation.changed)
    for broken in every_choice(PARTS):
        for part in broken & {*paths}:
            fault_proxy.add(WAYS[way](paths[part]))
        if "tokens" in broken:
            await identity_proxy.down()
        await demo_clock.advance(1)
        branded.clear()
        await refresh_all(busy, iphone, demo_clock)
        lacking = broken - STAND_INS[way]
        fresh = freshness(busy, iphone, demo_clock) | {"brand": bool(branded)}
        assert fresh == {part: part not in lacking for part in paths}, broken
        # The directory also knows a computer that Intune does not manage.
        total = 6 if "list" in broken & STAND_INS[way] else 5
        assert (busy.devices.total, busy.devices.is_offline) == (total, False)
        assert (busy.details.device, busy.details.is_offline) == (galaxy, False)
        assert known(busy, iphone).state is OperationState.ACCEPTED
        assert presented(busy.organisation.organisation) == presented(organisation)
        assert busy.account.state is AccountState.SIGNED_IN
        fault_proxy.clear()
        busy.store.forget_refused(person, "managedDevices")
        if "tokens" in broken:
            await identity_proxy.up()
