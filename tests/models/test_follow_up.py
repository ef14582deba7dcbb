"""Following a request to its end: how often is looked, and what each end shows."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from companyportal.demo.device_record import Answer
from companyportal.demo.devices import DemoDevice
from companyportal.demo.server import DemoServer
from companyportal.domain import Action, ActionState, Device
from companyportal.errors import SignInFailed, SignInRequired
from companyportal.models.account import AccountState
from companyportal.models.follow_up import ACTIVE_S, GIVE_UP_S
from companyportal.models.followed import Followed
from companyportal.models.followed_register import SHOWN_S
from companyportal.portal import Portal
from companyportal.records import News, Operation, OperationState, Outcome
from tests.models.hands import emissions
from tests.program import device_called, until
from tests.proofs import fault
from tests.virtual_clock import VirtualClock


def follow(
    portal: Portal, device: Device, state: OperationState = OperationState.ACCEPTED
) -> Operation:
    """A request of just now that the store knows."""
    assert portal.account.account is not None
    operation = Operation(
        operation_id=str(uuid.uuid4()),
        person=portal.account.account.person,
        device_id=device.device_id,
        action=Action.RESET_PASSCODE,
        state=OperationState.INTENT,
        snapshot=(),
        asked_at=portal.clock.now(),
    )
    portal.store.intend(operation)
    portal.store.mark(operation.operation_id, OperationState.SENDING)
    portal.store.mark(operation.operation_id, state)
    operation = replace(operation, state=state)
    portal.follow_up.follow(operation, device)
    return operation


def ask(demo: DemoServer, device: Device, answer: Answer = Answer.DONE) -> DemoDevice:
    """Let the demo's device be asked, as if a request had arrived."""
    asked = demo.tenant.device(demo.people[0], device.device_id)
    assert asked is not None
    asked.record = replace(asked.record, answer=answer)
    demo.tenant.ask(asked, "resetPasscode", {})
    return asked


def known(portal: Portal, device: Device) -> Followed:
    """What is known of the device's request."""
    followed = portal.follow_up.find(device.device_id, Action.RESET_PASSCODE)
    assert followed is not None
    return followed


def looks(demo: DemoServer, device: Device) -> int:
    """How often the device was read on its own."""
    return sum(1 for r in demo.tenant.requests if r.path.endswith(device.device_id))


async def pause(portal: Portal, clock: VirtualClock, device: Device) -> float | None:
    """Sleep the present pause to its end and wait until the look is over; the pause's length."""
    await until(lambda: clock.sleepers or not portal.tasks.names)
    length = known(portal, device).next_look_s
    if length is not None:
        await clock.advance(length)
        await until(lambda: clock.sleepers or not portal.tasks.names)
    return length


@pytest.fixture
def galaxy(portal: Portal) -> Device:
    """A device with a passcode to be reset."""
    return device_called(portal, "Galaxy")


