"""Every protected action goes through one gate: what stops a reset stops the others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.gate import Closed
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from companyportal.store import Store
from tests.program import device_called, until
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock

pytestmark = promise(3)

DEVICES = {
    Action.RETIRE: "iPhone",
    Action.WIPE: "iPhone",
    Action.LOCATE: "PC-0042",
    Action.RECOVERY_KEY: "PC-0042",
}
every_action = pytest.mark.parametrize("action", DEVICES, ids=lambda action: action.name.lower())


def begin(portal: Portal, action: Action) -> None:
    """The first page."""
    portal.protected.begin(action, device_called(portal, DEVICES[action]))
    assert portal.protected.progress.step is Step.BEFORE_START
    assert portal.protected.progress.action is action


async def at_the_question(portal: Portal, action: Action) -> None:
    """Out, and in again, and everything is read."""
    begin(portal, action)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    await until(lambda: portal.tasks.names == ("count-down",))


def keys_read(demo: DemoServer) -> int:
    """How often a key was asked for."""
    return len([each for each in demo.tenant.requests if "/recoveryKeys/" in each.path])


async def nothing_left(portal: Portal, demo: DemoServer, reason: Closed) -> None:
    """It is over for ``reason``, and another click sends nothing either."""
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    await until(lambda: not portal.tasks.is_running("sign-in-again"))
    assert portal.protected.closed_because is reason
    portal.protected.confirm()
    await until(lambda: not portal.tasks.is_running(task_of(portal.protected.progress.action)))
    assert portal.protected.progress.step is Step.ENDED
    assert (demo.tenant.posts, keys_read(demo)) == ([], 0)
    assert portal.follow_up.all == ()


@every_action
async def test_no_step_can_be_left_out(portal: Portal, demo: DemoServer, action: Action) -> None:
    begin(portal, action)
    portal.protected.confirm()
    assert not portal.tasks.is_running(task_of(action))
    assert portal.protected.progress.step is Step.BEFORE_START
    portal.protected.cancel()
    portal.protected.confirm()
    portal.direct.ask(action, device_called(portal, DEVICES[action]))
    portal.direct.confirm()
    assert portal.tasks.names == ()
    assert (demo.tenant.posts, keys_read(demo)) == ([], 0)


@threat("T05")
@every_action
async def test_after_five_minutes_the_question_is_closed(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, action: Action
) -> None:
    await at_the_question(portal, action)
    await until(lambda: "count-down" in demo_clock.sleeping)
    demo_clock.boot += 301
    demo_clock.wall += timedelta(seconds=301)
    portal.protected.confirm()
    await demo_clock.advance(1)
    await nothing_left(portal, demo, Closed.TIME_IS_UP)


@threat("T04")
@threat("T06")
@every_action
@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("other-person", Closed.OTHER_PERSON),
        ("silent-sso", Closed.NOT_FRESH),
        ("forged-id-token", Closed.INVALID),
    ],
)
async def test_only_a_fresh_sign_in_of_the_same_person_opens_it(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    action: Action,
    fault: str,
    reason: Closed,
) -> None:
    await demo_clock.advance(120)
    begin(portal, action)
    demo.tenant.faults.add(fault)
    portal.protected.sign_out()
    await nothing_left(portal, demo, reason)
    assert portal.session.account is None


@threat("T09")
@every_action
async def test_a_lock_closes_the_question(portal: Portal, demo: DemoServer, action: Action) -> None:
    await at_the_question(portal, action)
    portal.session_events.interrupted.emit("lock")
    await nothing_left(portal, demo, Closed.INTERRUPTED)


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


@threat("T09")
@every_action
@pytest.mark.parametrize("what", ["lock", "night"])
async def test_a_lock_or_a_night_before_the_first_byte_holds_it_back(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    just_before: Any,
    action: Action,
    what: str,
) -> None:
    await at_the_question(portal, action)

    def happen() -> None:
        if what == "lock":
            portal.session_events.interrupted.emit("lock")
        else:
            demo_clock.boot += 7_200
            demo_clock.wall += timedelta(hours=2)

    just_before(happen)
    portal.protected.confirm()
    await nothing_left(portal, demo, Closed.INTERRUPTED if what == "lock" else Closed.TIME_IS_UP)


@threat("T27")
@every_action
async def test_a_sign_in_counts_for_nothing_else_than_what_was_asked_for(
    portal: Portal, demo: DemoServer, action: Action
) -> None:
    """Another wish at the question, or a look at an earlier result, closes the gate."""
    other, phone = Action.WIPE if action is not Action.WIPE else Action.RETIRE, "iPhone"
    await at_the_question(portal, action)
    portal.protected.begin(other, device_called(portal, phone))
    portal.protected.confirm()
    assert portal.protected.progress.step is Step.BEFORE_START
    assert portal.protected.remaining_s == 0
    portal.protected.cancel()
    await at_the_question(portal, action)
    portal.protected.show_result(other, device_called(portal, phone))
    portal.protected.confirm()
    assert portal.protected.closed_because is Closed.CANCELLED
    await until(lambda: not {task_of(action), task_of(other)} & {*portal.tasks.names})
    assert (demo.tenant.posts, keys_read(demo)) == ([], 0)


@promise(4)
@every_action
async def test_the_one_use_is_spent(portal: Portal, demo: DemoServer, action: Action) -> None:
    await at_the_question(portal, action)
    for _ in range(20):
        portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    read = keys_read(demo)
    for _ in range(20):
        portal.protected.confirm()
    await until(lambda: not portal.tasks.is_running(task_of(action)))
    assert len(demo.tenant.posts) == (action is not Action.RECOVERY_KEY)
    assert keys_read(demo) == read
