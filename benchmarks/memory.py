"""What the program holds once the list was read from the service and everything is at rest."""

from __future__ import annotations

import json
from statistics import median

from benchmarks.prepared import Prepared
from benchmarks.processes import running
from benchmarks.row import Row


async def measure(ready: Prepared, devices: int, runs: int, goal_mb: int) -> list[Row]:
    """By turns with a bare window of Qt with a list."""
    held: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(runs):
        held["bare"].append(await _bare())
        (facts,) = await ready.watched("memory")
        held["ours"].append(facts["memory_mb"])
    ours, bare = median(held["ours"]), median(held["bare"])
    return [
        Row(
            what=f"memory after {devices:,} devices were read and shown",
            ours=f"{ours:.0f} MB",
            against=f"{bare:.0f} MB, a bare Qt window with a list",
            ratio=f"+{ours - bare:.0f} MB",
            goal=f"≤ +{goal_mb} MB",
            met=ours - bare <= goal_mb,
        )
    ]


async def _bare() -> float:
    async with running("benchmarks.bare_list") as process:
        assert process.stdout is not None
        megabytes: float = json.loads(await process.stdout.readline())["memory_mb"]
        return megabytes
