"""What all visits of a station need has gone, and is brought back."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

from companyportal.models.station import StationState
from companyportal.visit import OutOfService
from tests.program import until
from tests.station_bench import stage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /proc")


@pytest.mark.expected_logs("leftovers: cannot be removed")
async def test_nobody_is_let_in_before_it_is_back_and_the_visit_that_waits_goes(
    tmp_path: Path,
) -> None:
    answers = iter([False, True])
    async with stage(tmp_path, "ready stay") as s:
        await s.prepare()
        s.station.start(lambda: next(answers))
        await s.shows(StationState.OUT_OF_SERVICE, OutOfService.STORAGE)
        await until(lambda: s.made[0].is_gone)
        await s.sleeps("leftovers removal")
        assert len(s.processes) == 1
        await s.clock.advance(30)
        await s.shows(StationState.READY)
        assert len(s.processes) == 2


async def test_a_visit_that_has_begun_goes_on_and_the_next_is_made_later(tmp_path: Path) -> None:
    is_back = threading.Event()
    async with stage(tmp_path, "ready stay") as s:
        await s.prepare()
        await s.begin()
        s.station.start(is_back.wait)
        await s.pass_heard(8)
        assert len(s.processes) == 1
        is_back.set()
        await until(lambda: len(s.processes) == 2)
        assert s.station.state is StationState.VISIT
