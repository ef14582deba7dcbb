"""What changes between the last click and the first byte: then nothing leaves any more.

The moment is reached by wrapping the real store: something happens just after the operation was
marked as being sent.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import RequestRefused
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import ProtectedProgress, Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from companyportal.store import Store
from tests.models.hands import Hands, begin, emissions, ended, sign_in_again, wait_for_browser
from tests.program import device_called, until
from tests.proofs import fault, threat
from tests.virtual_clock import VirtualClock


@pytest.fixture
def just_before(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Does something between the writing down and the first byte."""

    def arrange(event: Callable[[], object]) -> None:
        real = Store.mark

        def marking(store: Store, operation_id: str, state: OperationState) -> None:
            real(store, operation_id, state)
            if state is OperationState.SENDING:
                event()

        monkeypatch.setattr(Store, "mark", marking)

    return arrange


async def nothing_left(portal: Portal, demo: DemoServer, reason: Closed) -> None:
    """It is over for ``reason``; not a byte of the request has left."""
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert portal.protected.closed_because is reason
    assert demo.tenant.posts == []
    portal.protected.confirm()
    await until(lambda: not portal.tasks.is_running("reset-passcode"))
    assert demo.tenant.posts == []


@threat("T09")
@fault("R17")
async def test_a_night_of_sleep_before_the_first_byte(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, just_before: Any
) -> None:
    await sign_in_again(portal)

    def sleep() -> None:
        demo_clock.boot += 7_200
        demo_clock.wall += timedelta(hours=2)

    just_before(sleep)
    portal.protected.confirm()
    await nothing_left(portal, demo, Closed.TIME_IS_UP)


@threat("T09")
async def test_a_lock_before_the_first_byte(
    portal: Portal, demo: DemoServer, just_before: Any
) -> None:
    await sign_in_again(portal)
    just_before(lambda: portal.session_events.interrupted.emit("lock"))
    portal.protected.confirm()
    await nothing_left(portal, demo, Closed.INTERRUPTED)


@threat("T08", "T09")
@pytest.mark.parametrize("kind", ["lock", "clockJump"])
async def test_what_no_signal_tells_is_looked_for_before_the_first_byte(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, just_before: Any, kind: str
) -> None:
    """The screen of a system that has to be asked was locked, or the wall clock was moved."""
    await sign_in_again(portal)
    portal.session_events.timer.timeout.disconnect(portal.session_events.tick)
    told = emissions(portal.session_events.interrupted)

    def happen() -> None:
        if kind == "lock":
            portal.session_events.state = lambda: "lock"
        else:
            demo_clock.wall -= timedelta(hours=2)

    just_before(happen)
    portal.protected.confirm()
    await nothing_left(portal, demo, Closed.INTERRUPTED)
    assert told == [(kind,)]


async def test_a_sign_out_before_the_first_byte(
    portal: Portal, demo: DemoServer, just_before: Any
) -> None:
    await sign_in_again(portal)
    just_before(portal.account.sign_out)
    portal.protected.confirm()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await until(lambda: not portal.tasks.is_running("reset-passcode"))
    assert portal.protected.progress == ProtectedProgress()
    assert demo.tenant.posts == []
    assert portal.protected.remaining_s == 0


async def test_a_sign_out_while_the_device_is_read_again_ends_the_reading(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    await until(lambda: portal.tasks.names == ("count-down",))
    demo.tenant.faults.add("latency")
    seen = len(demo.tenant.requests)
    portal.protected.confirm()
    assert portal.protected.progress.step is Step.CONFIRM
    await until(lambda: demo.tenant.requests[seen:])
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await until(lambda: not portal.tasks.is_running("reset-passcode"))
    assert portal.protected.progress == ProtectedProgress()
    assert portal.protected.remaining_s == 0
    await demo_clock.advance(3)
    assert demo.tenant.posts == []


async def test_there_is_no_other_way_in_while_the_reset_awaits_its_sign_in(
    portal: Portal, hands: Hands
) -> None:
    await wait_for_browser(portal, hands)
    assert len(hands.opened) == 1
    assert not portal.account.can_sign_in
    portal.account.sign_in()
    assert not portal.tasks.is_running("sign-in")
    portal.protected.cancel()
    await until(lambda: portal.account.can_sign_in)
    portal.account.sign_in()
    await until(lambda: len(hands.opened) == 2)
    portal.account.cancel()
    await until(lambda: not portal.tasks.is_running("sign-in"))


@fault("R07")
async def test_a_401_to_the_request_itself_spends_the_use(
    portal: Portal, demo: DemoServer, just_before: Any
) -> None:
    await sign_in_again(portal)
    # Whatever else is read would be challenged as well, and end the session.
    await until(lambda: portal.tasks.names == ("count-down",))
    just_before(lambda: demo.tenant.faults.add("claims-challenge-endless"))
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert isinstance(portal.protected.progress.error, RequestRefused)
    assert portal.protected.progress.error.status == 401
    for _ in range(3):
        portal.protected.confirm()
        await until(lambda: not portal.tasks.is_running("reset-passcode"))
    assert len(demo.tenant.posts) == 1
    assert demo.tenant.taken == []


async def test_a_closed_window_leaves_no_question_open(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    portal.protected.put_away()
    assert portal.protected.progress.step is Step.NONE
    assert portal.protected.remaining_s == 0
    portal.protected.confirm()
    assert demo.tenant.posts == []


async def test_a_closed_window_does_not_disturb_what_waits_for_the_browser(
    portal: Portal, hands: Hands, demo: DemoServer
) -> None:
    await wait_for_browser(portal, hands)
    portal.protected.put_away()
    assert portal.protected.progress.step is Step.SIGN_IN_AGAIN
    portal.protected.cancel()
    await ended(portal, demo, Closed.CANCELLED)


@pytest.mark.expected_logs("task reset-passcode failed")
async def test_a_fault_of_the_program_before_sending_blocks_nothing(
    portal: Portal, demo: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await sign_in_again(portal)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(Store, "intend", broken)
        portal.protected.confirm()
        await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert portal.protected.remaining_s == 0
    assert demo.tenant.posts == []
    begin(portal)
    portal.protected.cancel()


@threat("T09")
async def test_a_passcode_that_comes_after_the_lock_is_not_handed_out(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    galaxy = device_called(portal, "Galaxy")
    portal.session_events.interrupted.emit("lock")
    await until(lambda: demo_clock.sleepers)
    for _ in range(12):
        await demo_clock.advance(1)
        await until(lambda: True)
    await until(lambda: portal.notifications.unread)
    assert portal.follow_up.passcode(galaxy.device_id) is None
    followed = portal.follow_up.find(galaxy.device_id, Action.RESET_PASSCODE)
    assert followed is not None
    assert followed.answer is None


async def test_a_passcode_that_nobody_looks_at_is_not_kept_for_ever(
    portal: Portal, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    galaxy = device_called(portal, "Galaxy")
    await until(lambda: demo_clock.sleepers)
    for _ in range(12):
        await demo_clock.advance(1)
        await until(lambda: True)
    await until(lambda: portal.notifications.unread)
    assert portal.follow_up.passcode(galaxy.device_id) is not None
    demo_clock.boot += 901
    assert portal.follow_up.passcode(galaxy.device_id) is None
