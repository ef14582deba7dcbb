"""How long the window is deaf while a long list arrives, is shown, and is searched."""

from __future__ import annotations

from statistics import median

from benchmarks.prepared import Prepared
from benchmarks.processes import Facts
from benchmarks.row import Row

FRAME_MS = 16.7
WORST_MS = 50
_WHILE = {
    "arrive": "{:,} devices arrive, are sorted, shown and kept",
    "search": "{:,} devices are searched, keystroke by keystroke",
}


async def measure(ready: Prepared, devices: int, runs: int) -> list[Row]:
    """The beats of a timer on the program's own loop; the server is another process."""
    found: dict[str, list[Facts]] = {"rest": [], **{name: [] for name in _WHILE}}
    for _ in range(runs):
        for facts in await ready.watched("stalls"):
            found[facts["while"]].append(facts)
    return [row(text.format(devices), found[name], found["rest"]) for name, text in _WHILE.items()]


def percentile(values: list[float], percent: int) -> float:
    """The value that so many per cent do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def row(what: str, runs: list[Facts], rest: list[Facts]) -> Row:
    """The pauses of ``runs``, beside those of ``rest``, while nothing goes on."""
    often, worst = _median(runs, 99, "gaps_ms"), _median(runs, 100, "gaps_ms")
    busy = f"{_median(runs, 99, 'busy_ms'):.1f} / {_median(runs, 100, 'busy_ms'):.1f} ms"
    return Row(
        what=f"{what}: the loop's pauses",
        ours=f"p99 {often:.1f} ms, worst {worst:.1f} ms (of them busy: {busy})",
        against=f"p99 {_ms(rest, 99)}, worst {_ms(rest, 100)}, nothing going on",
        ratio="",
        goal=f"p99 ≤ {FRAME_MS} ms, worst ≤ {WORST_MS} ms",
        met=often <= FRAME_MS and worst <= WORST_MS,
    )


def _median(runs: list[Facts], percent: int, kind: str) -> float:
    return median(percentile(run[kind], percent) for run in runs)


def _ms(runs: list[Facts], percent: int) -> str:
    return f"{_median(runs, percent, 'gaps_ms'):.1f} ms"
