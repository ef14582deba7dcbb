"""A reset from the confirming click on: what is sent, once, and what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer

from companyportal.demo.device_record import ResetKind
from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import NotPermitted, OutcomeUnknown, RequestRefused, SignInRequired
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import News, OperationState, Outcome
from tests.models.hands import emissions, sign_in_again
from tests.program import passing, until
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock


def has_come_to(portal: Portal, state: OperationState) -> bool:
    """True where the one request that is followed stands there."""
    return [followed.state for followed in portal.follow_up.all] == [state]


async def alone_at_the_question(portal: Portal) -> None:
    """Nothing else is read any more, whose failure would change how it goes on."""
    await sign_in_again(portal)
    await until(lambda: portal.tasks.names == ("count-down",))


async def test_a_reset_is_sent_once_and_followed_to_its_passcode(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    assert demo.tenant.posts == []
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    device = portal.protected.progress.device
    assert device is not None
    await passing(demo_clock, lambda: has_come_to(portal, OperationState.DONE), 1)
    secret = portal.follow_up.passcode(device.device_id)
    assert secret is not None
    assert secret.reveal() in demo.tenant.secrets
    assert [post.device_id for post in demo.tenant.posts] == [device.device_id]
    assert [entry.news for entry in portal.notifications.entries] == [
        News(Action.RESET_PASSCODE, Outcome.READY)
    ]


@threat("T28")
@promise(4)
async def test_fifty_clicks_send_one_request(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    for _ in range(50):
        portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    for _ in range(50):
        portal.protected.confirm()
    assert len(demo.tenant.posts) == 1


@promise(4)
@pytest.mark.parametrize("fault", ["post-reset-after-accept", "post-500-after-accept", "post-500"])
async def test_an_unclear_end_is_unknown_and_never_sent_again(
    portal: Portal, demo: DemoServer, fault: str
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add(fault)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    assert isinstance(portal.protected.progress.error, OutcomeUnknown)
    person = portal.account.account
    assert person is not None
    [operation] = portal.store.open_operations(person.person)
    assert operation.state is OperationState.UNKNOWN
    portal.protected.confirm()
    assert len(demo.tenant.posts) == 1


@promise(4)
async def test_an_unknown_outcome_is_settled_by_reading(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add("post-reset-after-accept")
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    demo.tenant.faults.discard("post-reset-after-accept")
    device = portal.protected.progress.device
    assert device is not None
    portal.follow_up.check_now(device.device_id, Action.RESET_PASSCODE)
    await passing(demo_clock, lambda: has_come_to(portal, OperationState.DONE), 1)
    assert len(demo.tenant.posts) == 1


@promise(4)
async def test_an_unknown_outcome_that_never_shows_stays_unresolved(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add("post-500")
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    demo.tenant.faults.discard("post-500")
    began = demo_clock.boot
    await passing(demo_clock, lambda: has_come_to(portal, OperationState.UNRESOLVED), 10)
    assert demo_clock.boot - began >= 600
    assert len(demo.tenant.posts) == 1


async def test_a_refusal_ends_it_with_the_facts(portal: Portal, demo: DemoServer) -> None:
    await sign_in_again(portal)
    galaxy = demo.tenant.devices_of(demo.people[0])[0]
    galaxy.record = replace(galaxy.record, reset=ResetKind.REFUSED)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    error = portal.protected.progress.error
    assert isinstance(error, RequestRefused)
    assert (error.status, bool(error.request_id)) == (400, True)
    assert (len(demo.tenant.posts), demo.tenant.taken) == (1, [])
    assert portal.follow_up.all == ()
    assert portal.account.account is not None
    assert portal.store.open_operations(portal.account.account.person) == ()


async def test_a_reading_that_is_refused_gives_the_click_back(
    portal: Portal, demo: DemoServer
) -> None:
    await sign_in_again(portal)
    demo.tenant.faults.add("forbidden")
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.error is not None)
    assert isinstance(portal.protected.progress.error, NotPermitted)
    assert portal.protected.progress.step is Step.CONFIRM
    assert demo.tenant.posts == []


async def test_a_session_that_ends_before_the_request_leaves_sends_nothing(
    portal: Portal, demo: DemoServer
) -> None:
    await alone_at_the_question(portal)
    portal.protected.details_read.connect(
        lambda _: portal.tasks.start("end", portal.session.sign_out)
    )
    refused = emissions(portal.protected.refused)
    portal.protected.confirm()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    [(_, _, error)] = refused
    assert isinstance(error, SignInRequired)
    assert (portal.protected.progress.step, portal.protected.remaining_s) == (Step.NONE, 0)
    assert demo.tenant.posts == []


async def test_a_click_that_comes_back_too_late_is_the_end(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await alone_at_the_question(portal)

    def five_minutes_later(_: object) -> None:
        portal.tasks.start("sign-out", portal.session.sign_out)
        QTimer.singleShot(0, jump)

    def jump() -> None:
        demo_clock.boot += 400
        demo_clock.wall += timedelta(seconds=400)

    portal.protected.details_read.connect(five_minutes_later)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert isinstance(portal.protected.progress.error, SignInRequired)
    assert portal.protected.closed_because is Closed.TIME_IS_UP
    assert demo.tenant.posts == []


async def test_a_broken_reading_before_the_request_gives_the_click_back(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await alone_at_the_question(portal)
    demo.tenant.faults.add("reset")
    portal.protected.confirm()
    await passing(demo_clock, lambda: portal.protected.progress.error, 1)
    assert portal.protected.progress.step is Step.CONFIRM
    assert demo.tenant.taken == []
    demo.tenant.faults.discard("reset")
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    assert len(demo.tenant.taken) == 1
