"""The measurements run and find what is there; how fast anything is, no test says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from benchmarks import cost, idle, installed, kiosk, leaving, listing, memory, refreshed, stalls
from benchmarks.fit import fitted
from benchmarks.prepared import prepared
from benchmarks.processes import told
from benchmarks.row import Row
from benchmarks.table import table

DEVICES = 7


def test_the_table_stands_in_columns() -> None:
    rows = [
        Row("start", "300 ms", "230 ms", "1.30×", "≤ 1.25×", met=False),
        Row("installed size", "273 MB", "", "", "", met=None),
    ]
    assert table(rows).splitlines() == [
        "| what           | Company Portal | against | ratio | goal    | met |",
        "| -------------- | -------------- | ------- | ----- | ------- | --- |",
        "| start          | 300 ms         | 230 ms  | 1.30× | ≤ 1.25× | no  |",
        "| installed size | 273 MB         |         |       |         |     |",
    ]


@pytest.mark.parametrize(("percent", "value"), [(0, 1.0), (50, 51.0), (99, 100.0), (100, 100.0)])
def test_a_percentile_is_one_of_the_values(percent: int, value: float) -> None:
    assert stalls.percentile([float(n) for n in range(100, 0, -1)], percent) == value


def test_a_straight_line_fits_itself() -> None:
    line = fitted([(100, 12.0), (1_000, 102.0), (10_000, 1_002.0)])
    assert (line.slope, line.intercept, line.r_squared) == pytest.approx((0.1, 2.0, 1.0))


def test_what_is_needed_is_found_with_what_that_needs() -> None:
    needed = installed.closure(["msal"])
    assert {"msal", "requests", "urllib3", "pyjwt", "cryptography"} <= needed
    assert "pytest" not in needed
    assert installed.size_of("msal") > 100_000
    (row,) = installed.measure()
    assert row.ours.endswith("packages")


def test_what_a_process_has_cost_only_grows() -> None:
    before = idle.cost_of(os.getpid())
    sum(range(1_000_000))
    after = idle.cost_of(os.getpid())
    assert after[0] > before[0] > 0
    assert after[1] >= before[1]


@pytest.mark.slow
async def test_cost_against_size_becomes_rows_and_a_picture(home: Path) -> None:
    picture = home / "cost.png"
    rows = await cost.measure(picture, runs=1, sizes=(20, 40))
    assert [row.what.partition(": ")[2] for row in rows] == [
        "read the pages",
        "keep",
        "restore and show",
        "a keystroke in the search",
    ]
    assert all("µs a device" in row.ratio for row in rows)
    assert QImage(str(picture)).width() == 900


@pytest.mark.slow
async def test_the_program_is_watched_beside_its_yardsticks(home: Path) -> None:
    async with prepared(DEVICES) as ready:
        rows = await refreshed.measure(ready, 1)
        rows += await memory.measure(ready, DEVICES, 1, 50)
        rows += await idle.measure(ready, 1, 0.2, settle_s=0)
        rows += await stalls.measure(ready, DEVICES, 1)
    assert [row.what.partition(" ")[0] for row in rows] == ["process", "memory", "hidden", "7", "7"]
    assert all(row.ours and row.against for row in rows)


@pytest.mark.slow
async def test_a_kiosks_visitor_is_watched_while_they_choose_how_to_read() -> None:
    rows = await kiosk.measure(1, rest_s=0.05)
    assert ["French" in rows[0].what, "before they begin" in rows[1].what] == [True, True]
    assert all(row.ours and row.against for row in rows)


@pytest.mark.slow
async def test_a_kiosks_visit_is_watched_while_it_goes(home: Path) -> None:
    rows = await leaving.measure(1, first=0)
    assert ["nothing of it" in rows[0].what, "next one" in rows[1].what] == [True, True]
    assert all(row.ours and row.against for row in rows)


@pytest.mark.slow
async def test_both_ways_to_list_find_the_same_devices(home: Path) -> None:
    async with prepared(DEVICES) as ready:
        found = await told("benchmarks.lister", ready.connection, ready.token, "1")
        rows = await listing.measure(ready, DEVICES, 1, 0)
    assert [(each["who"], each["devices"]) for each in found] == [("bare", 7), ("ours", 7)]
    assert [row.goal for row in rows] == ["≤ 1.2×", "", "≥ 100× faster"]
    assert rows[-1].against == "msgraph-sdk: not run"


@pytest.mark.slow
async def test_a_measured_process_that_fails_says_why(home: Path) -> None:
    with pytest.raises(RuntimeError, match=r"no-such\.json"):
        await told("benchmarks.lister", "no-such.json", "token", "1")
