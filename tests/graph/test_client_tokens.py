"""Tokens: renewed once, challenged once, and never sent in vain."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from companyportal.errors import MoreProofRequired, ServiceFailed, SignInRequired
from companyportal.graph import client as client_module
from companyportal.graph.client import GraphClient
from tests.graph.conftest import QUICK, Connect, Serve, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import After, Step, http, refused
from tests.proofs import fault

GOOD = http({})
CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'


async def test_an_expired_token_is_renewed_once(
    serve: Serve, connect: Connect, tokens: Tokens
) -> None:
    server = await serve(refused("401 Unauthorized"), GOOD)
    await connect(server).get("/me")
    assert tokens.asked == ["silent", "renew"]
    assert server.headers()["authorization"] == "Bearer token-2"


async def test_a_token_that_is_refused_again_ends_the_session(
    serve: Serve, connect: Connect, tokens: Tokens
) -> None:
    server = await serve(
        refused("401 Unauthorized", {"error": {"code": "InvalidAuthenticationToken"}})
    )
    with pytest.raises(SignInRequired) as caught:
        await connect(server).get("/me")
    assert (caught.value.status, caught.value.code) == (401, "InvalidAuthenticationToken")
    assert len(server.requests) == 2


@pytest.mark.parametrize("challenge", [{}, {"WWW_Authenticate": 'Bearer claims="eyJhIjoxfQ"'}])
async def test_without_time_for_another_try_no_token_is_renewed_and_no_session_ends(
    serve: Serve,
    connect: Connect,
    tokens: Tokens,
    monkeypatch: pytest.MonkeyPatch,
    challenge: dict[str, str],
) -> None:
    monkeypatch.setattr(client_module, "SHORTEST_TRY_S", QUICK.read_s)
    server = await serve(refused("401 Unauthorized", **challenge), GOOD)
    with pytest.raises(ServiceFailed) as caught:
        await connect(server).get("/me")
    assert (caught.value.status, caught.value.code) == (401, "timeout")
    assert (tokens.asked, len(server.requests)) == (["silent"], 1)


@fault("R08")
@pytest.mark.parametrize("status", ["401 Unauthorized", "403 Forbidden"])
async def test_a_claims_challenge_is_answered_once(
    serve: Serve, connect: Connect, tokens: Tokens, status: str
) -> None:
    encoded = base64.urlsafe_b64encode(CLAIMS.encode()).decode().rstrip("=")
    challenge = f'Bearer claims="{encoded}", error="insufficient_claims", realm=""'
    server = await serve(
        http(
            status=status,
            headers=[("WWW-Authenticate", "Negotiate"), ("WWW-Authenticate", challenge)],
        )
    )
    with pytest.raises(SignInRequired) as caught:
        await connect(server).get("/me")
    assert tokens.asked == ["silent", CLAIMS]
    assert caught.value.code == "insufficient_claims"
    assert len(server.requests) == 2


@fault("R08")
@pytest.mark.parametrize("can_renew", [True, False], ids=["renewed", "only the person can"])
async def test_a_challenge_that_no_token_answers_is_left_to_the_next_sign_in(
    serve: Serve, ca_file: Path, clock: HurriedClock, tokens: Tokens, can_renew: bool
) -> None:
    async def token(*, claims: str = "", renew: bool = False) -> str:
        if claims and not can_renew:
            raise SignInRequired(code="interaction_required")
        return await tokens.token(claims=claims, renew=renew)

    encoded = base64.b64encode(CLAIMS.encode()).decode()
    server = await serve(refused("401 Unauthorized", WWW_Authenticate=f'Bearer claims="{encoded}"'))
    told: list[str] = []
    client = GraphClient(
        endpoints=endpoints_at(server.port, ca_file),
        clock=clock,
        token=token,
        challenged=told.append,
    )
    with pytest.raises(SignInRequired):
        await client.get("/me")
    assert (told, len(server.requests)) == ([CLAIMS], 2 if can_renew else 1)
    with pytest.raises(MoreProofRequired):
        await client.post_once("/reset")
    assert told == [CLAIMS, CLAIMS]
    assert server.paths()[-1] == "POST /v1.0/reset"
    await client.close()


@fault("R08")
async def test_an_answered_challenge_is_told_to_nobody(
    serve: Serve, ca_file: Path, clock: HurriedClock, tokens: Tokens
) -> None:
    encoded = base64.b64encode(CLAIMS.encode()).decode()
    challenge = refused("401 Unauthorized", WWW_Authenticate=f'Bearer claims="{encoded}"')
    server = await serve(challenge, GOOD)
    told: list[str] = []
    client = GraphClient(
        endpoints=endpoints_at(server.port, ca_file),
        clock=clock,
        token=tokens.token,
        challenged=told.append,
    )
    await client.get("/me")
    assert (tokens.asked, told) == (["silent", CLAIMS], [])
    await client.close()


@fault("R08")
async def test_an_endless_header_is_no_answer(serve: Serve, connect: Connect) -> None:
    flood = refused("401 Unauthorized", WWW_Authenticate='Bearer claims="' + "A" * 1_000_000)
    server = await serve(Step(flood, After.CLOSE))
    with pytest.raises(ServiceFailed):
        await connect(server).get("/me")
    assert len(server.requests) == 2


async def test_where_no_token_can_be_had_nothing_is_sent(
    serve: Serve, connect: Connect, tokens: Tokens, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(**_: object) -> str:
        raise SignInRequired

    monkeypatch.setattr(tokens, "token", none)
    server = await serve(GOOD)
    client = connect(server)
    with pytest.raises(SignInRequired):
        await client.get("/me")
    with pytest.raises(SignInRequired):
        await client.post_once("/me")
    assert server.connections == 0
