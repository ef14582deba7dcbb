"""The computer's clocks do what the program relies on."""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from companyportal.clock import Clock, SystemClock
from tests.virtual_clock import VirtualClock


def test_the_wall_clock_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.utcoffset() == timedelta(0)


@pytest.mark.skipif(sys.platform != "linux", reason="the name of Linux's clock")
def test_the_boot_clock_counts_suspend() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    now = SystemClock().boot_s()
    assert before <= now <= time.clock_gettime(time.CLOCK_BOOTTIME)


async def test_sleeping_is_never_too_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop's timer comes early three times; the clock sleeps again for the rest."""
    clock = SystemClock()
    asked: list[float] = []
    boot = 0.0

    async def early(seconds: float) -> None:
        nonlocal boot
        asked.append(seconds)
        boot += seconds * 0.95 if len(asked) < 4 else seconds

    monkeypatch.setattr(SystemClock, "boot_s", lambda _: boot)
    monkeypatch.setattr(asyncio, "sleep", early)
    await clock.sleep(100)
    assert boot >= 100
    assert asked == pytest.approx([100, 5, 0.25, 0.0125])
    await clock.sleep(0)
    assert len(asked) == 4


async def test_the_virtual_clock_is_a_clock_that_only_tests_move() -> None:
    clock = VirtualClock(boot=5.0, wall=datetime(2026, 1, 1, tzinfo=UTC))
    contract: Clock = clock
    woken: list[str] = []

    async def sleeper(name: str, seconds: float) -> None:
        await contract.sleep(seconds)
        woken.append(f"{name} at {contract.boot_s()}")

    both = asyncio.gather(sleeper("late", 20), sleeper("early", 10))
    await asyncio.sleep(0)
    assert clock.sleepers == 2
    await clock.advance(9.5)
    assert woken == []
    await clock.advance(0.5)
    assert woken == ["early at 15.0"]
    await clock.advance(100, wall=False)
    assert woken == ["early at 15.0", "late at 25.0"]
    assert (clock.boot_s(), clock.now()) == (115.0, datetime(2026, 1, 1, 0, 0, 10, tzinfo=UTC))
    await both
