"""Reads: what is sent, what is repeated, and what every answer means."""

from __future__ import annotations

import gzip
import json
import re
from datetime import UTC, datetime

import pytest

from companyportal.errors import (
    CaptivePortal,
    Conflict,
    ForeignAddress,
    NotFound,
    NotPermitted,
    Offline,
    RequestRefused,
    ServiceError,
    ServiceFailed,
)
from companyportal.graph.client import LARGEST_DOCUMENT
from tests.graph.conftest import Connect, Serve, Tokens
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import After, RawServer, Step, http, refused
from tests.proofs import fault, threat

pytestmark = pytest.mark.slow

GOOD = http({"id": "1"}, headers={"request-id": "4c5b-11"})
CLAIMS = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}'
NESTED_FORBIDDEN = {
    "error": {
        "code": "UnknownError",
        "message": json.dumps(
            {
                "ErrorCode": "Forbidden",
                "Message": json.dumps({"_version": 3, "Message": "marie@valcombe.example"}),
            }
        ),
        "innerError": {"request-id": "77-ab"},
    }
}


async def test_a_read_carries_the_token_and_says_who_asks(
    serve: Serve, connect: Connect, tokens: Tokens
) -> None:
    server = await serve(GOOD)
    reply = await connect(server).get("/me/managedDevices", {"$select": "id,deviceName"})
    assert json.loads(reply.body) == {"id": "1"}
    assert reply.date == datetime(2024, 5, 2, 8, tzinfo=UTC)
    assert reply.request_id == "4c5b-11"
    assert "1" not in repr(reply).replace("4c5b-11", "").split("date")[0]
    assert server.paths() == ["GET /v1.0/me/managedDevices?$select=id,deviceName"]
    headers = server.headers()
    assert headers["authorization"] == "Bearer token-1"
    assert headers["accept"] == "application/json"
    assert headers["user-agent"].startswith("CompanyPortal/")
    assert headers["prefer"] == "include-unknown-enum-members"
    assert re.fullmatch(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", headers["client-request-id"])
    assert "cookie" not in headers


async def test_reads_share_a_connection_and_keep_no_cookie(serve: Serve, connect: Connect) -> None:
    server = await serve(http({}, headers={"Set-Cookie": "a=b; Path=/; Secure"}))
    client = connect(server)
    await client.get("/a")
    await client.get("/b")
    assert server.connections == 1
    assert "cookie" not in server.headers()


@fault("R06")
@pytest.mark.parametrize(
    ("answer", "error", "code"),
    [
        (
            refused("400 Bad Request", {"error": {"code": "BadRequest"}}),
            RequestRefused,
            "BadRequest",
        ),
        (refused("403 Forbidden", {"error": {"code": "Forbidden"}}), NotPermitted, "Forbidden"),
        (refused("401 Unauthorized", NESTED_FORBIDDEN), NotPermitted, "Forbidden"),
        (refused("404 Not Found"), NotFound, ""),
        (refused("410 Gone"), NotFound, ""),
        (refused("409 Conflict"), Conflict, ""),
        (refused("412 Precondition Failed"), Conflict, ""),
        (refused("418 I am a teapot", [1]), RequestRefused, ""),
        (refused("302 Found", Location="https://evil.test/"), ForeignAddress, "redirect"),
        (refused("307 Temporary Redirect", Location="/v1.0/x"), ForeignAddress, "redirect"),
        (http(b"<html>Sign in</html>", kind="text/html"), CaptivePortal, ""),
        (http(b"<html>Sign in</html>"), CaptivePortal, ""),
        (http(b"welcome", kind="text/plain"), CaptivePortal, ""),
        (http(b"<p>", kind="text/html", status="403 Forbidden"), CaptivePortal, ""),
        (refused("511 Network Authentication Required"), CaptivePortal, ""),
    ],
)
async def test_a_complete_answer_is_told_and_not_repeated(
    serve: Serve, connect: Connect, answer: bytes, error: type[ServiceError], code: str
) -> None:
    server = await serve(answer)
    with pytest.raises(error) as caught:
        await connect(server).get("/me")
    assert type(caught.value) is error
    assert caught.value.code == code
    assert caught.value.status is not None
    assert "marie" not in repr(caught.value) + str(caught.value.__dict__)
    assert len(server.requests) == 1


async def test_the_request_id_comes_from_the_header_or_from_the_body(
    serve: Serve, connect: Connect
) -> None:
    server = await serve(
        refused("403 Forbidden", NESTED_FORBIDDEN),
        refused("403 Forbidden", NESTED_FORBIDDEN, request_id="99-cd"),
    )
    client = connect(server)
    for expected in ("77-ab", "99-cd"):
        with pytest.raises(NotPermitted) as caught:
            await client.get("/me")
        assert caught.value.request_id == expected


@fault("R04")
@pytest.mark.parametrize(
    "bad",
    [
        Step(b"", After.RESET),
        Step(b"", After.CLOSE),
        Step(b"HTTP/1.1 20", After.RESET),
        Step(http({"id": "1"})[:60], After.CLOSE),
        Step(http({"id": "1"}, length=500), After.CLOSE),
        Step(http({"id": "1"}, length=500), After.RESET),
        Step(http(b'{"id": "1"')),
        Step(http(b"")),
        Step(b"what?\r\n\r\n", After.CLOSE),
        Step(refused("500 Internal Server Error")),
        Step(refused("502 Bad Gateway", b"<html>")),
        Step(refused("503 Service Unavailable")),
        Step(refused("408 Request Timeout")),
        Step(b"", After.SILENCE),
        Step(http({"id": "1"}, length=500), After.SILENCE),
        Step(http(b"{}", headers={"Content-Encoding": "gzip"})),
    ],
    ids=repr,
)
async def test_a_lost_or_broken_answer_is_asked_for_again_on_a_new_connection(
    serve: Serve, connect: Connect, clock: HurriedClock, bad: Step
) -> None:
    server = await serve(bad, GOOD)
    reply = await connect(server).get("/me")
    assert json.loads(reply.body) == {"id": "1"}
    assert clock.waits == [1.0]
    assert len(server.requests) == server.connections == 2


@fault("R04")
@fault("R13")
async def test_after_three_retries_it_gives_up(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(refused("503 Service Unavailable", {"error": {"code": "Busy"}}))
    with pytest.raises(ServiceFailed) as caught:
        await connect(server).get("/me")
    assert (caught.value.status, caught.value.code) == (503, "Busy")
    assert clock.waits == [1.0, 2.0, 4.0]
    assert len(server.requests) == server.connections == 4


async def test_without_a_connection_it_is_told_at_once(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    gone = RawServer([], None)
    gone.port = 1
    with pytest.raises(Offline) as caught:
        await connect(gone).get("/me")
    assert (caught.value.code, clock.waits) == ("connect", [])
    stranger = await serve(Step(b"SSH-2.0\r\n", After.CLOSE, read_request=False), tls=False)
    with pytest.raises(Offline) as caught:
        await connect(stranger).get("/me")
    assert caught.value.code in ("tls", "connect")


@threat("T37")
async def test_a_flood_stops_at_the_limit_also_when_it_comes_compressed(
    serve: Serve, connect: Connect
) -> None:
    bomb = gzip.compress(b'{"a":"' + b" " * 200_000_000 + b'"}')
    server = await serve(
        http(bomb, headers={"Content-Encoding": "gzip"}),
        http(b'{"a":"' + b" " * LARGEST_DOCUMENT + b'"}'),
    )
    client = connect(server)
    for _ in range(2):
        with pytest.raises(ServiceFailed) as caught:
            await client.get("/me")
        assert caught.value.code == "tooLarge"
    assert len(server.requests) == 2


@threat("T37")
async def test_of_a_long_refusal_only_the_beginning_is_read(serve: Serve, connect: Connect) -> None:
    server = await serve(refused("404 Not Found", b"x" * 3_000_000))
    with pytest.raises(NotFound):
        await connect(server).get("/me")


async def test_a_read_that_dribbles_ends_with_its_time(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = await serve(Step(b"", After.SILENCE))
    client = connect(server)
    monkeypatch.setattr(client, "_limits", type(client._limits)(read_s=2.0))
    with pytest.raises(ServiceFailed) as caught:
        await client.get("/me")
    assert caught.value.code == "timeout"
    assert server.requests
