"""What the program costs while it only waits in the tray: processor time and wake-ups (Linux).

All runs wait at the same time, the bare windows beside the programs, so that it takes one wait.
"""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

from benchmarks.bare_list import REST_MS
from benchmarks.prepared import Prepared
from benchmarks.processes import running
from benchmarks.row import Row

SETTLE_S = 35.0
"""After so long the connections of the last request are closed and its threads have ended."""
TICK_MS = 10.0
"""The kernel counts the processor time that it shows to people in hundredths of a second."""

Cost = tuple[float, int]
"""Milliseconds of processor time, and how often it woke, since the process began."""


async def measure(
    ready: Prepared, runs: int, seconds: float, settle_s: float = SETTLE_S
) -> list[Row]:
    """So many programs and so many bare windows, hidden, side by side."""
    async with AsyncExitStack() as stack:
        ours = [await stack.enter_async_context(ready.waiting("idle")) for _ in range(runs)]
        bare = [
            await stack.enter_async_context(running("benchmarks.bare_list", "hidden"))
            for _ in range(runs)
        ]
        for process in (*ours, *bare):
            assert process.stdout is not None
            if not await process.stdout.readline():
                raise RuntimeError("a process ended before it was measured")
        await asyncio.sleep(settle_s + 2 * REST_MS / 1000)
        before = {process.pid: cost_of(process.pid) for process in (*ours, *bare)}
        await asyncio.sleep(seconds)
        spent = {pid: _less(cost_of(pid), cost) for pid, cost in before.items()}
    mine = [spent[process.pid] for process in ours]
    theirs = [spent[process.pid] for process in bare]
    cpu, cpu_bare = median(ms for ms, _ in mine), median(ms for ms, _ in theirs)
    wakes, wakes_bare = median(n for _, n in mine), median(n for _, n in theirs)
    return [
        Row(
            what=f"hidden and idle for {seconds:.0f} s",
            ours=f"{cpu:.1f} ms of CPU, {wakes:.0f} wake-ups",
            against=f"{cpu_bare:.1f} ms, {wakes_bare:.0f}, a hidden bare window",
            ratio=f"+{cpu - cpu_bare:.1f} ms, +{wakes - wakes_bare:.0f}",
            goal=f"≤ {TICK_MS:.0f} ms more, one tick of the kernel's clock",
            met=cpu - cpu_bare <= TICK_MS,
        )
    ]


def cost_of(pid: int) -> Cost:
    """All threads of a process together."""
    nanoseconds, wakes = 0, 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        nanoseconds += int((task / "schedstat").read_text(encoding="ascii").split()[0])
        for line in (task / "status").read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                wakes += int(line.split()[1])
    return nanoseconds / 1e6, wakes


def _less(after: Cost, before: Cost) -> Cost:
    return after[0] - before[0], after[1] - before[1]
