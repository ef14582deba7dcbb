"""Signing in, tokens and signing out, with real MSAL against the demo organisation."""

from __future__ import annotations

import asyncio
import json
import socket
from dataclasses import replace
from typing import Any

import pytest

from companyportal.auth.saved_session import Saved, SavedSession
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from companyportal.demo.tokens import TokenDesk
from companyportal.domain import Account
from companyportal.endpoints import Endpoints
from companyportal.errors import (
    Offline,
    SignInRequired,
    SignOutFailed,
    TokenInvalid,
)
from tests.auth.conftest import OpenSession
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock


def ignore(_link: str) -> None:
    """Nobody looks at the link."""


def token_requests(demo: DemoServer) -> int:
    return sum(1 for seen in demo.tenant.requests if seen.path.endswith("/token"))


async def test_token_comes_from_memory_until_another_is_asked_for(
    session: Session, demo: DemoServer
) -> None:
    await session.sign_in(ignore)
    first = await session.token()
    assert await session.token() == first
    assert token_requests(demo) == 1
    assert await session.token(renew=True) != first
    challenge = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
    assert await session.token(claims=challenge) != first
    assert token_requests(demo) == 3


async def test_many_who_ask_at_once_get_one_token(session: Session, demo: DemoServer) -> None:
    await session.sign_in(ignore)
    tokens = await asyncio.gather(*(session.token() for _ in range(5)))
    assert len(set(tokens)) == 1
    assert token_requests(demo) == 1


async def test_nobody_signed_in_means_no_token(session: Session) -> None:
    with pytest.raises(SignInRequired):
        await session.token()
    assert await session.restore() is None


async def test_restart_restores_without_network_and_then_gets_a_token(
    open_session: OpenSession, demo: DemoServer, browser: HttpBrowser
) -> None:
    disk = MemoryTokenCache()
    account = await open_session(cache=lambda: disk).sign_in(ignore)
    seen = len(demo.tenant.requests)
    again = open_session(cache=lambda: disk)
    assert await again.restore() == account == again.account
    assert len(demo.tenant.requests) == seen
    assert len(browser.opened) == 1
    assert await again.token() in demo.tenant.secrets


async def test_renewed_tokens_are_there_after_a_restart(
    open_session: OpenSession, demo: DemoServer
) -> None:
    disk = MemoryTokenCache()
    session = open_session(cache=lambda: disk)
    await session.sign_in(ignore)
    renewed = await session.token(renew=True)
    again = open_session(cache=lambda: disk)
    await again.restore()
    assert await again.token() == renewed


async def test_session_of_another_organisation_is_left_alone(
    open_session: OpenSession, start_demo: object, demo: DemoServer
) -> None:
    disk = MemoryTokenCache()
    await open_session(cache=lambda: disk).sign_in(ignore)
    async with DemoServer() as elsewhere:
        other = open_session(cache=lambda: disk, endpoints=elsewhere.endpoints)
        assert await other.restore() is None
    assert disk.load() is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no JSON",
        "[]",
        "null",
        "{}",
        '{"version": 1}',
        '{"version": 2, "cache": ""}',
        "[" * 9999,
    ],
)
async def test_strange_saved_session_means_signed_out(open_session: OpenSession, text: str) -> None:
    disk = MemoryTokenCache()
    disk.save(text)
    assert await open_session(cache=lambda: disk).restore() is None


@pytest.mark.parametrize("member", ["user_id", "username", "cache", "client_id"])
@pytest.mark.parametrize("value", [None, 7])
async def test_saved_session_with_a_bad_member_means_signed_out(
    open_session: OpenSession, member: str, value: int | None
) -> None:
    disk = MemoryTokenCache()
    await open_session(cache=lambda: disk).sign_in(ignore)
    raw = json.loads(disk.load() or "")
    del raw[member]
    disk.save(json.dumps(raw if value is None else raw | {member: value}))
    assert await open_session(cache=lambda: disk).restore() is None


async def test_revoked_session_asks_to_sign_in_again(session: Session, demo: DemoServer) -> None:
    account = await session.sign_in(ignore)
    demo.tenant.faults.add("revoked-refresh")
    with pytest.raises(SignInRequired) as required:
        await session.token(renew=True)
    assert required.value.code == "AADSTS50173"
    seen = token_requests(demo)
    demo.tenant.faults.clear()
    # For 60 s MSAL answers the same request from memory, so a changed server is not noticed.
    with pytest.raises(SignInRequired):
        await session.token(renew=True)
    assert token_requests(demo) == seen
    assert session.account == account


