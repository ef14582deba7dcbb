"""Who tells a person their devices, and how often Intune is asked in vain."""

from __future__ import annotations

from collections import Counter

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import NotPermitted
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.device_source import REMEMBERED
from companyportal.models.eligibility import Eligibility
from companyportal.portal import Portal
from companyportal.reasons import Reason
from tests.models.hands import Hands
from tests.program import running_portal, sign_in, until
from tests.virtual_clock import VirtualClock

INTUNE, REGISTERED, OWNED = "managedDevices", "registeredDevices", "ownedDevices"


def asked(demo: DemoServer) -> Counter[str]:
    """How often each list was asked for since the last time."""
    lists = [seen.path.rpartition("/")[2] for seen in demo.tenant.requests if seen.site == "graph"]
    demo.tenant.requests.clear()
    return Counter(name for name in lists if name in (INTUNE, REGISTERED, OWNED))


async def read_again(portal: Portal) -> None:
    """Ask for the list as often as a person may."""
    portal.devices.refresh()
    await until(lambda: not portal.tasks.names)


async def begin_again(portal: Portal) -> None:
    """The next session of the same person."""
    person = portal.devices._person
    assert person is not None
    portal.devices.open(person)
    await until(lambda: not portal.tasks.names)


async def without_a_role(portal: Portal, demo: DemoServer, refusal: str = "no-role") -> None:
    """A session that Intune never tells anything."""
    demo.tenant.faults.add(refusal)
    await begin_again(portal)
    assert portal.devices.is_read_only


@pytest.mark.parametrize("fault", ["no-role", "no-role-401"])
async def test_the_directory_is_asked_where_intune_refuses(
    portal: Portal, demo: DemoServer, fault: str
) -> None:
    managed = {device.name for device in portal.devices.devices}
    assert not portal.devices.is_read_only
    assert asked(demo)[REGISTERED] == 0
    await without_a_role(portal, demo, fault)
    assert asked(demo) == {INTUNE: 1, REGISTERED: 1, OWNED: 1}
    assert portal.devices.state is ListState.READY
    assert portal.devices.is_read_only
    assert {device.name for device in portal.devices.devices} == managed | {"HOME-PC"}
    assert portal.messages.current is None


async def test_nothing_can_be_asked_of_what_the_directory_tells(
    portal: Portal, demo: DemoServer
) -> None:
    await without_a_role(portal, demo)
    asked(demo)
    for device in portal.devices.devices:
        portal.details.open(device)
        await until(lambda: not portal.tasks.names)
        for action in Action:
            if action is Action.OTHER:
                continue
            offer = portal.details.offer(action)
            assert offer is not None
            assert not offer.is_offered
        offer = portal.details.offer(Action.RESET_PASSCODE)
        assert offer is not None
        assert offer.reason is Reason.READ_ONLY
    assert not portal.details.is_busy
    assert demo.tenant.requests == []


async def test_intune_is_asked_once_a_week_and_when_the_person_wants_it(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await without_a_role(portal, demo)
    asked(demo)
    await read_again(portal)
    assert asked(demo) == {REGISTERED: 1, OWNED: 1}
    portal.devices.ask_again()
    await until(lambda: not portal.tasks.names)
    assert asked(demo) == {INTUNE: 1, REGISTERED: 1, OWNED: 1}
    await demo_clock.advance(REMEMBERED.total_seconds())
    await read_again(portal)
    assert asked(demo)[INTUNE] >= 1


async def test_a_role_that_was_given_opens_everything_again(
    portal: Portal, demo: DemoServer
) -> None:
    await without_a_role(portal, demo)
    demo.tenant.faults.clear()
    await read_again(portal)
    assert portal.devices.is_read_only
    portal.devices.ask_again()
    await until(lambda: not portal.tasks.names)
    assert not portal.devices.is_read_only
    assert portal.devices.find(demo.tenant.devices_of(demo.people[0])[0].device_id) is not None
    assert "HOME-PC" not in {device.name for device in portal.devices.devices}


async def test_it_is_remembered_until_the_person_signs_out(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("no-role")
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.names)
        assert portal.devices.is_read_only
        person = portal.devices._person
        assert person is not None
        assert portal.store.refused_at(person, INTUNE) is not None
        portal.devices.restore()
        assert portal.devices.is_read_only
        portal.account.sign_out()
        await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
        await until(lambda: not portal.tasks.names)
        assert portal.store.refused_at(person, INTUNE) is None
        assert not portal.devices.is_read_only


async def test_a_clock_that_was_ahead_does_not_keep_a_refusal_alive(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    person = portal.devices._person
    assert person is not None
    portal.store.note_refused(person, INTUNE, demo_clock.now() + REMEMBERED)
    asked(demo)
    await read_again(portal)
    assert asked(demo) == {INTUNE: 1}


async def test_whom_intune_has_told_them_keeps_them_through_a_refusal(
    portal: Portal, demo: DemoServer
) -> None:
    demo.tenant.faults.add("no-role")
    asked(demo)
    await read_again(portal)
    assert asked(demo) == {INTUNE: 1}
    assert (portal.devices.state, portal.devices.total) == (ListState.FAILED, 5)
    assert not portal.devices.is_read_only
    told = portal.messages.current
    assert told is not None
    assert isinstance(told.error, NotPermitted)
    await begin_again(portal)
    assert portal.devices.is_read_only


async def test_where_nobody_tells_the_devices_the_first_refusal_counts(
    portal: Portal, demo: DemoServer
) -> None:
    demo.tenant.faults.add("forbidden")
    await begin_again(portal)
    assert portal.devices.state is ListState.FAILED
    assert not portal.devices.is_read_only
    told = portal.messages.current
    assert told is not None
    assert isinstance(told.error, NotPermitted)
    demo.tenant.faults.clear()
    await read_again(portal)
    assert asked(demo)[INTUNE] >= 1
    assert not portal.devices.is_read_only


async def test_a_reset_cannot_even_begin(portal: Portal, demo: DemoServer) -> None:
    await without_a_role(portal, demo)
    person = portal.devices._person
    assert person is not None
    may = Eligibility(portal.devices, portal.details._rules)
    galaxy = next(each for each in portal.devices.devices if "Galaxy" in each.name)
    assert not may.allows(Action.RESET_PASSCODE, galaxy, person)
    assert demo.tenant.posts == []
