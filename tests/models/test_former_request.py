"""A request of a session that has ended, while something else is under way in the next one.

The moments are reached by wrapping the real transport: a request waits before it leaves, or its
answer waits to be heard.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import pytest

from companyportal.demo.device_record import ResetKind
from companyportal.demo.organisation import DemoPerson
from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.graph.request import Request
from companyportal.graph.transport import Transport
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.models.hands import Hands, emissions
from tests.models.test_next_session import sign_in_as, sign_out
from tests.program import device_called, until
from tests.proofs import promise, threat

_BESIDE = {"device", "devices", "organisation", "person"}


class Stopped(asyncio.Event):
    """Where something waits to go on."""

    reached = False


Hold = Callable[..., Stopped]


@pytest.fixture
async def hold(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Hold]:
    """``hold("wipe")`` stops the answer to that request, ``leaving=True`` the request itself, until
    the event is set; the event's ``reached`` says that it has come so far.
    """
    held: dict[tuple[str, bool], Stopped] = {}

    def stop(part: str, *, leaving: bool = False) -> Stopped:
        return held.setdefault((part, leaving), Stopped())

    def wrap(name: str) -> None:
        real = getattr(Transport, name)

        async def exchange(transport: Transport, request: Request, **options: Any) -> Any:
            await stopped(request, leaving=True)
            reply = await real(transport, request, **options)
            await stopped(request, leaving=False)
            return reply

        monkeypatch.setattr(Transport, name, exchange)

    async def stopped(request: Request, *, leaving: bool) -> None:
        for (part, is_leaving), event in tuple(held.items()):
            if is_leaving is leaving and part in request.address:
                event.reached = True
                await event.wait()

    wrap("read")
    wrap("send")
    yield stop
    for event in held.values():
        event.set()


async def to_the_question(portal: Portal, action: Action, name: str) -> None:
    """Out and in again, and nothing else is read any more."""
    portal.protected.begin(action, device_called(portal, name))
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    await until(lambda: portal.devices.state is ListState.READY)
    await until(lambda: not _BESIDE & {*portal.tasks.names})


async def leave_in_the_middle(portal: Portal, hold: Hold, *, leaving: bool) -> asyncio.Event:
    """Marie has confirmed a reset, which stops somewhere, and has signed out."""
    stop = hold("/resetPasscode", leaving=leaving)
    await to_the_question(portal, Action.RESET_PASSCODE, "Galaxy")
    portal.protected.confirm()
    await until(lambda: stop.reached)
    await sign_out(portal)
    return stop


async def go_on(portal: Portal, stop: asyncio.Event, action: Action) -> None:
    """What was stopped comes to its end."""
    stop.set()
    await until(lambda: not portal.tasks.is_running(task_of(action)))


@threat("T28")
@promise(4)
async def test_it_does_not_leave_by_the_use_of_another_request(
    portal: Portal, demo: DemoServer, hands: Hands, hold: Hold
) -> None:
    """The same person is back and sends something else."""
    first = await leave_in_the_middle(portal, hold, leaving=True)
    await sign_in_as(portal, hands, demo.people[0])
    second = hold("/retire", leaving=True)
    await to_the_question(portal, Action.RETIRE, "iPhone")
    portal.protected.confirm()
    await until(lambda: second.reached)
    await go_on(portal, first, Action.RESET_PASSCODE)
    assert demo.tenant.posts == []


@threat("T26")
@threat("T32")
@pytest.mark.parametrize("kind", [None, ResetKind.REFUSED])
async def test_its_answer_is_not_taken_for_that_of_the_next_persons_request(
    portal: Portal, demo: DemoServer, hands: Hands, hold: Hold, kind: ResetKind | None
) -> None:
    if kind is not None:
        galaxy = demo.tenant.devices_of(demo.people[0])[0]
        galaxy.record = replace(galaxy.record, reset=kind)
    first = await leave_in_the_middle(portal, hold, leaving=False)
    theirs = demo.people[1]
    await sign_in_as(portal, hands, theirs)
    second = hold("/retire")
    await to_the_question(portal, Action.RETIRE, "Fairphone")
    sent = emissions(portal.protected.sent)
    portal.protected.confirm()
    await until(lambda: second.reached)
    await go_on(portal, first, Action.RESET_PASSCODE)
    assert portal.protected.progress.step is Step.SENDING
    assert (sent, portal.follow_up.all) == ([], ())
    await go_on(portal, second, Action.RETIRE)
    [(operation, device)] = sent
    assert (operation.action, operation.state) == (Action.RETIRE, OperationState.ACCEPTED)
    assert device.device_id in ids_of(demo, theirs)
    assert len(portal.follow_up.all) == 1


@threat("T26")
@promise(4)
@pytest.mark.parametrize("kind", [None, ResetKind.REFUSED])
async def test_its_answer_does_not_hold_back_a_request_that_has_not_left_yet(
    portal: Portal, demo: DemoServer, hands: Hands, hold: Hold, kind: ResetKind | None
) -> None:
    if kind is not None:
        galaxy = demo.tenant.devices_of(demo.people[0])[0]
        galaxy.record = replace(galaxy.record, reset=kind)
    first = await leave_in_the_middle(portal, hold, leaving=False)
    await sign_in_as(portal, hands, demo.people[0])
    second = hold("/retire", leaving=True)
    await to_the_question(portal, Action.RETIRE, "iPhone")
    portal.protected.confirm()
    await until(lambda: second.reached)
    await go_on(portal, first, Action.RESET_PASSCODE)
    await go_on(portal, second, Action.RETIRE)
    assert portal.protected.progress.step is Step.FOLLOWING
    assert [post.path.rpartition("/")[2] for post in demo.tenant.posts].count("retire") == 1


def ids_of(demo: DemoServer, person: DemoPerson) -> set[str]:
    """The devices of one person."""
    return {device.device_id for device in demo.tenant.devices_of(person)}


@threat("T32")
async def test_a_new_name_is_not_told_to_the_next_person(
    portal: Portal, demo: DemoServer, hands: Hands, hold: Hold
) -> None:
    stop = hold("/setDeviceName")
    portal.direct.rename(device_called(portal, "PC-0042"), "PC-0099")
    await until(lambda: stop.reached)
    await sign_out(portal)
    await sign_in_as(portal, hands, demo.people[1])
    await go_on(portal, stop, Action.RENAME)
    assert portal.messages.shown is None
    assert len(demo.tenant.taken) == 1


@threat("T32")
async def test_trouble_with_it_is_nothing_to_the_next_person(
    portal: Portal, demo: DemoServer, hands: Hands, hold: Hold
) -> None:
    stop = hold("/syncDevice", leaving=True)
    portal.direct.ask(Action.SYNC, device_called(portal, "PC-0042"))
    await until(lambda: stop.reached)
    await sign_out(portal)
    await sign_in_as(portal, hands, demo.people[1])
    await go_on(portal, stop, Action.SYNC)
    assert portal.messages.shown is None
    assert portal.account.state is AccountState.SIGNED_IN
    assert demo.tenant.posts == []
