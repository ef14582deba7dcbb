"""The fresh sign-in for the gate: what it proves, and that a refused one leaves no trace."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from companyportal.auth.session import FreshSignIn, Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.demo.server import DemoServer
from companyportal.domain import Account, Action
from companyportal.errors import (
    SignInError,
    SignInNotFresh,
    SignInRequired,
    SignInTimedOut,
    TokenInvalid,
)
from companyportal.gate import ActionPlan, Closed, Gate, GateState
from tests.auth.conftest import OpenSession
from tests.http_browser import HttpBrowser
from tests.proofs import threat
from tests.virtual_clock import VirtualClock


def ignore(_link: str) -> None:
    """Nobody looks at the link."""


def in_time() -> bool:
    return True


def gate_for(account: Account, clock: VirtualClock) -> Gate:
    """A gate at which ``account`` has asked, confirmed, signed out, and come back."""
    gate = Gate(clock)
    gate.ask(
        ActionPlan(
            action=Action.RESET_PASSCODE,
            device_id="d",
            serial_number="s",
            person=account.person,
        )
    )
    assert gate.confirm()
    assert gate.signed_out()
    return gate


async def signed_out_again(session: Session) -> Account:
    """Who was signed in a moment ago."""
    account = await session.sign_in(ignore)
    await session.sign_out()
    return account


async def test_fresh_sign_in_opens_the_gate_and_can_be_adopted(
    session: Session, demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    account = await signed_out_again(session)
    gate = gate_for(account, demo_clock)
    links: list[str] = []
    fresh = await session.reauthenticate(account, links.append, gate.redeeming)
    asked = parse_qs(urlsplit(links[0]).query)
    assert asked["prompt"] == ["login"]
    assert asked["max_age"] == ["300"]
    assert asked["login_hint"] == [account.login_hint]
    assert session.account is None
    assert gate.verify(fresh.evidence)
    assert gate.state is GateState.OPEN
    assert session.adopt(fresh) == account == session.account
    assert await session.token() in demo.tenant.secrets


async def test_the_page_is_asked_for_the_credentials_of_that_person(session: Session) -> None:
    """And never with max_age=0, which some take for something else than a new sign-in."""
    links: list[str] = []
    account = await session.sign_in(ignore)
    (await session.reauthenticate(account, links.append, in_time)).forget()
    asked = parse_qs(urlsplit(links[0]).query)
    hint = account.login_hint or account.username
    assert (asked["prompt"], asked["max_age"], asked["login_hint"]) == (["login"], ["300"], [hint])


async def test_times_of_the_evidence_are_in_their_order(
    open_session: OpenSession, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    """The clock stands still but for what the test adds at each step."""

    def open_later(url: str) -> bool:
        demo_clock.boot += 10
        return browser.open_url(url)

    def answer() -> bool:
        demo_clock.boot += 5
        return True

    session = open_session(open_url=open_later)
    account = await signed_out_again(session)
    before = demo_clock.boot
    evidence = (await session.reauthenticate(account, ignore, answer)).evidence
    assert evidence.boot_opened == before
    assert evidence.boot_sent == evidence.boot_received == before + 15
    assert evidence.served_at == int(demo_clock.now().timestamp())
    assert evidence.auth_time <= evidence.served_at


async def test_nothing_is_redeemed_when_the_answer_is_too_late(
    session: Session, demo: DemoServer
) -> None:
    account = await signed_out_again(session)
    minted = len([secret for secret in demo.tenant.secrets if secret.startswith("CNRY-AT")])
    with pytest.raises(SignInTimedOut):
        await session.reauthenticate(account, ignore, lambda: False)
    tokens = [secret for secret in demo.tenant.secrets if secret.startswith("CNRY-AT")]
    assert len(tokens) == minted


REFUSED_TOKENS = {
    "forged-id-token": "signature",
    "unknown-key": "kid",
    "alg-none": "alg",
    "wrong-audience": "audience",
    "wrong-issuer": "issuer",
    "wrong-tenant": "tenant",
    "wrong-nonce": "nonce",
    "expired-id-token": "expired",
    "odd-auth-time": "auth_time",
}


@threat("T11")
@pytest.mark.parametrize("fault", REFUSED_TOKENS)
async def test_bad_id_token_is_refused_and_leaves_no_trace(
    open_session: OpenSession, demo: DemoServer, fault: str
) -> None:
    disk = MemoryTokenCache()
    session = open_session(cache=lambda: disk)
    account = await signed_out_again(session)
    demo.tenant.faults.add(fault)
    with pytest.raises(TokenInvalid) as again:
        await session.reauthenticate(account, ignore, in_time)
    with pytest.raises(TokenInvalid) as first:
        await session.sign_in(ignore)
    assert again.value.code == first.value.code == REFUSED_TOKENS[fault]
    assert tells_nothing(again.value, demo)
    assert session.account is None
    assert disk.load() is None
    with pytest.raises(SignInRequired):
        await session.token()


def tells_nothing(error: BaseException | None, demo: DemoServer) -> bool:
    """True where neither the error nor what it came from holds a secret or a name."""
    forbidden = [*demo.tenant.secrets, demo.people[0].username, demo.people[0].user_id]
    while error is not None:
        if any(each in repr(error) for each in forbidden):
            return False
        error = error.__context__
    return True


async def test_without_auth_time_one_can_sign_in_but_not_prove_it(
    session: Session, demo: DemoServer
) -> None:
    demo.tenant.faults.add("no-auth-time")
    account = await signed_out_again(session)
    with pytest.raises(SignInNotFresh) as refused:
        await session.reauthenticate(account, ignore, in_time)
    assert refused.value.code == "auth_time"


@pytest.mark.parametrize("fault", ["stale-id-token", "future-auth-time"])
async def test_other_times_reach_the_gate_which_refuses_them(
    session: Session, demo: DemoServer, demo_clock: VirtualClock, fault: str
) -> None:
    account = await signed_out_again(session)
    demo.tenant.faults.add(fault)
    gate = gate_for(account, demo_clock)
    fresh = await session.reauthenticate(account, ignore, gate.redeeming)
    assert not gate.verify(fresh.evidence)
    assert gate.closed_because is Closed.NOT_FRESH
    fresh.forget()


@threat("T06")
async def test_session_cookie_that_answers_silently_does_not_open_the_gate(
    session: Session, demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock
) -> None:
    account = await signed_out_again(session)
    await browser.settle()
    await demo_clock.advance(30)
    demo.tenant.faults.add("silent-sso")
    gate = gate_for(account, demo_clock)
    fresh = await session.reauthenticate(account, ignore, gate.redeeming)
    assert not gate.verify(fresh.evidence)
    assert gate.closed_because is Closed.NOT_FRESH


@threat("T08")
async def test_wrong_wall_clock_here_changes_nothing(
    session: Session, demo_clock: VirtualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MSAL would compare auth_time with time.time()."""
    import time

    account = await signed_out_again(session)
    gate = gate_for(account, demo_clock)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 7_200)
    fresh = await session.reauthenticate(account, ignore, gate.redeeming)
    assert gate.verify(fresh.evidence)


