"""A kiosk asks without anybody's token whether somebody could sign in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from companyportal.auth.reachable import Reach, reach
from companyportal.clock import SystemClock
from companyportal.demo.server import DemoServer
from tests.demo_fixture import StartDemo
from tests.proofs import fault
from tests.virtual_clock import VirtualClock


async def test_both_answer_and_nobody_was_named(demo: DemoServer) -> None:
    assert await reach(demo.endpoints, SystemClock()) == Reach(is_reachable=True)
    assert demo.tenant.posts == []


@pytest.mark.parametrize("part", ["authority", "service"])
@fault("R01")
async def test_one_that_is_gone_is_noticed(demo: DemoServer, part: str) -> None:
    address = "https://localhost:9/" + getattr(demo.endpoints, part).split("/", 3)[3]
    gone = replace(demo.endpoints, **{part: address})
    assert not (await reach(gone, SystemClock())).is_reachable


@fault("R19")
@pytest.mark.parametrize("hours", [-1, 1])
async def test_a_wrong_clock_is_noticed(demo: DemoServer, hours: int) -> None:
    clock = VirtualClock()
    clock.wall += timedelta(hours=hours)
    assert await reach(demo.endpoints, clock) == Reach(is_reachable=True, is_clock_right=False)


@fault("R06")
async def test_a_page_of_the_network_is_no_answer(start_demo: StartDemo) -> None:
    demo = await start_demo(faults=["html-200"])
    assert not (await reach(demo.endpoints, SystemClock())).is_reachable
