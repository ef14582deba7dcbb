"""Changes: sent once, on a connection of their own, and told honestly."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest

from companyportal.errors import (
    CaptivePortal,
    Conflict,
    MoreProofRequired,
    NotFound,
    NotPermitted,
    Offline,
    OutcomeUnknown,
    PortalError,
    RequestRefused,
    ServiceError,
    ServiceFailed,
    SignInRequired,
    Throttled,
    TokenInvalid,
    Withheld,
)
from companyportal.graph.client import GraphClient
from tests.graph.conftest import QUICK, Connect, Serve, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import After, RawServer, Step, http, refused
from tests.proofs import fault

pytestmark = pytest.mark.slow

PATH = "/deviceManagement/managedDevices/1/resetPasscode"
ACCEPTED = b"HTTP/1.1 204 No Content\r\nrequest-id: 1\r\n\r\n"
OK = http({}, status="200 OK")


@pytest.mark.parametrize("answer", [ACCEPTED, OK, http(b"", status="202 Accepted")])
async def test_an_accepted_change_is_sent_once_and_its_connection_closed(
    serve: Serve, connect: Connect, answer: bytes
) -> None:
    server = await serve(answer)
    client = connect(server)
    await client.post_once(PATH)
    await client.post_once(PATH)
    assert server.paths() == [f"POST /v1.0{PATH}"] * 2
    assert server.connections == 2
    headers = server.headers()
    assert headers["authorization"] == "Bearer token-2"
    assert headers["content-length"] == "0"
    assert headers["connection"] == "close"


@pytest.mark.parametrize(
    ("answer", "error", "code"),
    [
        (
            refused("400 Bad Request", {"error": {"code": "BadRequest"}}),
            RequestRefused,
            "BadRequest",
        ),
        (refused("401 Unauthorized"), RequestRefused, ""),
        (refused("401 Unauthorized", {"error": {"code": "Forbidden"}}), NotPermitted, "Forbidden"),
        (
            refused("401 Unauthorized", WWW_Authenticate='Bearer claims="eyJhIjoxfQ"'),
            MoreProofRequired,
            "insufficient_claims",
        ),
        (refused("403 Forbidden"), NotPermitted, ""),
        (refused("404 Not Found"), NotFound, ""),
        (refused("405 Method Not Allowed"), RequestRefused, ""),
        (refused("409 Conflict"), Conflict, ""),
        (refused("412 Precondition Failed"), Conflict, ""),
        (refused("413 Content Too Large"), RequestRefused, ""),
        (refused("422 Unprocessable Content"), RequestRefused, ""),
        (refused("429 Too Many Requests", Retry_After="7"), Throttled, ""),
    ],
)
async def test_a_complete_refusal_is_told_as_one(
    serve: Serve,
    connect: Connect,
    tokens: Tokens,
    answer: bytes,
    error: type[ServiceError],
    code: str,
) -> None:
    server = await serve(answer)
    with pytest.raises(error) as caught:
        await connect(server).post_once(PATH)
    assert (type(caught.value), caught.value.code) == (error, code)
    assert not caught.value.is_unsent
    assert len(server.requests) == 1
    assert tokens.asked == ["silent"]


WHOLE = http(b'{"a": 1}', headers={"request-id": "1"})


@fault("R04")
@pytest.mark.parametrize(
    "step",
    [
        Step(b"", After.RESET),
        Step(b"", After.CLOSE),
        Step(b"", After.SILENCE),
        *(Step(WHOLE[:end], After.RESET) for end in (1, 9, 15, 40, len(WHOLE) - 9, len(WHOLE) - 1)),
        *(Step(WHOLE[:end], After.CLOSE) for end in (1, 9, 15, 40, len(WHOLE) - 9, len(WHOLE) - 1)),
        Step(WHOLE[:40], After.SILENCE),
        Step(WHOLE[:-1], After.SILENCE),
        Step(b"SSH-2.0-what\r\n\r\n", After.CLOSE),
        Step(refused("408 Request Timeout")),
        Step(refused("500 Internal Server Error")),
        Step(refused("502 Bad Gateway")),
        Step(refused("503 Service Unavailable", Retry_After="1")),
        Step(refused("504 Gateway Timeout")),
        Step(refused("302 Found", Location="/v1.0/elsewhere")),
        Step(refused("307 Temporary Redirect", Location="/v1.0/elsewhere")),
        Step(http(b"<html>", kind="text/html")),
        Step(http(b"<html>", kind="text/html", status="403 Forbidden")),
        Step(http(b"x" * 100_000)),
        Step(refused("401 Unauthorized", WWW_Authenticate="x" * 1_000_000), After.CLOSE),
    ],
    ids=lambda step: f"{step.reply[:30]!r} {len(step.reply)} {step.after.value}",
)
async def test_every_other_end_is_unknown_and_nothing_is_sent_again(
    serve: Serve, connect: Connect, clock: HurriedClock, step: Step
) -> None:
    server = await serve(step)
    with pytest.raises(OutcomeUnknown) as caught:
        await connect(server).post_once(PATH)
    assert not caught.value.is_unsent
    assert len(server.requests) == server.connections == 1
    assert clock.waits == []


async def test_what_never_left_is_not_sent(serve: Serve, connect: Connect, ca_file: Path) -> None:
    gone = RawServer([], None)
    gone.port = 1
    with pytest.raises(Offline) as caught:
        await connect(gone).post_once(PATH)
    assert caught.value.code == "connect"
    for step in (Step(b"no tls here\r\n", After.CLOSE, False), Step(b"", After.RESET, False)):
        stranger = await serve(step, tls=False)
        with pytest.raises(Offline):
            await connect(stranger).post_once(PATH)
        assert stranger.requests == []


async def test_a_certificate_of_somebody_else_ends_it_before_the_first_byte(
    serve: Serve, clock: HurriedClock, tokens: Tokens, tmp_path: Path
) -> None:
    import trustme

    other = tmp_path / "other.pem"
    trustme.CA().cert_pem.write_to_path(str(other))
    server = await serve(ACCEPTED)
    client = GraphClient(
        endpoints=endpoints_at(server.port, other), clock=clock, token=tokens.token, limits=QUICK
    )
    for ask in (client.post_once(PATH), client.get("/me")):
        with pytest.raises(Offline) as caught:
            await ask
        assert caught.value.code == "tls"
    await client.close()
    assert server.requests == []


@pytest.mark.parametrize(
    "kind", [Offline, SignInRequired, TokenInvalid, Throttled, ServiceFailed, CaptivePortal]
)
async def test_without_a_token_nothing_is_sent(
    serve: Serve,
    connect: Connect,
    tokens: Tokens,
    monkeypatch: pytest.MonkeyPatch,
    kind: type[PortalError],
) -> None:
    async def none(**_: object) -> str:
        raise kind(code="token")

    monkeypatch.setattr(tokens, "token", none)
    server = await serve(ACCEPTED)
    with pytest.raises(kind) as caught:
        await connect(server).post_once(PATH)
    assert (caught.value.code, caught.value.is_unsent) == ("token", True)
    assert server.connections == 0


@fault("R12")
async def test_a_refusal_for_want_of_quiet_holds_the_reads_too(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(refused("429 Too Many Requests", Retry_After="9"), OK)
    client = connect(server)
    with pytest.raises(Throttled):
        await client.post_once(PATH)
    await client.get("/me")
    assert clock.waits == [9.0]


async def test_cancelled_on_the_way_it_stays_cancelled(serve: Serve, connect: Connect) -> None:
    server = await serve(Step(b"", After.SILENCE))
    client = connect(server)

    sending = asyncio.ensure_future(client.post_once(PATH))
    await server.arrived.wait()
    sending.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await sending
    assert sending.cancelled()
    assert len(server.requests) == 1


async def test_what_may_no_longer_leave_is_held_back_on_the_open_connection(
    serve: Serve, connect: Connect
) -> None:
    server = await serve(ACCEPTED)
    asked: list[int] = []

    def may_leave() -> bool:
        asked.append(server.connections)
        return False

    with pytest.raises(Withheld):
        await connect(server).post_once(PATH, may_leave=may_leave)
    assert len(asked) == 1
    assert server.requests == []


async def test_the_question_is_asked_once_and_last(serve: Serve, connect: Connect) -> None:
    server = await serve(ACCEPTED)
    seen: list[int] = []

    def may_leave() -> bool:
        seen.append(len(server.requests))
        return True

    await connect(server).post_once(PATH, may_leave=may_leave)
    assert seen == [0]
    assert len(server.requests) == 1
