"""Answers that break off, at every byte, and servers that dribble or hang."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from companyportal.errors import Offline, OutcomeUnknown, ServiceFailed
from companyportal.graph.client import GraphClient
from companyportal.graph.transport import Limits
from tests.graph.conftest import QUICK, Connect, Serve, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import After, RawServer, Step, http
from tests.program import until
from tests.proofs import fault

pytestmark = pytest.mark.slow


WHOLE = http({"id": "1", "more": {"a": [1, 2]}}, headers={"request-id": "4c5b-11"})
BODY = json.dumps({"id": "1", "more": {"a": [1, 2]}}).encode()
PATH = "/deviceManagement/managedDevices/1/resetPasscode"
ENDS = pytest.mark.parametrize("end", [After.RESET, After.CLOSE], ids=lambda end: end.value)


@fault("R04")
@ENDS
async def test_a_read_that_breaks_off_at_any_byte_is_asked_for_once_more(
    serve: Serve, connect: Connect, end: After
) -> None:
    server = await serve(b"")
    client = connect(server)
    for count in range(len(WHOLE)):
        server.play(Step(WHOLE[:count], end), Step(WHOLE, After.CLOSE))
        before = len(server.requests)
        assert json.loads((await client.get("/me")).body)["id"] == "1"
        assert len(server.requests) - before == 2
    assert server.connections == len(server.requests) == 2 * len(WHOLE)


@fault("R04")
@pytest.mark.parametrize("count", [0, 1, 9, 40, len(WHOLE) - 1])
@ENDS
async def test_a_read_that_breaks_off_twice_is_an_error(
    serve: Serve, connect: Connect, end: After, count: int
) -> None:
    server = await serve(Step(WHOLE[:count], end))
    with pytest.raises(ServiceFailed):
        await connect(server).get("/me")
    assert len(server.requests) == server.connections == 2


@fault("R04")
@ENDS
async def test_a_change_whose_answer_breaks_off_at_any_byte_is_unknown_and_sent_once(
    serve: Serve, connect: Connect, end: After
) -> None:
    server = await serve(b"")
    client = connect(server)
    for count in range(len(WHOLE)):
        server.play(Step(WHOLE[:count], end), Step(WHOLE, After.CLOSE))
        with pytest.raises(OutcomeUnknown):
            await client.post_once(PATH)
        await client.get("/me")
    sent = [path for path in server.paths() if path.startswith("POST")]
    assert len(sent) == len(WHOLE)


@fault("R04")
async def test_json_that_ends_too_early_is_asked_for_once_more(
    serve: Serve, connect: Connect
) -> None:
    server = await serve(b"")
    client = connect(server)
    ends = [count for count in range(len(BODY)) if not BODY[:count].endswith(b"}")]
    for count in ends:
        server.play(http(BODY[:count]), WHOLE)
        assert (await client.get("/me")).body == BODY
    assert len(server.requests) == 2 * len(ends)
    server.play(http(BODY, length=len(BODY) - 1))
    with pytest.raises(ServiceFailed) as caught:
        await client.get("/other")
    assert caught.value.code in ("truncated", "malformed")


@fault("R03")
def test_nobody_waits_longer_than_this() -> None:
    limits = Limits()
    assert (limits.connect_s, limits.silence_s, limits.read_s, limits.change_s) == (10, 20, 60, 40)


def client_at(
    server: RawServer, clock: HurriedClock, tokens: Tokens, ca_file: Path, limits: Limits
) -> GraphClient:
    """A client with these limits."""
    return GraphClient(
        endpoints=endpoints_at(server.port, ca_file),
        clock=clock,
        token=tokens.token,
        limits=limits,
        random=lambda: 0.0,
    )


class Dribble:
    """Sends an answer byte by byte for ever; no piece is late, and the whole never comes."""

    def __init__(self, server: RawServer) -> None:
        self._server = server
        self._is_over = False

    async def run(self) -> None:
        """Until ``stop``."""
        await self._server.arrived.wait()
        while not self._is_over:
            for writer in tuple(self._server._writers):
                writer.write(b" ")
            await asyncio.sleep(0.01)

    def stop(self) -> None:
        """Enough."""
        self._is_over = True


@fault("R03")
@pytest.mark.parametrize("end", ["read", "change"])
async def test_a_server_that_dribbles_is_left_when_the_whole_time_is_over(
    serve: Serve, clock: HurriedClock, tokens: Tokens, ca_file: Path, end: str
) -> None:
    head = http(b"", length=1_000_000)
    server = await serve(Step(head, After.SILENCE))
    limits = Limits(connect_s=90, silence_s=90, read_s=2.0, change_s=2.0)
    client = client_at(server, clock, tokens, ca_file, limits)
    dribble = Dribble(server)
    dribbling = asyncio.ensure_future(dribble.run())
    ask = client.get("/me") if end == "read" else client.post_once(PATH)
    async with asyncio.timeout(60):
        with pytest.raises(ServiceFailed if end == "read" else OutcomeUnknown) as caught:
            await ask
    dribble.stop()
    await dribbling
    await client.close()
    assert caught.value.code == "timeout"
    assert len(server.requests) == 1


@fault("R03")
@pytest.mark.parametrize("came", [0, 1, 40, len(WHOLE) - len(BODY), len(WHOLE) - 1])
async def test_a_server_that_hangs_is_left_after_its_silence(
    serve: Serve, clock: HurriedClock, tokens: Tokens, ca_file: Path, came: int
) -> None:
    server = await serve(Step(WHOLE[:came], After.SILENCE))
    limits = Limits(connect_s=90, silence_s=0.3, read_s=90, change_s=90)
    client = client_at(server, clock, tokens, ca_file, limits)
    async with asyncio.timeout(60):
        with pytest.raises(OutcomeUnknown):
            await client.post_once(PATH)
    # A slow server may read a request after it was given up.
    await until(lambda: len(server.requests) == 1)
    async with asyncio.timeout(60):
        with pytest.raises(ServiceFailed) as caught:
            await client.get("/me")
    assert caught.value.code == "timeout"
    await until(lambda: len(server.requests) == 3)
    await client.close()


@fault("R03")
async def test_a_handshake_that_hangs_ends_with_nothing_sent(
    serve: Serve, clock: HurriedClock, tokens: Tokens, ca_file: Path
) -> None:
    server = await serve(Step(b"", After.SILENCE, read_request=False), tls=False)
    client = client_at(server, clock, tokens, ca_file, replace(QUICK, connect_s=0.2))
    for ask in (client.get("/me"), client.post_once(PATH)):
        async with asyncio.timeout(60):
            with pytest.raises(Offline) as caught:
                await ask
        assert caught.value.code == "connectTimeout"
    await client.close()
    assert server.requests == []