@fault("R33")
async def test_looks_grow_rarer_and_end_after_a_quarter_of_an_hour(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    follow(portal, galaxy)
    pauses: list[float] = []
    while (length := await pause(portal, demo_clock, galaxy)) is not None:
        pauses.append(length)
        assert looks(demo, galaxy) == len(pauses)
        assert known(portal, galaxy).checked_at == demo_clock.now()
    assert pauses[:3] == [5.0, 7.5, 11.25]
    assert pauses == sorted(pauses)
    assert pauses[-1] == 60.0
    assert ACTIVE_S <= sum(pauses) < ACTIVE_S + 60
    assert sum(pauses[:-1]) < ACTIVE_S
    await demo_clock.advance(7_200)
    assert looks(demo, galaxy) == len(pauses)
    assert known(portal, galaxy).state is OperationState.ACCEPTED
    assert portal.tasks.names == ()
    assert portal.follow_up.all == (known(portal, galaxy),)


async def test_check_now_looks_at_once_and_goes_on_from_there(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    follow(portal, galaxy)
    for _ in range(3):
        await pause(portal, demo_clock, galaxy)
    sleeping = demo_clock.sleepers
    portal.follow_up.check_now(galaxy.device_id, Action.RESET_PASSCODE)
    await until(lambda: known(portal, galaxy).next_look_s == 0.0)
    assert demo_clock.sleepers == sleeping == 1
    assert await pause(portal, demo_clock, galaxy) == 0.0
    assert looks(demo, galaxy) == 4
    assert await pause(portal, demo_clock, galaxy) == 5.0
    ask(demo, galaxy)
    await demo_clock.advance(10)
    await until(lambda: known(portal, galaxy).state is OperationState.DONE)
    seen = looks(demo, galaxy)
    portal.follow_up.check_now(galaxy.device_id, Action.RESET_PASSCODE)
    portal.follow_up.check_now("unknown", Action.RESET_PASSCODE)
    assert portal.tasks.names == ()
    assert looks(demo, galaxy) == seen


@pytest.mark.parametrize(
    ("answer", "state", "news"),
    [
        (Answer.DONE, OperationState.DONE, News(Action.RESET_PASSCODE, Outcome.READY)),
        (Answer.FAILED, OperationState.FAILED, News(Action.RESET_PASSCODE, Outcome.FAILED)),
        (
            Answer.NOT_SUPPORTED,
            OperationState.NOT_SUPPORTED,
            News(Action.RESET_PASSCODE, Outcome.NOT_SUPPORTED),
        ),
    ],
)
async def test_each_answer_has_its_end_and_its_news(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    galaxy: Device,
    answer: Answer,
    state: OperationState,
    news: News,
) -> None:
    demo.tenant.delay_s = 8
    ask(demo, galaxy, answer)
    operation = follow(portal, galaxy)
    await pause(portal, demo_clock, galaxy)
    assert known(portal, galaxy).state is OperationState.ACCEPTED
    await pause(portal, demo_clock, galaxy)
    followed = known(portal, galaxy)
    assert (followed.state, followed.ended_at) == (state, demo_clock.now())
    assert (followed.answer is not None) is (answer is Answer.DONE)
    assert [entry.news for entry in portal.notifications.entries] == [news]
    assert portal.store.open_operations(operation.person) == ()


async def test_a_canceled_action_has_failed(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    asked = ask(demo, galaxy)
    asked.actions[-1] = replace(asked.actions[-1], ends_as=ActionState.CANCELED.value)
    follow(portal, galaxy)
    await pause(portal, demo_clock, galaxy)
    assert known(portal, galaxy).state is OperationState.FAILED


async def test_an_unknown_outcome_becomes_accepted_as_soon_as_it_shows(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    demo.tenant.delay_s = 3_600
    operation = follow(portal, galaxy, OperationState.UNKNOWN)
    await pause(portal, demo_clock, galaxy)
    assert known(portal, galaxy).state is OperationState.UNKNOWN
    ask(demo, galaxy)
    await pause(portal, demo_clock, galaxy)
    assert known(portal, galaxy).state is OperationState.ACCEPTED
    [kept] = portal.store.open_operations(operation.person)
    assert kept.state is OperationState.ACCEPTED
    waited = demo_clock.boot
    while await pause(portal, demo_clock, galaxy) is not None:
        pass
    assert demo_clock.boot - waited > GIVE_UP_S
    assert known(portal, galaxy).state is OperationState.ACCEPTED


async def test_a_passcode_is_kept_five_minutes_after_it_was_first_shown(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    ask(demo, galaxy)
    follow(portal, galaxy)
    await pause(portal, demo_clock, galaxy)
    await demo_clock.advance(600)
    secret = portal.follow_up.passcode(galaxy.device_id)
    assert secret is not None
    assert secret.reveal() in demo.tenant.secrets
    portal.follow_up.note_shown(galaxy.device_id, Action.RESET_PASSCODE)
    await demo_clock.advance(SHOWN_S - 1)
    portal.follow_up.note_shown(galaxy.device_id, Action.RESET_PASSCODE)
    assert portal.follow_up.passcode(galaxy.device_id) is secret
    await demo_clock.advance(2)
    assert portal.follow_up.passcode(galaxy.device_id) is None
    assert known(portal, galaxy).answer is None


async def test_a_passcode_is_forgotten_when_the_computer_is_locked(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    ask(demo, galaxy)
    follow(portal, galaxy)
    follow(portal, device_called(portal, "iPhone"))
    await until(lambda: demo_clock.sleepers == 2)
    await demo_clock.advance(5)
    await until(lambda: portal.follow_up.passcode(galaxy.device_id))
    portal.session_events.interrupted.emit("lock")
    assert portal.follow_up.passcode(galaxy.device_id) is None
    assert known(portal, galaxy).state is OperationState.DONE


async def test_nothing_is_known_of_a_device_that_nothing_was_asked_of(
    portal: Portal, galaxy: Device
) -> None:
    portal.follow_up.note_shown(galaxy.device_id, Action.RESET_PASSCODE)
    assert portal.follow_up.find(galaxy.device_id, Action.RESET_PASSCODE) is None
    assert portal.follow_up.passcode(galaxy.device_id) is None


async def test_a_device_that_is_gone_ends_unresolved(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    follow(portal, galaxy)
    demo.tenant.faults.add("gone")
    await pause(portal, demo_clock, galaxy)
    assert known(portal, galaxy).state is OperationState.UNRESOLVED
    assert [e.news for e in portal.notifications.entries] == [
        News(Action.RESET_PASSCODE, Outcome.UNKNOWN)
    ]


async def test_a_service_that_fails_is_asked_again(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    ask(demo, galaxy)
    follow(portal, galaxy)
    demo.tenant.faults.add("forbidden:1")
    await pause(portal, demo_clock, galaxy)
    assert known(portal, galaxy).checked_at is None
    await pause(portal, demo_clock, galaxy)
    assert known(portal, galaxy).state is OperationState.DONE
    assert portal.messages.current is None


async def test_a_session_that_is_lost_while_following_ends_it_in_words(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    operation = follow(portal, galaxy)
    demo.tenant.faults.add("revoked-refresh")
    await until(lambda: demo_clock.sleepers)
    demo_clock.wall += timedelta(hours=2)
    await demo_clock.advance(5)
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, SignInRequired)
    assert portal.follow_up.all == ()
    assert portal.store.open_operations(operation.person) == (operation,)


async def test_a_provider_that_refuses_a_token_ends_no_session(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, galaxy: Device
) -> None:
    follow(portal, galaxy)
    await until(lambda: demo_clock.sleepers)
    ended = emissions(portal.follow_up.session_lost)
    demo_clock.wall += timedelta(hours=2)
    demo.tenant.organisation = replace(demo.tenant.organisation, client_id="another")
    await demo_clock.advance(5)
    await until(lambda: portal.messages.current)
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, SignInFailed)
    assert ended == []
    assert known(portal, galaxy).next_look_s is None
