"""The page that says how a visit ended: how it is read, and how long it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from companyportal.models.station import StationState
from companyportal.visit import Comfort
from tests.program import until
from tests.proofs import threat
from tests.station_bench import stage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /proc")


@threat("T02")
async def test_it_is_read_as_the_visitor_chose_and_as_long_as_somebody_does(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, "ready choosing", "ready stay") as s:
        await s.prepare()
        await s.begin()
        await s.shows(StationState.DONE)
        assert s.station.last_comfort == Comfort("fr", has_contrast=True, text_step=2)
        for _ in range(2):
            await s.sleeps("done page")
            await s.clock.advance(2)
            s.station.stay_done()
        await until(lambda: not s.tasks.is_running("visit 1 removal"))
        assert str(s.station.state) == "done"
        await s.sleeps("done page")
        await s.clock.advance(3)
        await s.shows(StationState.READY)
        s.station.stay_done()
        assert not s.tasks.is_running("done page")