async def test_refresh_that_brings_another_person_is_refused(
    session: Session, demo: DemoServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await session.sign_in(ignore)
    redeem = TokenDesk.redeem_refresh

    def mixed_up(desk: TokenDesk, form: dict[str, str]) -> dict[str, Any]:
        token = form["refresh_token"]
        desk._refresh[token] = replace(desk._refresh[token], person=demo.people[1])
        return redeem(desk, form)

    monkeypatch.setattr(TokenDesk, "redeem_refresh", mixed_up)
    with pytest.raises(TokenInvalid) as refused:
        await session.token(renew=True)
    assert refused.value.code == "subject"
    with pytest.raises(SignInRequired):
        await session.token()


async def test_sign_out_leaves_nothing(open_session: OpenSession, demo: DemoServer) -> None:
    disk = MemoryTokenCache()
    session = open_session(cache=lambda: disk)
    await session.sign_in(ignore)
    assert disk.load() is not None
    await session.sign_out()
    assert session.account is None
    assert disk.load() is None
    with pytest.raises(SignInRequired):
        await session.token()
    assert await open_session(cache=lambda: disk).restore() is None


def unreachable(demo: DemoServer) -> Endpoints:
    """The same organisation at a port where nobody listens."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    authority = f"https://localhost:{port}/{demo.endpoints.tenant_id}"
    return replace(demo.endpoints, authority=authority)


def saved(endpoints: Endpoints, account: Account) -> MemoryTokenCache:
    disk = MemoryTokenCache()
    session = SavedSession(endpoints, lambda: disk)
    session.save(Saved(account=account, cache_text="{}"), is_current=lambda: True)
    return disk


async def test_sign_out_while_the_restored_session_connects_wins(
    open_session: OpenSession, session: Session, demo: DemoServer
) -> None:
    disk = saved(demo.endpoints, await session.sign_in(ignore))
    restored = open_session(cache=lambda: disk)
    await restored.restore()
    results = await asyncio.gather(restored.token(), restored.sign_out(), return_exceptions=True)
    assert isinstance(results[0], SignInRequired)
    assert disk.load() is None


async def test_sign_in_while_the_saved_session_is_read_wins(
    open_session: OpenSession, session: Session, demo: DemoServer
) -> None:
    disk = saved(demo.endpoints, await session.sign_in(ignore))
    starting = open_session(cache=lambda: disk)
    restored, _ = await asyncio.gather(starting.restore(), starting.sign_out())
    assert restored is None
    assert starting.account is None


async def test_sign_out_needs_no_network(
    open_session: OpenSession, session: Session, demo: DemoServer
) -> None:
    away = unreachable(demo)
    disk = saved(away, await session.sign_in(ignore))
    offline = open_session(cache=lambda: disk, endpoints=away)
    assert await offline.restore() == session.account
    await offline.sign_out()
    assert disk.load() is None


async def test_offline_at_start_keeps_who_is_signed_in(
    open_session: OpenSession, session: Session, demo: DemoServer
) -> None:
    away = unreachable(demo)
    disk = saved(away, await session.sign_in(ignore))
    offline = open_session(cache=lambda: disk, endpoints=away)
    with pytest.raises(Offline):
        await offline.sign_in(ignore)
    await offline.restore()
    with pytest.raises(Offline):
        await offline.token()
    assert offline.account == session.account


class Sticky(MemoryTokenCache):
    """A place that keeps what it was told to erase."""

    def erase(self) -> None:
        """Does nothing."""


async def test_sign_out_that_leaves_something_says_so(open_session: OpenSession) -> None:
    disk = Sticky()
    session = open_session(cache=lambda: disk)
    await session.sign_in(ignore)
    with pytest.raises(SignOutFailed):
        await session.sign_out()
    assert session.account is None


async def test_token_that_was_under_way_does_not_undo_a_sign_out(
    open_session: OpenSession, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    disk = MemoryTokenCache()
    session = open_session(cache=lambda: disk)
    await session.sign_in(ignore)
    demo.tenant.faults.add("slow-token")

    async def sign_out_meanwhile() -> None:
        while not demo_clock.sleepers:  # noqa: ASYNC110 - nothing tells when one falls asleep
            await asyncio.sleep(0.001)
        await session.sign_out()
        await demo_clock.advance(10)

    result, _ = await asyncio.gather(
        session.token(renew=True), sign_out_meanwhile(), return_exceptions=True
    )
    assert isinstance(result, SignInRequired)
    assert result.code == "signed_out"
    assert session.account is None
    assert disk.load() is None
