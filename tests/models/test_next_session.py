"""A reset belongs to the session of whoever asked for it, and to that person alone.

The moment is reached by wrapping the real transport: the request was sent and answered, and the
answer waits to be heard.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest

from companyportal.demo.device_record import ResetKind
from companyportal.demo.organisation import DemoPerson
from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Person
from companyportal.gate import Closed
from companyportal.graph.transport import Transport
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import ProtectedProgress, Step
from companyportal.portal import Portal
from companyportal.records import News, OperationState, Outcome
from tests.models.hands import Hands, begin, ended, sign_in_again
from tests.program import device_called, passing, until
from tests.proofs import fault, promise, threat
from tests.virtual_clock import VirtualClock


@pytest.fixture
async def answer(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[asyncio.Event]:
    """Set it, and the answer to the one change is heard."""
    heard, real = asyncio.Event(), Transport.send

    async def send(transport: Transport, *arguments: Any) -> Any:
        reply = await real(transport, *arguments)
        await heard.wait()
        return reply

    monkeypatch.setattr(Transport, "send", send)
    yield heard
    heard.set()


async def sign_out(portal: Portal) -> None:
    """By the menu."""
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await until(lambda: not {"sign-out", "devices"} & {*portal.tasks.names})


async def sign_in_as(portal: Portal, hands: Hands, who: DemoPerson) -> None:
    """At the same desk, with a browser that remembers nobody."""
    hands.browser.forget()
    hands.browser.username = who.username
    portal.account.sign_in()
    await until(lambda: portal.devices.state is ListState.READY)
    assert portal.account.account is not None
    assert portal.account.account.person.user_id == who.user_id


async def leave_in_the_middle(portal: Portal, demo: DemoServer) -> Person:
    """Marie confirms, and signs out before the answer is heard."""
    await sign_in_again(portal)
    await until(lambda: portal.devices.state is ListState.READY)
    await until(lambda: "device" not in portal.tasks.names)
    assert portal.account.account is not None
    marie = portal.account.account.person
    portal.protected.confirm()
    await until(lambda: demo.tenant.posts)
    await sign_out(portal)
    nothing_is_known(portal)
    return marie


async def hear(portal: Portal, answer: asyncio.Event) -> None:
    """The answer comes at last."""
    answer.set()
    await until(lambda: not portal.tasks.is_running(task_of(Action.RESET_PASSCODE)))


def nothing_is_known(portal: Portal) -> None:
    """No page, no request and no news of anybody's device."""
    assert portal.protected.progress == ProtectedProgress()
    assert portal.follow_up.all == ()
    assert portal.notifications.entries == portal.store.notifications() == ()


def kept(portal: Portal, person: Person) -> list[OperationState]:
    """What is still open of that person's."""
    return [operation.state for operation in portal.store.open_operations(person)]


@threat("T01")
@promise(1)
async def test_an_answer_after_the_sign_out_waits_in_the_store_for_whoever_asked(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    hands: Hands,
    answer: asyncio.Event,
) -> None:
    marie = await leave_in_the_middle(portal, demo)
    await hear(portal, answer)
    nothing_is_known(portal)
    assert kept(portal, marie) == [OperationState.ACCEPTED]
    await sign_in_as(portal, hands, demo.people[0])
    await passing(demo_clock, lambda: portal.notifications.entries, 1)
    [news], [followed] = portal.notifications.entries, portal.follow_up.all
    assert (news.news, followed.state) == (
        News(Action.RESET_PASSCODE, Outcome.READY),
        OperationState.DONE,
    )
    assert portal.follow_up.passcode(followed.device.device_id) is None, "who came back?"
    assert len(demo.tenant.posts) == 1


@threat("T26")
@threat("T32")
@threat("T01")
@promise(1)
async def test_the_next_person_hears_nothing_of_it_and_settles_nothing(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    hands: Hands,
    answer: asyncio.Event,
) -> None:
    marie = await leave_in_the_middle(portal, demo)
    [galaxy] = {post.device_id for post in demo.tenant.posts}
    await sign_in_as(portal, hands, demo.people[1])
    seen = len(demo.tenant.requests)
    for device in portal.devices.devices:
        portal.protected.begin(Action.RESET_PASSCODE, device)
    mine = portal.protected.progress
    assert mine.step is Step.BEFORE_START
    await hear(portal, answer)
    assert portal.protected.progress == mine
    portal.protected.cancel()
    nothing_is_known(portal)
    await demo_clock.advance(120)
    await until(lambda: not portal.tasks.names)
    nothing_is_known(portal)
    assert not [r for r in demo.tenant.requests[seen:] if galaxy in r.path]
    assert kept(portal, marie) == [OperationState.ACCEPTED]


@fault("R20")
@promise(4)
@pytest.mark.parametrize("kind", [None, ResetKind.REFUSED])
async def test_whoever_is_back_before_the_answer_is_told_how_it_ended_and_shown_no_passcode(
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    hands: Hands,
    answer: asyncio.Event,
    kind: ResetKind | None,
) -> None:
    if kind is not None:
        device = demo.tenant.devices_of(demo.people[0])[0]
        device.record = replace(device.record, reset=kind)
    marie = await leave_in_the_middle(portal, demo)
    await sign_in_as(portal, hands, demo.people[0])
    assert kept(portal, marie) == [OperationState.SENDING]
    nothing_is_known(portal)
    await hear(portal, answer)
    await passing(demo_clock, lambda: not portal.tasks.names, 1)
    assert kept(portal, marie) == []
    assert portal.protected.progress == ProtectedProgress()
    if kind is not None:
        nothing_is_known(portal)
    else:
        [followed] = portal.follow_up.all
        assert (followed.state, followed.answer) == (OperationState.DONE, None)
    assert len(demo.tenant.posts) == 1


async def _ended_by_another(portal: Portal, demo: DemoServer) -> None:
    """Somebody else came back from the browser."""
    demo.tenant.faults.add("other-person", times=1)
    begin(portal)
    portal.protected.sign_out()
    await ended(portal, demo, Closed.OTHER_PERSON)
    demo.tenant.faults.clear()


@threat("T26")
@threat("T04")
@promise(2)
async def test_how_it_ended_is_nothing_to_the_next_person(
    portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    galaxy = device_called(portal, "Galaxy")
    await _ended_by_another(portal, demo)
    # Before their list has been read, too.
    portal.account.signed_in.connect(
        lambda _: portal.protected.begin(Action.RESET_PASSCODE, galaxy)
    )
    await sign_in_as(portal, hands, demo.people[1])
    nothing_is_known(portal)
    portal.protected.begin(Action.RESET_PASSCODE, galaxy)
    portal.protected.begin(Action.RESET_PASSCODE, replace(galaxy, owner_id=""))
    nothing_is_known(portal)
    assert not portal.protected.can_begin_again


async def test_how_it_ended_stays_readable_for_whoever_asked(
    portal: Portal, demo: DemoServer, hands: Hands
) -> None:
    await _ended_by_another(portal, demo)
    assert not portal.protected.can_begin_again, "nobody is signed in"
    await sign_in_as(portal, hands, demo.people[0])
    assert portal.protected.progress.step is Step.ENDED
    assert portal.protected.closed_because is Closed.OTHER_PERSON
    assert portal.protected.can_begin_again
