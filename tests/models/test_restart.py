"""A request outlives the program: taken up again after a restart, and never sent again."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import News, OperationState, Outcome
from tests.models.forbidding import STORE, forbidding
from tests.models.hands import Hands, emissions, sign_in_again
from tests.program import device_called, running_portal, sign_in, until
from tests.proofs import fault, promise
from tests.store_samples import states
from tests.virtual_clock import VirtualClock

Run = Callable[[], AbstractAsyncContextManager[Portal]]


@pytest.fixture
def run(demo: DemoServer, demo_clock: VirtualClock, hands: Hands, tmp_path: Path) -> Run:
    """Starts the program; each time on the same files."""

    @asynccontextmanager
    async def running() -> AsyncIterator[Portal]:
        async with running_portal(
            demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
        ) as portal:
            yield portal

    return running


async def ask_and_end(run: Run, state: OperationState) -> None:
    """A first run that ends when the request has been sent."""
    async with run() as portal:
        await sign_in(portal)
        await sign_in_again(portal)
        portal.protected.confirm()
        await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
        assert [followed.state for followed in portal.follow_up.all] == [state]


@fault("R20")
@promise(4)
@pytest.mark.parametrize(
    ("fault", "state"),
    [("", OperationState.ACCEPTED), ("post-reset-after-accept", OperationState.UNKNOWN)],
)
async def test_the_end_is_learnt_after_a_restart(
    demo: DemoServer, demo_clock: VirtualClock, run: Run, fault: str, state: OperationState
) -> None:
    if fault:
        demo.tenant.faults.add(fault)
    asked_at = demo_clock.now().replace(microsecond=0)
    await ask_and_end(run, state)
    demo.tenant.faults.clear()
    await demo_clock.advance(3_600)
    async with run() as portal:
        await sign_in(portal)
        await until(lambda: portal.notifications.entries)
        galaxy = device_called(portal, "Galaxy")
        followed = portal.follow_up.find(galaxy.device_id, Action.RESET_PASSCODE)
        assert followed is not None
        assert followed.state is OperationState.DONE
        assert followed.asked_at == asked_at
        assert followed.checked_at == followed.ended_at == demo_clock.now()
        assert portal.follow_up.passcode(galaxy.device_id) is None, "who restarted it?"
        [news] = portal.notifications.entries
        assert (news.news, news.device_id) == (
            News(Action.RESET_PASSCODE, Outcome.READY),
            galaxy.device_id,
        )
    assert len(demo.tenant.posts) == 1


@fault("R20")
@promise(4)
async def test_one_that_is_still_open_is_followed_on(
    demo: DemoServer, demo_clock: VirtualClock, run: Run
) -> None:
    demo.tenant.delay_s = 60
    await ask_and_end(run, OperationState.ACCEPTED)
    async with run() as portal:
        await sign_in(portal)
        await until(lambda: portal.follow_up.all and demo_clock.sleepers)
        [followed] = portal.follow_up.all
        assert (followed.state, followed.next_look_s) == (OperationState.ACCEPTED, 5.0)
        assert portal.account.account is not None
        portal.follow_up.resume(portal.account.account.person)
        await until(lambda: not portal.tasks.is_running("resume"))
        assert portal.follow_up.all == (followed,)
        while not portal.notifications.entries:
            await until(lambda: demo_clock.sleepers or portal.notifications.entries)
            await demo_clock.advance(10)
    assert len(demo.tenant.posts) == 1


async def test_a_device_that_is_gone_by_then_is_told_once_and_looked_for_no_longer(
    demo: DemoServer, run: Run, tmp_path: Path
) -> None:
    await ask_and_end(run, OperationState.ACCEPTED)
    demo.tenant.devices_of(demo.people[0]).pop(0)
    async with run() as portal:
        await sign_in(portal)
        await until(lambda: not portal.tasks.is_running("resume"))
        [followed] = portal.follow_up.all
        assert (followed.state, followed.next_look_s) == (OperationState.UNRESOLVED, None)
        [news] = portal.notifications.entries
        assert (news.news, news.device_name) == (News(Action.RESET_PASSCODE, Outcome.UNKNOWN), "")
        assert list(states(tmp_path / STORE).values()) == ["UNRESOLVED"]
        told = emissions(portal.notifications.arrived)
        assert portal.account.account is not None
        portal.follow_up.resume(portal.account.account.person)
        await until(lambda: not portal.tasks.is_running("resume"))
        assert told == []


async def test_without_network_it_is_tried_again_for_a_quarter_of_an_hour(
    demo: DemoServer, demo_clock: VirtualClock, run: Run
) -> None:
    await ask_and_end(run, OperationState.ACCEPTED)
    demo.tenant.faults.add("html-200")
    async with run() as portal:
        portal.account.restore()
        await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
        portal.account.sign_in()
        seen = len(demo.tenant.requests)
        began = demo_clock.boot
        await until(lambda: portal.tasks.is_running("resume"))
        while portal.tasks.is_running("resume"):
            await until(lambda: demo_clock.sleepers or not portal.tasks.is_running("resume"))
            await demo_clock.advance(60)
        assert 900 <= demo_clock.boot - began <= 1_080
        assert portal.follow_up.all == ()
        demo.tenant.faults.clear()
        assert portal.account.account is not None
        portal.follow_up.resume(portal.account.account.person)
        await until(lambda: portal.follow_up.all)
        tries = [r for r in demo.tenant.requests[seen:] if "managedDevices/" in r.path]
        assert 15 <= len(tries) <= 25


@pytest.mark.expected_logs("an outcome could not be written down: StoreNotWritable")
async def test_an_end_that_cannot_be_written_down_is_shown_all_the_same(
    demo: DemoServer, demo_clock: VirtualClock, run: Run, tmp_path: Path
) -> None:
    await ask_and_end(run, OperationState.ACCEPTED)
    await demo_clock.advance(60)
    async with run() as portal:
        with (
            forbidding(tmp_path, "UPDATE ON operations"),
            forbidding(tmp_path, "INSERT ON notifications"),
        ):
            await sign_in(portal)
            await until(lambda: portal.notifications.entries)
        galaxy = device_called(portal, "Galaxy")
        assert portal.follow_up.passcode(galaxy.device_id) is None
        assert portal.notifications.unread == 1
    assert list(states(tmp_path / STORE).values()) == ["ACCEPTED"]
