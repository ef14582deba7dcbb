"""Each fault of the pretend identity provider shows its effect."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import jwt
import pytest

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.demo.test_identity import read_id_token
from tests.demo.waiting import wake
from tests.demo_fixture import StartDemo
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock

REFUSED: dict[str, type[Exception]] = {
    "forged-id-token": jwt.InvalidSignatureError,
    "unknown-key": KeyError,
    "alg-none": jwt.InvalidAlgorithmError,
    "wrong-audience": jwt.InvalidAudienceError,
    "wrong-issuer": jwt.InvalidIssuerError,
    "expired-id-token": jwt.ExpiredSignatureError,
}
"""What a careful reader of the ID token says."""

BENT: dict[str, Callable[[dict[str, Any], int], bool]] = {
    "wrong-tenant": lambda claims, _: claims["tid"].endswith("beef"),
    "stale-id-token": lambda claims, now: claims["auth_time"] == now - 7200,
    "future-auth-time": lambda claims, now: claims["auth_time"] == now + 86_400,
    "odd-auth-time": lambda claims, now: claims["auth_time"] == str(now),
    "slow-second-factor": lambda claims, now: claims["auth_time"] == now - 250,
    "no-auth-time": lambda claims, _: "auth_time" not in claims,
    "other-person": lambda claims, _: claims["name"] == "Aminata Keita",
}
"""What is wrong in a token that is signed well."""

AT_THE_IDENTITY_PROVIDER = (
    *REFUSED,
    *BENT,
    "wrong-nonce",
    "silent-sso",
    "revoked-refresh",
    "slow-token",
)


@pytest.mark.parametrize("fault", REFUSED)
async def test_a_careful_reader_refuses_the_id_token(
    demo: DemoServer, program: Program, browser: HttpBrowser, fault: str
) -> None:
    demo.tenant.faults.add(fault, times=1)
    result = await program.sign_in(browser)
    with pytest.raises(REFUSED[fault]):
        await read_id_token(program, result["id_token"])
    result = await program.sign_in(browser)
    await read_id_token(program, result["id_token"])


@pytest.mark.parametrize("fault", BENT)
async def test_a_claim_is_not_what_it_should_be(
    start_demo: StartDemo, demo_clock: VirtualClock, fault: str
) -> None:
    demo = await start_demo(faults=[fault])
    async with (
        Program(demo.endpoints) as program,
        HttpBrowser(username=demo.people[0].username) as browser,
    ):
        result = await program.sign_in(browser)
        claims = await read_id_token(program, result["id_token"])
        assert BENT[fault](claims, int(demo_clock.now().timestamp()))


async def test_another_person_gets_their_own_access_token(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    demo.tenant.faults.add("other-person")
    await program.sign_in(browser)
    assert (await program.get("/me"))["displayName"] == "Aminata Keita"


async def test_msal_itself_finds_another_nonce(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    demo.tenant.faults.add("wrong-nonce")
    with pytest.raises(RuntimeError, match="nonce"):
        await program.sign_in(browser)


async def test_a_session_cookie_answers_prompt_login(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    first = await program.sign_in(browser)
    await demo_clock.advance(90)
    demo.tenant.faults.add("silent-sso")
    flow = await program.start(prompt="login", login_hint=browser.username)
    page = await browser.open(flow["auth_uri"])
    assert not page.is_sign_in
    second = await program.redeem(flow, await program.answer())
    assert second["id_token_claims"]["auth_time"] == first["id_token_claims"]["auth_time"]


async def test_a_revoked_refresh_token(
    demo: DemoServer, program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    demo.tenant.faults.add("revoked-refresh")
    assert (await program.silent(force_refresh=True))["error"] == "invalid_grant"


async def test_a_slow_token_endpoint(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    demo.tenant.faults.add("slow-token")
    result, _ = await asyncio.gather(program.sign_in(browser), wake(demo_clock, 3))
    assert "access_token" in result
