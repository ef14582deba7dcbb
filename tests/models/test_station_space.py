"""Nobody begins where a browser would find no room."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from companyportal.models.station import StationState
from companyportal.visit import OutOfService
from tests.station_bench import stage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /proc")


@pytest.mark.expected_logs("too little space")
async def test_it_is_out_of_service_until_there_is_room_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with stage(tmp_path, "ready stay") as s:
        await s.prepare()
        for _ in range(2):
            s.station.note_space("/place has 3 MiB")
            await s.shows(StationState.OUT_OF_SERVICE, OutOfService.DISK)
        s.station.note_space("")
        await s.shows(StationState.READY)
        assert len(s.processes) == 1, "the visit that waits takes next to nothing"
        await s.begin()
        s.station.note_space("/place has 2 MiB")
        assert s.station.state is StationState.VISIT, "whoever is there goes on as long as it goes"
    told = [each for each in caplog.messages if "too little space" in each]
    assert told == [f"too little space for a visit: /place has {n} MiB" for n in (3, 2)]
