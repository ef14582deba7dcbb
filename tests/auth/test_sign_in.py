"""Signing in with real MSAL, a browser's way through the demo's pages, and what goes wrong."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from companyportal.domain import Person
from companyportal.errors import (
    SignInCancelled,
    SignInRequired,
    SignInTimedOut,
)
from tests.auth.conftest import OpenSession
from tests.http_browser import HttpBrowser
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


def ignore(_link: str) -> None:
    """Nobody looks at the link."""


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
    assert "login_hint" not in links[0], "the two exclude each other"
    assert "response_mode=form_post" in links[0]
    assert "code_challenge_method=S256" in links[0]
    assert (await session.token()) in demo.tenant.secrets
    await browser.settle()
    assert "Signed in" in browser.pages[-1].text


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


async def test_cancelling_while_the_code_is_redeemed_keeps_nothing(
    open_session: OpenSession, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    disk = MemoryTokenCache()
    session = open_session(cache=lambda: disk)
    demo.tenant.faults.add("slow-token")
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(session.sign_in(ignore))
        while not demo_clock.sleepers:  # noqa: ASYNC110 - nothing tells when one falls asleep
            await asyncio.sleep(0.001)
        waiting.cancel()
    await demo_clock.advance(10)
    assert session.account is None
    assert disk.load() is None
    with pytest.raises(SignInRequired):
        await session.token()


async def test_nobody_comes_back_and_the_time_is_up(open_session: OpenSession) -> None:
    links: list[str] = []
    # Long enough for the link, which is asked for over the network, also on a slow computer.
    session = open_session(open_url=lambda url: True, limit_s=5.0)
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


@threat("T16")
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