@threat("T04")
async def test_wrong_person_is_told_to_the_gate_and_not_adopted(
    open_session: OpenSession, session: Session, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    account = await signed_out_again(session)
    gate = gate_for(account, demo_clock)
    async with HttpBrowser(username=demo.people[1].username) as other:
        visited = open_session(open_url=other.open_url)
        fresh = await visited.reauthenticate(account, ignore, gate.redeeming)
        await other.settle()
    assert fresh.evidence.person.user_id == demo.people[1].user_id
    assert not gate.verify(fresh.evidence)
    assert gate.closed_because is Closed.OTHER_PERSON
    fresh.forget()
    assert visited.account is None
    with pytest.raises(SignInRequired):
        visited.adopt(fresh)


async def test_forgotten_sign_in_holds_nothing(session: Session, demo: DemoServer) -> None:
    account = await signed_out_again(session)
    fresh: FreshSignIn = await session.reauthenticate(account, ignore, in_time)
    client = fresh._client
    assert client is not None
    assert not any(secret in repr(fresh) for secret in demo.tenant.secrets)
    fresh.forget()
    fresh.forget()
    assert client.changed_text() in (None, "{}")


async def test_refused_sign_in_leaves_the_session_as_it_was(
    session: Session, demo: DemoServer
) -> None:
    account = await session.sign_in(ignore)
    token = await session.token()
    demo.tenant.faults.add("forged-id-token")
    with pytest.raises(SignInError):
        await session.reauthenticate(account, ignore, in_time)
    with pytest.raises(SignInError):
        await session.sign_in(ignore)
    assert session.account == account
    assert await session.token() == token


async def test_adopting_replaces_the_session_and_outlives_the_program(
    open_session: OpenSession, demo: DemoServer
) -> None:
    disk = MemoryTokenCache()
    session = open_session(cache=lambda: disk)
    account = await session.sign_in(ignore)
    old = await session.token()
    session.adopt(await session.reauthenticate(account, ignore, in_time))
    new = await session.token()
    assert new != old
    again = open_session(cache=lambda: disk)
    await again.restore()
    assert await again.token() == new
