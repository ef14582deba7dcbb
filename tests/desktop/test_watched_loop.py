"""A loop that does not turn is noted in the log, with what kept it; one that turns is not."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Awaitable, Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from companyportal.desktop.watched_loop import STALL_S, WatchedLoop
from tests.proofs import fault

pytestmark = fault("R31")
SHORT_S = 0.01
NEVER_S = 3_600.0


def stalls(
    qapp: QApplication,
    caplog: pytest.LogCaptureFixture,
    work: Callable[[], Awaitable[None]],
    stall_s: float = SHORT_S,
) -> list[str]:
    """What the log says after that work."""

    async def main() -> None:
        await asyncio.sleep(0)
        caplog.clear()
        await asyncio.get_running_loop().create_task(work(), name="devices")  # type: ignore[arg-type]
        await asyncio.sleep(0.001)

    loop = WatchedLoop(qapp, stall_s=stall_s)
    with caplog.at_level(logging.INFO), asyncio.Runner(loop_factory=lambda: loop) as runner:
        runner.run(main())
    gc.collect()
    return [each.getMessage() for each in caplog.records if "stood still" in each.getMessage()]


async def waits() -> None:
    """Blocks the loop without any work."""
    time.sleep(5 * SHORT_S)  # noqa: ASYNC251 - that is the fault


async def computes_in_a_slot() -> None:
    """Lets a slot use the processor."""
    done = asyncio.Event()

    def compute() -> None:
        until = time.thread_time() + 5 * SHORT_S
        while time.thread_time() < until:
            """Busy."""
        done.set()

    QTimer.singleShot(0, compute)
    await done.wait()


def test_a_task_that_blocks_is_named(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> None:
    [told] = [each for each in stalls(qapp, caplog, waits) if "devices" in each]
    assert told.startswith("the loop stood still for ")
    assert told.endswith(" ms in task devices")
    assert int(told.split()[5]) >= 49


def test_a_busy_slot_is_noticed(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> None:
    assert any(each.endswith(" ms in a slot") for each in stalls(qapp, caplog, computes_in_a_slot))


@pytest.mark.parametrize("work", [waits, computes_in_a_slot])
def test_what_is_short_enough_is_not_mentioned(
    qapp: QApplication, caplog: pytest.LogCaptureFixture, work: Callable[[], Awaitable[None]]
) -> None:
    assert stalls(qapp, caplog, work, NEVER_S) == []


def test_a_person_s_patience_is_the_limit() -> None:
    assert STALL_S == 0.2
