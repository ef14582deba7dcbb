"""A service that keeps failing is left alone, asked by one read at a time, and sent no change."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from companyportal.errors import OutcomeUnknown, ServiceFailed, ServiceResting
from companyportal.graph.breaker import FAILURES, LONGEST_REST_S, REST_S, WITHIN_S, Breaker
from tests.graph.conftest import Connect, Serve
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import After, Step, http, refused
from tests.proofs import fault
from tests.virtual_clock import VirtualClock

pytestmark = fault("R13")

GOOD = http({})
STORM = refused("500 Internal Server Error", {"error": {"code": "Busy"}})


def probe(breaker: Breaker, tell: Callable[[], None]) -> None:
    """One read that finds out."""
    with breaker.attempt():
        tell()


def opened(clock: VirtualClock) -> Breaker:
    """A breaker after five failures."""
    breaker = Breaker(clock)
    for _ in range(FAILURES):
        probe(breaker, breaker.failed)
    return breaker


def test_five_failures_in_half_a_minute_open_it_and_fewer_or_slower_ones_do_not() -> None:
    clock = VirtualClock()
    breaker = Breaker(clock)
    for _ in range(3 * FAILURES):
        breaker.failed()
        clock.boot += WITHIN_S / (FAILURES - 1) + 0.1
    breaker.check()
    for _ in range(FAILURES - 1):
        breaker.failed()
    breaker.answered()
    breaker.failed()
    breaker.check()
    with pytest.raises(ServiceResting) as caught:
        opened(clock).check()
    assert caught.value.retry_after_s == REST_S


def test_each_probe_that_fails_doubles_the_rest_up_to_five_minutes() -> None:
    clock = VirtualClock()
    breaker = opened(clock)
    rests = []
    for _ in range(6):
        with pytest.raises(ServiceResting) as caught:
            breaker.check()
        rest_s = caught.value.retry_after_s
        assert rest_s is not None
        rests.append(rest_s)
        clock.boot += rest_s - 0.5
        with pytest.raises(ServiceResting):
            probe(breaker, breaker.answered)
        clock.boot += 0.5
        probe(breaker, breaker.failed)
    assert rests == [30, 60, 120, 240, LONGEST_REST_S, LONGEST_REST_S]


def test_one_probe_at_a_time_and_its_answer_opens_the_way() -> None:
    clock = VirtualClock()
    breaker = opened(clock)
    clock.boot += REST_S
    with breaker.attempt():
        with pytest.raises(ServiceResting):
            probe(breaker, breaker.answered)
        with pytest.raises(ServiceResting):
            breaker.check()
        breaker.answered()
    breaker.check()
    for _ in range(FAILURES - 1):
        breaker.failed()
    breaker.check()


def test_a_probe_that_is_given_up_leaves_the_place_to_the_next() -> None:
    clock = VirtualClock()
    breaker = opened(clock)
    clock.boot += REST_S
    with pytest.raises(asyncio.CancelledError), breaker.attempt():
        raise asyncio.CancelledError
    probe(breaker, breaker.answered)
    breaker.check()


async def test_reads_stop_at_the_fifth_failure_and_say_when_to_come_back(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(STORM)
    client = connect(server)
    with pytest.raises(ServiceFailed):
        await client.get("/me")
    for _ in range(50):
        with pytest.raises(ServiceResting) as caught:
            await client.get("/me")
        assert caught.value.retry_after_s == REST_S
    assert len(server.requests) == FAILURES
    server.play(GOOD)
    clock.boot += REST_S
    await client.get("/me")
    await client.post_once("/reset")
    assert len(server.requests) == FAILURES + 2


async def test_while_it_rests_a_change_does_not_leave_and_is_no_probe(
    serve: Serve, connect: Connect, clock: HurriedClock
) -> None:
    server = await serve(STORM)
    client = connect(server)
    for _ in range(2):
        with pytest.raises(ServiceFailed):
            await client.get("/me")
    sent = len(server.requests)
    asked: list[int] = []

    def may_leave() -> bool:
        asked.append(1)
        return True

    for wait_s in (0.0, REST_S, 10 * LONGEST_REST_S):
        clock.boot += wait_s
        with pytest.raises(ServiceResting):
            await client.post_once("/reset", may_leave=may_leave)
    assert (len(server.requests), asked) == (sent, [])


@pytest.mark.parametrize("end", [Step(b"", After.RESET), Step(STORM)], ids=["reset", "500"])
async def test_changes_that_end_in_the_dark_count(
    serve: Serve, connect: Connect, end: Step
) -> None:
    server = await serve(end)
    client = connect(server)
    for _ in range(FAILURES):
        with pytest.raises(OutcomeUnknown):
            await client.post_once("/reset")
    with pytest.raises(ServiceResting):
        await client.get("/me")
    assert len(server.requests) == FAILURES


async def test_what_the_service_answers_in_full_is_no_failure(
    serve: Serve, connect: Connect
) -> None:
    server = await serve(refused("404 Not Found"))
    client = connect(server)
    for _ in range(3 * FAILURES):
        with pytest.raises(Exception, match=r"^NotFound$"):
            await client.get("/me")
    assert len(server.requests) == 3 * FAILURES
