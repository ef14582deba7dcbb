"""Every device listed over pages: beside bare aiohttp on the same server, and beside the SDK."""

from __future__ import annotations

from statistics import median

from benchmarks.page_server import page_server
from benchmarks.prepared import Prepared
from benchmarks.processes import Facts, told
from benchmarks.row import Row

BARE_GOAL = 1.2
SDK_GOAL = 100
SDK_RUNS = 3
"""It takes ten seconds a thousand devices."""


async def measure(ready: Prepared, devices: int, runs: int, sdk_runs: int) -> list[Row]:
    """Rows for an organisation of so many devices; without ``sdk_runs`` the SDK is left out."""
    results = await told("benchmarks.lister", ready.connection, ready.token, str(runs))
    what = f"{devices:,} devices listed over pages"
    rows = [_beside_bare(what, results, BARE_GOAL)]
    async with page_server(ready) as connection:
        repeated = await told("benchmarks.lister", connection, ready.token, str(runs))
        what += ", a server that only repeats them"
        rows.append(_beside_bare(what, repeated, None))
        took_ms = _median(repeated, "ours")
        if not sdk_runs:
            goal = f"≥ {SDK_GOAL}× faster"
            return [*rows, Row(what, f"{took_ms:.0f} ms", "msgraph-sdk: not run", "", goal, None)]
        slow = await told("benchmarks.sdk_lister", connection, ready.token, str(sdk_runs))
    return [*rows, _beside_sdk(what, took_ms, _median(slow, "sdk"), sdk_runs)]


def _beside_bare(what: str, results: list[Facts], goal: float | None) -> Row:
    ours, bare = _median(results, "ours"), _median(results, "bare")
    return Row(
        what=what,
        ours=f"{ours:.0f} ms",
        against=f"{bare:.0f} ms, bare aiohttp + json.loads",
        ratio=f"{ours / bare:.2f}×",
        goal=f"≤ {goal}×" if goal else "",
        met=ours / bare <= goal if goal else None,
    )


def _beside_sdk(what: str, ours: float, sdk: float, runs: int) -> Row:
    times = "1 run" if runs == 1 else f"{runs} runs"
    return Row(
        what=what,
        ours=f"{ours:.0f} ms",
        against=f"{sdk / 1000:.1f} s, msgraph-sdk ({times})",
        ratio=f"{sdk / ours:.0f}× faster",
        goal=f"≥ {SDK_GOAL}× faster",
        met=sdk / ours >= SDK_GOAL,
    )


def _median(results: list[Facts], who: str) -> float:
    return median(float(each["ms"]) for each in results if each["who"] == who)
