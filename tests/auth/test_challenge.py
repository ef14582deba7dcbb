"""A claims challenge that waits for a person: passed on by the next sign-in, and by no other."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from companyportal.auth import receiver
from companyportal.auth.session import Session
from companyportal.demo.server import DemoServer
from companyportal.errors import NoLocalPort, SignInFailed, SignInTimedOut
from tests.auth.conftest import OpenSession
from tests.faults.http_toxics import StatusStorm
from tests.faults.proxy import FaultProxy
from tests.http_browser import HttpBrowser
from tests.proofs import fault

pytestmark = fault("R08")

CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'


def asked_for(link: str) -> Any:
    """What a sign-in page is asked to put into the access token, beside what MSAL always asks."""
    claims = json.loads(parse_qs(urlsplit(link).query)["claims"][0])["access_token"]
    del claims["xms_cc"]
    return claims


def ignore(_link: str) -> None:
    """Not one of the pages that the test looks at."""


def nobody_there(_url: str) -> bool:
    """A page that is shown, and nothing more."""
    return True


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Through the proxies."""
    return faulty_demo


@pytest.fixture
def links() -> list[str]:
    """The sign-in pages, one by one."""
    return []


async def test_the_next_sign_in_passes_it_on_and_the_one_after_does_not(
    session: Session, links: list[str]
) -> None:
    await session.sign_in(ignore)
    session.note_challenge(CLAIMS)
    await session.sign_out(keeps_challenge=True)
    account = await session.sign_in(links.append)
    (await session.reauthenticate(account, links.append, lambda: True)).forget()
    session.note_challenge(CLAIMS)
    (await session.reauthenticate(account, links.append, lambda: True)).forget()
    await session.sign_in(links.append)
    wanted = json.loads(CLAIMS)["access_token"]
    assert [asked_for(link) for link in links] == [wanted, {}, wanted, {}]


async def test_a_page_that_nobody_came_back_from_was_the_only_one(
    session: Session, links: list[str]
) -> None:
    account = await session.sign_in(ignore)
    session.note_challenge(CLAIMS)
    await session.sign_out(keeps_challenge=True)
    with pytest.raises(SignInTimedOut):
        await session.reauthenticate(account, links.append, lambda: False)
    (await session.reauthenticate(account, links.append, lambda: True)).forget()
    assert ["acrs" in asked_for(link) for link in links] == [True, False]


async def test_a_page_that_never_leads_back_is_shown_once(
    open_session: OpenSession, browser: HttpBrowser, links: list[str]
) -> None:
    """The provider may not know the claims, and then shows an error that ends nowhere."""
    opened = iter([browser.open_url, nobody_there, nobody_there, browser.open_url])
    session = open_session(open_url=lambda url: next(opened)(url))
    account = await session.sign_in(ignore)
    session.note_challenge(CLAIMS)
    await session.sign_out(keeps_challenge=True)
    for _ in range(2):
        await given_up(session, links)
    (await session.reauthenticate(account, links.append, lambda: True)).forget()
    assert ["acrs" in asked_for(link) for link in links] == [True, False, False]


async def given_up(session: Session, links: list[str]) -> None:
    """The page is shown, and the person goes back to the program and cancels there."""
    shown = asyncio.Event()

    def show(link: str) -> None:
        links.append(link)
        shown.set()

    waiting = asyncio.ensure_future(session.sign_in(show))
    await shown.wait()
    waiting.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await waiting


async def test_whoever_signs_out_leaves_nothing_to_the_next_one(
    session: Session, links: list[str]
) -> None:
    await session.sign_in(ignore)
    session.note_challenge(CLAIMS)
    await session.sign_out()
    session.note_challenge(CLAIMS)  # by a request that was still on its way
    await session.sign_in(links.append)
    assert asked_for(links[0]) == {}


async def test_another_person_s_session_begins_without_it(
    session: Session, demo: DemoServer, browser: HttpBrowser, links: list[str]
) -> None:
    account = await session.sign_in(ignore)
    browser.username = demo.people[1].username
    fresh = await session.reauthenticate(account, ignore, lambda: True)
    session.note_challenge(CLAIMS)
    assert session.adopt(fresh).person != account.person
    await session.sign_in(links.append)
    assert asked_for(links[0]) == {}


async def test_what_was_never_shown_waits_for_the_next_time(
    session: Session, links: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await session.sign_in(ignore)
    session.note_challenge(CLAIMS)
    await session.sign_out(keeps_challenge=True)
    with monkeypatch.context() as patch:
        patch.setattr(receiver, "_PORT_TRIES", 0)
        with pytest.raises(NoLocalPort):
            await session.sign_in(links.append)
    await session.sign_in(links.append)
    assert ["acrs" in asked_for(link) for link in links] == [True]


async def test_one_that_the_provider_refuses_locks_nobody_out(
    session: Session, identity_proxy: FaultProxy, links: list[str]
) -> None:
    await session.sign_in(ignore)
    session.note_challenge(CLAIMS)
    toxic = identity_proxy.add(StatusStorm(400, "/token", method="POST", times=1))
    with pytest.raises(SignInFailed):
        await session.sign_in(links.append)
    assert toxic.struck == 1
    await session.sign_in(links.append)
    assert [asked_for(link) for link in links] == [json.loads(CLAIMS)["access_token"], {}]
