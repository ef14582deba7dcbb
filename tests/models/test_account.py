"""The way in and out: what is known at which moment, and what is left afterwards."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from companyportal import errors
from companyportal.assembly import OpenUrl
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Secret
from companyportal.models.account import AccountModel, AccountState
from companyportal.models.device_list import ListState
from companyportal.models.messages import Messages
from companyportal.portal import Portal
from companyportal.records import News, Outcome
from companyportal.store import Store
from companyportal.tasks import Tasks
from tests.models.forbidding import forbidding
from tests.models.hands import Hands, emissions
from tests.models.left_on_disk import everything_in
from tests.program import device_called, running_portal, sign_in, until
from tests.virtual_clock import VirtualClock


@asynccontextmanager
async def running_account(
    demo: DemoServer,
    clock: VirtualClock,
    open_url: OpenUrl,
    *,
    cache: MemoryTokenCache | None = None,
    limit_s: float = 300.0,
) -> AsyncIterator[tuple[AccountModel, Messages]]:
    """The account alone, on a token cache that may be shared with an earlier run."""
    session = Session(
        endpoints=demo.endpoints,
        clock=clock,
        open_url=open_url,
        cache=lambda: cache or MemoryTokenCache(),
        page=str,
        limit_s=limit_s,
    )
    store, tasks = Store.open(None), Tasks()
    messages = Messages(clock=clock, tasks=tasks)
    tasks.failed.connect(messages.show_error)
    account = AccountModel(session=session, store=store, tasks=tasks, open_url=open_url)
    try:
        yield account, messages
    finally:
        await tasks.close()
        await session.close()
        store.close()


async def start(account: AccountModel) -> None:
    """As the program does after its first paint."""
    account.restore()
    await until(lambda: account.state is not AccountState.STARTING)


async def test_a_kept_session_is_taken_up_without_network_and_browser(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    cache = MemoryTokenCache()
    async with running_account(demo, demo_clock, hands.open_url, cache=cache) as (first, _):
        await start(first)
        first.sign_in()
        await until(lambda: first.state is AccountState.SIGNED_IN)
        marie = first.account
        await hands.browser.settle()
    seen = len(demo.tenant.requests)
    async with running_account(demo, demo_clock, hands.open_url, cache=cache) as (second, _):
        begun = emissions(second.signed_in)
        await start(second)
        assert second.state is AccountState.SIGNED_IN
        assert second.account == marie
        assert begun == [(marie,)]
    assert len(demo.tenant.requests) == seen
    assert len(hands.opened) == 1


async def test_without_a_kept_session_nothing_of_the_last_one_is_shown(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as first:
        await sign_in(first)
        galaxy = device_called(first, "Galaxy")
        first.notifications.add(News(Action.RESET_PASSCODE, Outcome.READY), galaxy)
        killed = shutil.copytree(tmp_path, tmp_path.with_name("killed"))
    assert b"Galaxy" not in everything_in(tmp_path), "no session is kept, so no list is"
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=killed
    ) as second:
        second.devices.restore()
        assert (second.devices.total, second.notifications.unread) == (5, 1)
        await start(second.account)
        assert second.account.state is AccountState.SIGNED_OUT
        assert (second.devices.total, second.notifications.unread) == (0, 0)
    assert b"Galaxy" not in everything_in(killed)


async def test_signing_in_tells_the_link_and_then_the_person(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    hands.does = "nothing"
    async with running_account(demo, demo_clock, hands.open_url) as (account, messages):
        await start(account)
        states: list[AccountState] = []
        account.changed.connect(lambda: states.append(account.state))
        returned = emissions(account.returned)
        for _ in range(3):
            account.sign_in()
        await until(lambda: account.link)
        account.open_again()
        assert hands.opened == [account.link] * 2
        assert account.account is None
        await hands.browser.sign_in(account.link)
        await until(lambda: returned)
        assert account.account is not None
        assert account.account.username == demo.people[0].username
        assert account.link == ""
        assert AccountState.SIGNED_OUT not in states
        assert (states[0], states[-1]) == (AccountState.SIGNING_IN, AccountState.SIGNED_IN)
        assert messages.current is None
        account.open_again()
        account.sign_in()
        assert len(hands.opened) == 2


async def test_cancelling_is_silent(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    hands.does = "nothing"
    async with running_account(demo, demo_clock, hands.open_url) as (account, messages):
        await start(account)
        account.sign_in()
        await until(lambda: account.link)
        account.cancel()
        await until(lambda: account.state is AccountState.SIGNED_OUT)
        assert account.link == ""
        assert messages.current is None
        account.sign_in()
        await until(lambda: account.link)


async def test_cancelling_in_the_browser_is_told_once(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    hands.does = "nothing"
    async with running_account(demo, demo_clock, hands.open_url) as (account, messages):
        await start(account)
        told = emissions(messages.changed)
        account.sign_in()
        await until(lambda: account.link)
        await hands.browser.cancel(account.link)
        await until(lambda: messages.current)
        assert account.state is AccountState.SIGNED_OUT
        assert messages.current is not None
        assert isinstance(messages.current.error, errors.SignInCancelled)
        assert len(told) == 1


async def test_nobody_comes_back_in_time(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    hands.does = "nothing"
    async with running_account(demo, demo_clock, hands.open_url, limit_s=0.05) as (account, said):
        await start(account)
        account.sign_in()
        await until(lambda: said.current)
        assert said.current is not None
        assert isinstance(said.current.error, errors.SignInTimedOut)
        assert account.state is AccountState.SIGNED_OUT


async def test_a_refused_sign_in_reaches_the_person_exactly_once(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await start(portal.account)
        told = emissions(portal.messages.changed)
        demo.tenant.faults.add("wrong-audience")
        portal.account.sign_in()
        await until(lambda: portal.messages.current)
        assert portal.messages.current is not None
        assert isinstance(portal.messages.current.error, errors.TokenInvalid)
        assert portal.messages.current.task == "sign-in"
        assert len(told) == 1
        assert portal.account.state is AccountState.SIGNED_OUT
        assert portal.session.account is None


async def test_after_signing_out_nothing_personal_is_left(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        galaxy = device_called(portal, "Galaxy")
        portal.notifications.add(News(Action.RESET_PASSCODE, Outcome.READY), galaxy)
        portal.details.open(galaxy)
        portal.clipboard.copy(Secret("k7mQ-2xRt"))
        await until(portal.store.latest_devices)
        # Whoever searches for what is left has to find what is there.
        assert galaxy.name.encode() in everything_in(tmp_path)
        assert galaxy.serial_number.encode() in everything_in(tmp_path)
        ends = emissions(portal.account.signed_out)
        portal.account.sign_out()
        assert portal.account.state is AccountState.SIGNED_IN
        await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
        assert len(ends) == 1
        assert portal.account.account is None
        assert portal.session.account is None
        assert (portal.devices.total, portal.devices.state) == (0, ListState.IDLE)
        assert portal.notifications.entries == ()
        assert portal.follow_up.all == ()
        assert portal.details.device is None
        assert not portal.clipboard.holds_secret
        for text in left_behind(demo):
            assert text.encode() not in everything_in(tmp_path), text
    for text in left_behind(demo):
        assert text.encode() not in everything_in(tmp_path), text


def left_behind(demo: DemoServer) -> list[str]:
    """What names the person or one of their devices, and every secret that was ever made."""
    marie = demo.people[0]
    texts = [marie.username, marie.display_name, *demo.tenant.secrets]
    for device in demo.tenant.devices_of(marie):
        texts += [device.record.serial_number, str(device.record.properties["deviceName"])]
    return texts


async def test_where_the_disk_refuses_the_window_is_empty_all_the_same(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path
) -> None:
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
    ) as portal:
        await sign_in(portal)
        portal.notifications.add(
            News(Action.RESET_PASSCODE, Outcome.FAILED), device_called(portal, "Galaxy")
        )
        with forbidding(tmp_path, "DELETE ON device_lists"):
            portal.account.sign_out()
            await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
            await until(lambda: portal.messages.current)
        assert portal.messages.current is not None
        assert isinstance(portal.messages.current.error, errors.StoreNotWritable)
        assert portal.devices.total == 0
        assert portal.notifications.entries == ()
        assert portal.session.account is None


@pytest.mark.parametrize("reader", ["devices", "details"])
async def test_a_session_that_the_service_ended_is_signed_out_here(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock, reader: str
) -> None:
    demo.tenant.faults.add("revoked-refresh")
    await demo_clock.advance(7_200)
    ends = emissions(portal.account.signed_out)
    if reader == "devices":
        portal.devices.refresh()
    else:
        portal.details.open(device_called(portal, "Galaxy"))
    await until(lambda: ends and not portal.tasks.names)
    assert portal.account.state is AccountState.SIGNED_OUT
    assert portal.session.account is None
    assert portal.devices.total == 0
    assert portal.store.latest_devices() is None
    assert portal.messages.current is not None
    assert isinstance(portal.messages.current.error, errors.SignInRequired)
    portal.account.note_session_lost()
    portal.account.sign_out()
    assert portal.tasks.names == ()


async def test_what_was_being_read_when_the_person_left_is_no_lost_session(
    portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("latency")
    ends = emissions(portal.account.signed_out)
    portal.devices.refresh()
    portal.details.open(device_called(portal, "Galaxy"))
    portal.account.sign_out()
    await until(lambda: ends and not portal.tasks.names)
    assert len(ends) == 1
    assert portal.messages.current is None
    await demo_clock.advance(3)
