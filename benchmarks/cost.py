"""Cost against size: what each step takes with a hundred to a hundred thousand devices."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.fit import Line, fitted
from benchmarks.processes import told
from benchmarks.row import Row

SIZES = (100, 1_000, 10_000, 100_000)
"""The service's list ends at 20,000; the last size shows only that nothing grows faster."""

Series = dict[str, list[tuple[int, float]]]
"""For each step its milliseconds by the number of devices."""


async def measure(picture: Path, runs: int, sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """A row for each step, and a picture of all of them."""
    series: Series = {}
    for size in sizes:
        (facts,) = await told("benchmarks.cost_of_size", str(size), str(runs))
        for step, milliseconds in facts["ms"].items():
            series.setdefault(step, []).append((size, milliseconds))
    await told("benchmarks.chart", picture, json.dumps(series))
    return [_row(step, points) for step, points in series.items()]


def _row(step: str, points: list[tuple[int, float]]) -> Row:
    line: Line = fitted(points)
    costs = ", ".join(f"{milliseconds:.1f}" for _, milliseconds in points)
    sizes = ", ".join(f"{size:,}" for size, _ in points)
    return Row(
        what=f"cost of size: {step}",
        ours=f"{costs} ms",
        against=f"{sizes} devices",
        ratio=f"{1000 * line.slope:.1f} µs a device, R² {line.r_squared:.3f}",
        goal="",
        met=None,
    )
