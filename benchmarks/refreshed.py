"""From the start of the process to a list that was just read from the demo organisation."""

from __future__ import annotations

from statistics import median

from benchmarks.prepared import Prepared
from benchmarks.processes import told
from benchmarks.row import Row

GOAL = 1.5


async def measure(ready: Prepared, runs: int) -> list[Row]:
    """By turns with a bare window of Qt that then sends one bare request."""
    late: dict[str, list[float]] = {"ours": [], "bare": []}
    for run in range(runs + 1):
        (bare,) = await told("benchmarks.bare_request", ready.connection, ready.token)
        (ours,) = await ready.watched("listed")
        if run:  # the first run makes the bytecode and warms the computer's caches
            late["bare"].append(bare["late_ms"])
            late["ours"].append(ours["late_ms"])
    took, yardstick = median(late["ours"]), median(late["bare"])
    return [
        Row(
            what="process start to the list read from the service",
            ours=f"{took:.0f} ms",
            against=f"{yardstick:.0f} ms, a bare Qt window and one bare request",
            ratio=f"{took / yardstick:.2f}×",
            goal=f"≤ {GOAL}×",
            met=took / yardstick <= GOAL,
        )
    ]
