"""A claims challenge that waits for a person: passed on by the next sign-in, and by no other."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from companyportal.auth.session import Session
from companyportal.demo.server import DemoServer
from companyportal.errors import SignInFailed, SignInTimedOut
from tests.faults.http_toxics import StatusStorm
from tests.faults.proxy import FaultProxy
from tests.proofs import fault

pytestmark = fault("R08")

CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'


def asked_for(link: str) -> Any:
    """What a sign-in page is asked to put into the access token, beside what MSAL always asks."""
    claims = json.loads(parse_qs(urlsplit(link).query)["claims"][0])["access_token"]
    del claims["xms_cc"]
    return claims


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
    session.note_challenge(CLAIMS)
    account = await session.sign_in(links.append)
    (await session.reauthenticate(account, links.append, lambda: True)).forget()
    session.note_challenge(CLAIMS)
    (await session.reauthenticate(account, links.append, lambda: True)).forget()
    await session.sign_in(links.append)
    wanted = json.loads(CLAIMS)["access_token"]
    assert [asked_for(link) for link in links] == [wanted, {}, wanted, {}]


async def test_it_outlives_a_sign_out_and_a_sign_in_that_nobody_finished(
    session: Session, links: list[str]
) -> None:
    account = await session.sign_in(lambda _: None)
    session.note_challenge(CLAIMS)
    await session.sign_out()
    with pytest.raises(SignInTimedOut):
        await session.reauthenticate(account, links.append, lambda: False)
    (await session.reauthenticate(account, links.append, lambda: True)).forget()
    assert ["acrs" in asked_for(link) for link in links] == [True, True]


async def test_one_that_the_provider_refuses_locks_nobody_out(
    session: Session, identity_proxy: FaultProxy, links: list[str]
) -> None:
    session.note_challenge(CLAIMS)
    toxic = identity_proxy.add(StatusStorm(400, "/token", method="POST", times=1))
    with pytest.raises(SignInFailed):
        await session.sign_in(links.append)
    assert toxic.struck == 1
    await session.sign_in(links.append)
    assert [asked_for(link) for link in links] == [json.loads(CLAIMS)["access_token"], {}]
