"""Throttling: everybody waits at one gate, and nobody for long."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from companyportal.errors import Throttled
from companyportal.graph.client import GraphClient
from tests.graph.conftest import Connect, Serve, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import http, refused
from tests.proofs import fault

pytestmark = fault("R12")

GOOD = http({})


async def test_an_outage_that_names_its_end_is_waited_for(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(refused("503 Service Unavailable", Retry_After="11"), GOOD)
    await connect(server).get("/me")
    assert clock.waits == [11.0]


@pytest.mark.parametrize(
    ("retry_after", "waited"),
    [
        ("7", 7.0),
        ("2.5", 2.5),
        ("0", 1.0),
        ("Thu, 02 May 2024 08:00:09 GMT", 9.0),
        ("Wed, 01 May 2024 08:00:00 GMT", 1.0),
        ("soon", 30.0),
        ("-5", 30.0),
    ],
)
async def test_throttling_is_waited_out(
    serve: Serve, connect: Connect, clock: HurriedClock, retry_after: str, waited: float
) -> None:
    server = await serve(refused("429 Too Many Requests", Retry_After=retry_after), GOOD)
    await connect(server).get("/me")
    assert clock.waits == [waited]


async def test_a_long_throttling_is_told_and_holds_everybody(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(refused("429 Too Many Requests", Retry_After="864000"), GOOD)
    client = connect(server)
    with pytest.raises(Throttled) as caught:
        await client.get("/me")
    assert (caught.value.retry_after_s, caught.value.status) == (900.0, 429)
    clock.boot += 100
    for ask in (client.get("/other"), client.post_once("/reset")):
        with pytest.raises(Throttled) as caught:
            await ask
        assert caught.value.retry_after_s == 800.0
    assert caught.value.is_unsent
    assert len(server.requests) == 1
    clock.boot += 780
    await client.get("/other")
    assert clock.waits == [20.0]


async def test_a_second_call_waits_at_the_same_gate(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(refused("429 Too Many Requests", Retry_After="7"), GOOD)
    client = connect(server)
    first = asyncio.ensure_future(client.get("/first"))
    await server.arrived.wait()
    await asyncio.gather(first, client.get("/second"))
    assert clock.waits[0] == 7.0
    assert sum("GET /v1.0/second" in request for request in server.requests) == 1


async def test_each_wait_that_was_asked_for_is_told(
    serve: Serve, ca_file: Path, clock: HurriedClock, tokens: Tokens
) -> None:
    server = await serve(
        refused("429 Too Many Requests", Retry_After="7"),
        refused("503 Service Unavailable"),
        GOOD,
    )
    told: list[float] = []
    client = GraphClient(
        endpoints=endpoints_at(server.port, ca_file),
        clock=clock,
        token=tokens.token,
        waits=told.append,
        random=lambda: 1.0,
    )
    await client.get("/me")
    await client.close()
    assert (told, clock.waits) == ([7.0], [7.0, 2.0])


async def test_waiting_in_all_ends_at_thirty_seconds(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(refused("429 Too Many Requests", Retry_After="14"))
    with pytest.raises(Throttled):
        await connect(server).get("/me")
    assert clock.waits == [14.0, 14.0]
    assert len(server.requests) == 3
