"""Each toxic does what its name says: a proxy that does nothing would make every test pass."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from functools import partial

import pytest

from companyportal.demo.server import DemoServer
from tests.faults.proxy import FaultProxy
from tests.faults.toxics import (
    Bandwidth,
    Latency,
    LimitData,
    ResetPeer,
    Slicer,
    SlowClose,
    Timeout,
    Toxic,
)
from tests.program import until
from tests.virtual_clock import VirtualClock

ASK = b"GET /v1.0/me HTTP/1.1\r\nHost: localhost\r\nConnection: %s\r\n\r\n"


class Caller:
    """A program that asks once and writes down what comes, piece by piece."""

    def __init__(self, demo: DemoServer, proxy: FaultProxy) -> None:
        self._trusted = ssl.create_default_context(cafile=demo.endpoints.ca_file)
        self._port = proxy.port
        self.came = b""
        self.ended: str = ""
        """How: closed, reset or refused."""

    async def ask(self, *, keep: bool = False) -> None:
        """Ask, and read until the other side ends it."""
        self.came, self.ended = b"", ""
        try:
            reader, writer = await asyncio.open_connection(
                "127.0.0.1", self._port, ssl=self._trusted, server_hostname="localhost"
            )
        except ConnectionRefusedError:
            self.ended = "refused"
            return
        writer.write(ASK % (b"keep-alive" if keep else b"close"))
        try:
            while piece := await reader.read(65_536):
                self.came += piece
            self.ended = "closed"
        except ConnectionResetError:
            self.ended = "reset"
        finally:
            writer.transport.abort()


@pytest.fixture
def caller(faulty_demo: DemoServer, fault_proxy: FaultProxy) -> Caller:
    """Somebody who calls through the proxy."""
    return Caller(faulty_demo, fault_proxy)


def _has_come(caller: Caller, count: int) -> bool:
    return len(caller.came) == count


async def _whole(caller: Caller) -> int:
    await caller.ask()
    assert caller.came.startswith(b"HTTP/1.1 401")
    assert caller.ended == "closed"
    return len(caller.came)


async def test_without_a_toxic_everything_comes_and_is_written_down(
    caller: Caller, fault_proxy: FaultProxy
) -> None:
    assert await _whole(caller) > 200
    assert [(r.method, r.target) for r in fault_proxy.requests] == [("GET", "/v1.0/me")]
    assert fault_proxy.connections == 1


@pytest.mark.parametrize(
    ("toxic", "seconds"),
    [
        (lambda: Latency(3.0), 3.0),
        (lambda: Latency(3.0, jitter_s=2.0, seed=1), 1.0),
        (lambda: Bandwidth(0.1), 10.0),
        (lambda: Bandwidth(100), 0.1),
        (lambda: Timeout(after_s=5.0), 5.0),
        (lambda: ResetPeer(after_s=5.0), 5.0),
    ],
    ids=["latency", "jitter", "slow-loris", "bandwidth", "timeout", "reset_peer"],
)
async def test_what_takes_time_takes_the_clocks_time(
    caller: Caller,
    fault_proxy: FaultProxy,
    demo_clock: VirtualClock,
    toxic: Callable[[], Toxic],
    seconds: float,
) -> None:
    added = fault_proxy.add(toxic())
    asking = asyncio.ensure_future(caller.ask())
    await until(lambda: demo_clock.sleepers)
    assert added.struck == 1
    await demo_clock.advance(seconds * 0.9)
    assert (caller.came, caller.ended) == (b"", "")
    await demo_clock.advance(seconds * 9)
    await until(lambda: caller.came or caller.ended)
    fault_proxy.clear()
    await asking


async def test_a_slow_line_brings_byte_by_byte(
    caller: Caller, fault_proxy: FaultProxy, demo_clock: VirtualClock
) -> None:
    slow = fault_proxy.add(Bandwidth(0.1))
    asking = asyncio.ensure_future(caller.ask())
    for count in range(1, 4):
        await until(lambda: demo_clock.sleepers)
        await demo_clock.advance(10)
        await until(partial(_has_come, caller, count))
    fault_proxy.remove(slow)
    await asking
    assert caller.ended == "closed"
    assert caller.came.startswith(b"HTTP/1.1 401")


async def test_a_slicer_cuts_and_loses_nothing(caller: Caller, fault_proxy: FaultProxy) -> None:
    whole = await _whole(caller)
    slicer = fault_proxy.add(Slicer(7))
    assert await _whole(caller) == whole
    assert slicer.struck == 1


@pytest.mark.parametrize("limit", [0, 1, 40])
@pytest.mark.parametrize(("kind", "ended"), [(LimitData, "closed"), (ResetPeer, "reset")])
async def test_a_limit_lets_so_many_bytes_through(
    caller: Caller,
    fault_proxy: FaultProxy,
    kind: Callable[[int], Toxic],
    ended: str,
    limit: int,
) -> None:
    toxic = fault_proxy.add(kind(limit))
    await caller.ask(keep=True)
    # A reset may overtake what was not read yet.
    assert len(caller.came) == limit or (kind is ResetPeer and len(caller.came) < limit)
    assert caller.ended == ended
    assert toxic.struck == 1
    fault_proxy.remove(toxic)
    await _whole(caller)


async def test_what_times_out_never_ends_by_itself_and_goes_on_when_removed(
    caller: Caller, fault_proxy: FaultProxy, demo_clock: VirtualClock
) -> None:
    toxic = fault_proxy.add(Timeout(), "upstream")
    asking = asyncio.ensure_future(caller.ask())
    await until(lambda: toxic.struck)
    await demo_clock.advance(100_000)
    assert caller.ended == ""
    await fault_proxy.down()
    await asking
    assert (caller.came, caller.ended != "") == (b"", True)


@pytest.mark.parametrize("kind", [LimitData, ResetPeer])
async def test_a_limit_may_strike_a_few_connections_only(
    caller: Caller, fault_proxy: FaultProxy, kind: Callable[..., Toxic]
) -> None:
    toxic = fault_proxy.add(kind(9, times=1))
    await caller.ask()
    assert len(caller.came) <= 9
    await _whole(caller)
    assert toxic.struck == 1


async def test_a_hang_may_come_after_the_first_bytes(
    caller: Caller, fault_proxy: FaultProxy
) -> None:
    fault_proxy.add(Timeout(after_bytes=30))
    asking = asyncio.ensure_future(caller.ask(keep=True))
    await until(lambda: len(caller.came) == 30)
    assert caller.ended == ""
    await fault_proxy.down()
    await asking
    assert len(caller.came) == 30


async def test_a_slow_close_comes_after_the_whole_answer(
    caller: Caller, fault_proxy: FaultProxy, demo_clock: VirtualClock
) -> None:
    slow = fault_proxy.add(SlowClose(60.0))
    asking = asyncio.ensure_future(caller.ask())
    await until(lambda: slow.struck)
    await until(lambda: caller.came.startswith(b"HTTP/1.1 401"))
    await demo_clock.advance(59)
    assert caller.ended == ""
    await demo_clock.advance(1)
    await asking
    assert caller.ended == "closed"


async def test_down_is_refused_cuts_what_is_open_and_comes_up_at_the_same_port(
    caller: Caller, fault_proxy: FaultProxy
) -> None:
    asking = asyncio.ensure_future(caller.ask(keep=True))
    await until(lambda: b"\r\n\r\n" in caller.came)
    port = fault_proxy.port
    await fault_proxy.down()
    await asking
    assert caller.ended in ("closed", "reset")
    await caller.ask()
    assert (caller.came, caller.ended) == (b"", "refused")
    await fault_proxy.up()
    assert fault_proxy.port == port
    await _whole(caller)
