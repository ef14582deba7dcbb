"""The order of writing and sending: nothing leaves unless it was confirmed, allowed and on disk."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from companyportal.demo.devices import DemoDevice
from companyportal.demo.server import DemoServer
from companyportal.errors import OperationPending, StoreNotWritable
from companyportal.gate import Closed
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.models.forbidding import STORE, forbidding
from tests.models.hands import Hands, sign_in_again
from tests.program import device_called, running_portal, sign_in, until
from tests.proofs import fault, promise, threat
from tests.store_samples import states
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def kept(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> AsyncIterator[Portal]:
    """A portal with its store on disk; Marie has signed in again and may confirm."""
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        await sign_in_again(portal)
        yield portal


async def confirmed(portal: Portal) -> None:
    """Press the last button and wait until that has come to something."""
    portal.protected.confirm()
    await until(lambda: not portal.tasks.is_running("reset-passcode"))


@threat("T28")
@promise(4)
@pytest.mark.parametrize(
    ("what", "when", "left"),
    [
        ("INSERT ON operations", "1", []),
        ("UPDATE ON operations", "NEW.state = 'SENDING'", ["NOT_SENT"]),
        ("UPDATE ON operations", "1", ["INTENT"]),
    ],
)
async def test_what_cannot_be_written_down_is_not_sent(
    kept: Portal, demo: DemoServer, tmp_path: Path, what: str, when: str, left: list[str]
) -> None:
    with forbidding(tmp_path, what, when):
        await confirmed(kept)
    assert demo.tenant.posts == []
    assert isinstance(kept.protected.progress.error, StoreNotWritable)
    assert kept.protected.progress.step is Step.CONFIRM
    assert kept.protected.remaining_s > 0
    assert list(states(tmp_path / STORE).values()) == left
    await confirmed(kept)
    if left == ["INTENT"]:
        # Nobody but the next start may say that it was never sent.
        assert isinstance(kept.protected.progress.error, OperationPending)
        assert demo.tenant.posts == []
    else:
        assert kept.protected.progress.error is None
        assert len(demo.tenant.posts) == 1


async def test_without_a_store_nothing_is_sent(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    (tmp_path / STORE).mkdir()
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        await sign_in_again(portal)
        await confirmed(portal)
        assert isinstance(portal.protected.progress.error, StoreNotWritable)
        assert portal.protected.progress.step is Step.CONFIRM
    assert demo.tenant.posts == []


@pytest.mark.expected_logs("an outcome could not be written down: StoreNotWritable")
async def test_a_disk_that_fails_after_the_request_left_does_not_unmake_it(
    kept: Portal, demo: DemoServer, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    with forbidding(tmp_path, "UPDATE ON operations", "NEW.state <> 'SENDING'"):
        await confirmed(kept)
        assert kept.protected.progress.step is Step.FOLLOWING
        assert kept.protected.progress.error is None
        await until(lambda: [f for f in kept.follow_up.all if f.next_look_s])
        await demo_clock.advance(5)
        [followed] = kept.follow_up.all
        await until(lambda: kept.follow_up.passcode(followed.device.device_id))
    assert len(demo.tenant.posts) == 1
    assert list(states(tmp_path / STORE).values()) == ["SENDING"]


def another_serial_number(demo: DemoServer, device: DemoDevice) -> None:
    """Another device answers under the same id."""
    properties = {**device.record.properties, "serialNumber": "ANOTHER-0001"}
    device.record = replace(device.record, properties=properties)


def another_owner(demo: DemoServer, device: DemoDevice) -> None:
    """The device has been given to somebody else."""
    device.owner = demo.people[1]


def no_longer_managed(demo: DemoServer, device: DemoDevice) -> None:
    """Somebody has begun to erase the device."""
    properties = {**device.record.properties, "managementState": "wipePending"}
    device.record = replace(device.record, properties=properties)


def already_asked(demo: DemoServer, device: DemoDevice) -> None:
    """Somebody, IT support perhaps, has just asked for the same."""
    demo.tenant.ask(device, "resetPasscode", {})


@threat("T27")
@promise(2)
@pytest.mark.parametrize(
    "change", [another_serial_number, another_owner, no_longer_managed, already_asked]
)
async def test_a_device_that_is_no_longer_what_was_confirmed_is_left_alone(
    portal: Portal, demo: DemoServer, change: Callable[[DemoServer, DemoDevice], None]
) -> None:
    await sign_in_again(portal)
    device = portal.protected.progress.device
    assert device is not None
    played = demo.tenant.device(demo.people[0], device.device_id)
    assert played is not None
    change(demo, played)
    await confirmed(portal)
    assert portal.protected.progress.step is Step.ENDED
    assert portal.protected.closed_because is Closed.DEVICE_CHANGED
    assert demo.tenant.posts == []
    person = portal.account.account
    assert person is not None
    assert portal.store.open_operations(person.person) == ()


async def test_a_device_without_a_primary_user_is_the_persons_own_by_the_list(
    portal: Portal, demo: DemoServer
) -> None:
    await sign_in_again(portal)
    device = portal.protected.progress.device
    assert device is not None
    played = demo.tenant.device(demo.people[0], device.device_id)
    assert played is not None
    played.owner = replace(played.owner, user_id="")
    await confirmed(portal)
    assert len(demo.tenant.posts) == 1


@fault("R27")
@threat("T28")
@promise(3)
async def test_of_two_programs_on_one_store_exactly_one_sends(
    kept: Portal,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
    tmp_path: Path,
) -> None:
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as other:
        await sign_in(other)
        await sign_in_again(other)
        kept.protected.confirm()
        other.protected.confirm()
        both = (kept, other)
        await until(lambda: not any(p.tasks.is_running("reset-passcode") for p in both))
        assert len(demo.tenant.posts) == 1
        winner, loser = sorted(both, key=lambda p: p.protected.progress.step is not Step.FOLLOWING)
        assert winner.protected.progress.step is Step.FOLLOWING
        is_changed = loser.protected.closed_because is Closed.DEVICE_CHANGED
        assert is_changed or isinstance(loser.protected.progress.error, OperationPending)
        await confirmed(loser)
    assert len(demo.tenant.posts) == 1
    assert list(states(tmp_path / STORE).values()) == ["ACCEPTED"]


async def waits_at_the_service(portal: Portal, demo: DemoServer) -> None:
    """Confirmed; the device is being read again and the answer takes its time."""
    await until(lambda: portal.devices.total)
    demo.tenant.faults.add("latency")
    seen = len(demo.tenant.requests)
    portal.protected.confirm()
    await until(lambda: any("managedDevices/" in r.path for r in demo.tenant.requests[seen:]))
    assert portal.protected.progress.step is Step.SENDING


async def test_locking_the_computer_while_the_device_is_read_again_sends_nothing(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    await waits_at_the_service(portal, demo)
    portal.session_events.interrupted.emit("lock")
    await demo_clock.advance(3)
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert portal.protected.closed_because is Closed.INTERRUPTED
    assert demo.tenant.posts == []


async def test_time_that_runs_out_while_the_device_is_read_again_sends_nothing(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    await waits_at_the_service(portal, demo)
    demo_clock.boot += 400
    demo_clock.wall += timedelta(seconds=400)
    await demo_clock.advance(0)
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert portal.protected.closed_because is Closed.TIME_IS_UP
    assert demo.tenant.posts == []


@fault("R30")
@promise(4)
async def test_ending_the_program_while_the_request_is_under_way_counts_as_sent(
    kept: Portal, demo: DemoServer, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    await waits_at_the_service(kept, demo)
    await demo_clock.advance(3)
    await until(lambda: demo.tenant.posts)
    # Too late for this, and it is not called back.
    kept.session_events.interrupted.emit("lock")
    kept.protected.cancel()
    kept.protected.leave()
    assert kept.protected.progress.step is Step.SENDING
    await kept.tasks.close()
    assert list(states(tmp_path / STORE).values()) == ["UNKNOWN"]
    [followed] = kept.follow_up.all
    assert followed.state is OperationState.UNKNOWN
    assert device_called(kept, "Galaxy").device_id == followed.device.device_id
    await demo_clock.advance(3)
