"""Where the system has to be asked whether it is locked: asked as long as there is something to
lose, and no longer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Secret
from companyportal.gate import Closed
from companyportal.models.followed_register import SHOWN_S, UNSEEN_S
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.models.hands import ended, sign_in_again
from tests.program import device_called, passing, until
from tests.proofs import threat
from tests.virtual_clock import VirtualClock

pytestmark = threat("T09")


@pytest.fixture
def asking(portal: Portal) -> Portal:
    """A portal whose rounds take no time."""
    portal.session_events.timer.setInterval(0)
    return portal


def lock(portal: Portal) -> None:
    """The person locks the screen, and no signal tells."""
    portal.session_events.state = lambda: "lock"


async def follows(portal: Portal) -> str:
    """A request has been sent; the device it went to."""
    await sign_in_again(portal)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    [followed] = portal.follow_up.all
    return followed.device.device_id


async def has_passcode(portal: Portal, clock: VirtualClock) -> str:
    """The device has answered; which one it was."""
    device_id = await follows(portal)
    await passing(clock, lambda: portal.follow_up.all[0].state is OperationState.DONE, 1)
    assert portal.follow_up.passcode(device_id) is not None
    return device_id


@threat("T08")
@pytest.mark.parametrize("kind", ["lock", "clockJump"])
async def test_while_the_device_is_read_again_it_holds_the_request_back(
    asking: Portal, demo: DemoServer, demo_clock: VirtualClock, kind: str
) -> None:
    await sign_in_again(asking)
    await until(lambda: not {"devices", "organisation", "person"} & {*asking.tasks.names})
    demo.tenant.faults.add("latency")
    told: list[str] = []
    asking.session_events.interrupted.connect(told.append)
    asking.protected.confirm()
    await until(lambda: asking.protected.progress.step is Step.SENDING)
    if kind == "lock":
        lock(asking)
    else:
        demo_clock.wall -= timedelta(hours=1)
    await until(lambda: told)
    asking.session_events.state = str
    await passing(demo_clock, lambda: asking.protected.progress.step is Step.ENDED, 1)
    await ended(asking, demo, Closed.INTERRUPTED)
    assert told == [kind]
    assert not asking.session_events.timer.isActive()


async def test_a_passcode_that_comes_after_a_lock_is_not_shown(
    asking: Portal, demo_clock: VirtualClock
) -> None:
    device_id = await follows(asking)
    lock(asking)
    await until(lambda: not asking.follow_up.all[0].may_show)
    await until(lambda: not asking.session_events.timer.isActive())
    await passing(demo_clock, lambda: asking.follow_up.all[0].state is OperationState.DONE, 1)
    assert asking.follow_up.passcode(device_id) is None


@threat("T41")
async def test_a_recovery_key_that_comes_after_a_lock_is_not_shown(
    asking: Portal, demo: DemoServer
) -> None:
    pc = device_called(asking, "PC-0042")
    played = next(d for d in demo.tenant.devices_of(demo.people[0]) if d.device_id == pc.device_id)
    # A single key, so that nothing has still to leave after the lock.
    played.record = replace(played.record, volumes=played.record.volumes[:1])
    asking.protected.begin(Action.RECOVERY_KEY, pc)
    asking.protected.sign_out()
    await until(lambda: asking.protected.progress.step is Step.CONFIRM)
    # The last question has been answered with yes when the screen is locked.
    asking.protected.leaves.connect(
        lambda: QTimer.singleShot(0, lambda: asking.session_events.interrupted.emit("lock"))
    )
    asking.protected.confirm()
    await until(lambda: asking.protected.progress.step is Step.FOLLOWING)
    assert asking.follow_up.all[0].state is OperationState.DONE
    assert asking.follow_up.all[0].answer is None
    assert asking.protected.closed_because is Closed.INTERRUPTED


@pytest.mark.parametrize("is_shown", [True, False])
async def test_a_passcode_is_gone_after_a_lock_and_from_the_clipboard_too(
    asking: Portal, demo_clock: VirtualClock, is_shown: bool
) -> None:
    device_id = await has_passcode(asking, demo_clock)
    secret = asking.follow_up.passcode(device_id)
    assert secret is not None
    if is_shown:
        asking.follow_up.note_shown(device_id, Action.RESET_PASSCODE)
        asking.clipboard.copy(secret)
    lock(asking)
    await until(lambda: asking.follow_up.all[0].answer is None)
    assert not asking.clipboard.holds_secret
    await until(lambda: not asking.session_events.timer.isActive())


async def test_a_secret_on_the_clipboard_is_reason_enough(asking: Portal) -> None:
    assert not asking.session_events.timer.isActive()
    asking.clipboard.copy(Secret("k7mQ-2xRt"))
    lock(asking)
    await until(lambda: not asking.clipboard.holds_secret)
    await until(lambda: not asking.session_events.timer.isActive())


@pytest.mark.parametrize(("is_shown", "kept_s"), [(True, SHOWN_S), (False, UNSEEN_S)])
async def test_nobody_asks_any_more_once_the_passcode_has_had_its_time(
    asking: Portal, demo_clock: VirtualClock, is_shown: bool, kept_s: float
) -> None:
    device_id = await has_passcode(asking, demo_clock)
    if is_shown:
        asking.follow_up.note_shown(device_id, Action.RESET_PASSCODE)
    await demo_clock.advance(kept_s - 1)
    assert asking.session_events.timer.isActive()
    assert asking.follow_up.all[0].answer is not None
    await demo_clock.advance(2)
    await until(lambda: not asking.session_events.timer.isActive())
    assert asking.follow_up.all[0].answer is None
