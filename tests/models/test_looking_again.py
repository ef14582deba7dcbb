"""A device that does not answer for long: then it is looked for when the person comes back."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Device
from companyportal.models.follow_up import ACTIVE_S, LONGEST_PAUSE_S
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.models.hands import sign_in_again
from tests.models.test_follow_up import ask, follow, known, looks
from tests.program import device_called, passing, until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock


@pytest.fixture
def galaxy(portal: Portal) -> Device:
    """A device that is switched off."""
    return device_called(portal, "Galaxy")


@pytest.fixture
async def silent(portal: Portal, demo_clock: VirtualClock, galaxy: Device) -> Portal:
    """Its answer was awaited for a quarter of an hour, in vain."""
    follow(portal, galaxy)
    await passing(demo_clock, lambda: portal.tasks.names == (), LONGEST_PAUSE_S)
    assert known(portal, galaxy).state is OperationState.ACCEPTED
    return portal


async def come_back(portal: Portal) -> None:
    """The person turns to the window, and what that begins comes to its end."""
    portal.follow_up.look_again()
    await until(lambda: portal.tasks.names == ())


@fault("R33")
async def test_whoever_comes_back_is_told_what_has_happened_meanwhile(
    silent: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    ask(demo, galaxy)
    seen = looks(demo, galaxy)
    await demo_clock.advance(1_800)
    assert looks(demo, galaxy) == seen
    await come_back(silent)
    assert looks(demo, galaxy) == seen + 1
    assert known(silent, galaxy).state is OperationState.DONE
    assert silent.follow_up.passcode(galaxy.device_id) is not None
    await demo_clock.advance(LONGEST_PAUSE_S)
    await come_back(silent)
    assert looks(demo, galaxy) == seen + 1


@fault("R33")
async def test_whoever_comes_back_a_hundred_times_asks_once_a_minute(
    silent: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    await demo_clock.advance(LONGEST_PAUSE_S)
    seen = looks(demo, galaxy)
    for _ in range(100):
        await come_back(silent)
        await demo_clock.advance(1)
    assert looks(demo, galaxy) == seen + 2
    assert known(silent, galaxy).next_look_s is None


@fault("R33")
async def test_while_it_is_looked_for_by_itself_coming_back_changes_nothing(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    follow(portal, galaxy)
    await passing(demo_clock, lambda: known(portal, galaxy).next_look_s == LONGEST_PAUSE_S, 5)
    seen, sleeping = looks(demo, galaxy), demo_clock.sleepers
    await demo_clock.advance(LONGEST_PAUSE_S - 1)
    portal.follow_up.look_again()
    await demo_clock.advance(0)
    assert (looks(demo, galaxy), demo_clock.sleepers) == (seen, sleeping)


@fault("R01")
async def test_what_could_not_be_taken_up_in_a_long_outage_is_taken_up_after_it(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    operation = follow(portal, galaxy)
    portal.follow_up.clear()
    demo.tenant.faults.add("html-200")
    portal.follow_up.resume(operation.person)
    began = demo_clock.boot
    await passing(demo_clock, lambda: portal.tasks.names == (), LONGEST_PAUSE_S)
    assert demo_clock.boot - began >= ACTIVE_S
    demo.tenant.faults.clear()
    portal.devices.refresh()
    await until(lambda: portal.follow_up.find(galaxy.device_id, Action.RESET_PASSCODE))
    assert known(portal, galaxy).state is OperationState.ACCEPTED


@fault("R34")
@pytest.mark.parametrize("fate", ["carried out", "lost"])
async def test_an_answer_to_an_older_request_is_not_taken_for_the_new_one(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device, fate: str
) -> None:
    older = ask(demo, galaxy).actions[-1].passcode
    await demo_clock.advance(60)
    await sign_in_again(portal)
    if fate == "lost":
        demo.tenant.faults.add("post-500")
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    demo.tenant.faults.clear()
    await passing(demo_clock, lambda: not known(portal, galaxy).state.is_open, 5)
    shown = portal.follow_up.passcode(galaxy.device_id)
    if fate == "lost":
        assert (known(portal, galaxy).state, shown) == (OperationState.UNRESOLVED, None)
        return
    assert known(portal, galaxy).state is OperationState.DONE
    assert shown is not None
    assert shown.reveal() in demo.tenant.secrets
    assert shown.reveal() != older


@fault("R33")
async def test_clearing_forgets_what_is_followed_and_keeps_what_is_stored(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    operation = follow(portal, galaxy)
    await until(lambda: demo_clock.sleepers)
    portal.follow_up.clear()
    await until(lambda: not portal.tasks.names)
    await demo_clock.advance(60)
    assert portal.follow_up.all == ()
    assert looks(demo, galaxy) == 0
    assert portal.store.open_operations(operation.person) == (operation,)
