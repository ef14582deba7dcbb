"""Signing in, tokens and signing out, with real MSAL against the demo organisation."""

from __future__ import annotations

import asyncio
import logging
import socket
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from companyportal.auth.saved_session import Saved, SavedSession
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from companyportal.demo.tokens import TokenDesk
from companyportal.domain import Account, Person
from companyportal.endpoints import Endpoints
from companyportal.errors import (
    Offline,
    SignInCancelled,
    SignInRequired,
    SignInTimedOut,
    SignOutFailed,
    TokenInvalid,
)
from tests.auth.conftest import OpenSession
from tests.http_browser import HttpBrowser


def ignore(_link: str) -> None:
    """Nobody looks at the link."""


def token_requests(demo: DemoServer) -> int:
    return sum(1 for seen in demo.tenant.requests if seen.path.endswith("/token"))


async def test_person_signs_in_and_gets_a_token(
    session: Session, demo: DemoServer, browser: HttpBrowser
) -> None:
    links: list[str] = []
    account = await session.sign_in(links.append)
    person = demo.people[0]
    assert account.person == Person(demo.endpoints.tenant_id, person.user_id)
    assert (account.username, account.display_name) == (person.username, person.display_name)
    assert session.account == account
    assert links == browser.opened
    assert "prompt=select_account" in links[0]
    assert "response_mode=form_post" in links[0]
    assert "code_challenge_method=S256" in links[0]
    assert (await session.token()) in demo.tenant.secrets
    await browser.settle()
    assert "Signed in" in browser.pages[-1].text


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


async def test_cancel_on_the_page_cancels(open_session: OpenSession, browser: HttpBrowser) -> None:
    links: asyncio.Queue[str] = asyncio.Queue()
    session = open_session(open_url=lambda url: False)

    async def cancel() -> str:
        return (await browser.cancel(await links.get())).text

    said, failure = await asyncio.gather(
        cancel(), session.sign_in(links.put_nowait), return_exceptions=True
    )
    assert isinstance(failure, SignInCancelled)
    assert "Not signed in" in str(said)
    assert session.account is None


async def test_cancelling_the_task_frees_the_port(open_session: OpenSession) -> None:
    links: asyncio.Queue[str] = asyncio.Queue()
    session = open_session(open_url=lambda url: False)
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(session.sign_in(links.put_nowait))
        port = port_of(await links.get())
        (await asyncio.open_connection("127.0.0.1", port))[1].close()
        waiting.cancel()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)
    assert session.account is None


def port_of(link: str) -> int:
    port = urlsplit(parse_qs(urlsplit(link).query)["redirect_uri"][0]).port
    assert port is not None
    return port


async def test_nobody_comes_back_and_the_time_is_up(open_session: OpenSession) -> None:
    links: list[str] = []
    session = open_session(open_url=lambda url: True, limit_s=0.5)
    with pytest.raises(SignInTimedOut):
        await session.sign_in(links.append)
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port_of(links[0]))


@pytest.mark.parametrize("failure", [None, OSError("no browser"), RuntimeError("no display")])
async def test_without_a_browser_the_link_is_enough(
    open_session: OpenSession, browser: HttpBrowser, failure: Exception | None
) -> None:
    def open_nothing(url: str) -> bool:
        if failure is not None:
            raise failure
        return False

    session = open_session(open_url=open_nothing)

    def use_link(link: str) -> None:
        browser.open_url(link)

    account = await session.sign_in(use_link)
    assert session.account == account


async def test_two_sign_ins_at_once_never_cross(
    open_session: OpenSession, demo: DemoServer
) -> None:
    first, second = demo.people[:2]
    async with (
        HttpBrowser(username=first.username, password=first.password) as one,
        HttpBrowser(username=second.username, password=second.password) as two,
    ):
        accounts = await asyncio.gather(
            open_session(open_url=one.open_url).sign_in(ignore),
            open_session(open_url=two.open_url).sign_in(ignore),
        )
        await one.settle()
        await two.settle()
    assert [each.person.user_id for each in accounts] == [first.user_id, second.user_id]


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
    open_session: OpenSession, demo: DemoServer
) -> None:
    disk = MemoryTokenCache()
    session = open_session(cache=lambda: disk)
    await session.sign_in(ignore)

    async def sign_out() -> None:
        # Let the token request leave first.
        await asyncio.sleep(0)
        await session.sign_out()

    results = await asyncio.gather(session.token(renew=True), sign_out(), return_exceptions=True)
    assert isinstance(results[0], SignInRequired)
    assert session.account is None
    assert disk.load() is None


@pytest.fixture
def hostile_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands about on company computers, all of it pointing to nowhere."""
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "https_proxy", "http_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/bundle.pem")
    monkeypatch.setenv("CURL_CA_BUNDLE", "/nowhere/bundle.pem")
    netrc = home / ".netrc"
    netrc.write_text("machine localhost login eve password CNRY-NETRC\n")
    netrc.chmod(0o600)


@pytest.mark.usefixtures("hostile_environment")
async def test_environment_has_no_say(session: Session, demo: DemoServer) -> None:
    await session.sign_in(ignore)
    assert await session.token() in demo.tenant.secrets
    assert not any("Authorization" in repr(seen) for seen in demo.tenant.requests)


async def test_loggers_at_debug_tell_no_secret(
    open_session: OpenSession, demo: DemoServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("msal", "urllib3", "requests", "asyncio", "qasync"):
        caplog.set_level(logging.DEBUG, logger=name)
    session = open_session()
    account = await session.sign_in(ignore)
    await session.token(renew=True)
    fresh = await session.reauthenticate(account, ignore, lambda: True)
    fresh.forget()
    demo.tenant.faults.add("revoked-refresh")
    with pytest.raises(SignInRequired):
        await session.token(renew=True)
    await session.sign_out()
    said = caplog.text
    assert "Setting Future result" in said
    assert [secret for secret in demo.tenant.secrets if secret in said] == []
    assert demo.people[0].username not in said
