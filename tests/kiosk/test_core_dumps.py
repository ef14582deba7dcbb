"""What is left of a kiosk's programs when they crash, and who may read them while they run."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

import pytest

from tests import core_files
from tests.kiosk.browser_hands import page_opens
from tests.kiosk.browsing import chromium
from tests.kiosk.steered import Kiosk
from tests.proofs import promise, threat
from tools.run import ROOT

pytestmark = [pytest.mark.desktop, pytest.mark.browser, pytest.mark.slow]
_HIDES_AFTER_S = 3
"""The station does as soon as it has been painted."""


@promise(7)
@threat("T02")
@threat("T32")
async def test_station_visit_and_browser_are_not_dumped_and_ours_not_read(kiosk: Kiosk) -> None:
    before = core_files.written_in(ROOT)  # where they run
    kiosk.start(chromium())
    await kiosk.ready()
    await kiosk.begin()
    await page_opens(kiosk)
    limits = limits_of(kiosk)
    assert len(limits) > 5
    assert set(limits.values()) == {"0"}, limits
    [visit] = [int(each.partition("-")[2]) for each in await kiosk.shown_by("visit")]
    await kiosk.pass_s(_HIDES_AFTER_S)
    dumpable = await kiosk.ask_all({"look": "dumpable"})
    assert {f"visit-{visit}", f"station-{kiosk.station.pid}"} <= {*dumpable}
    assert {name for name, (is_dumpable,) in dumpable.items() if is_dumpable} == set()

    os.kill(visit, signal.SIGABRT)
    await kiosk.sees("The session has ended", "station")
    kiosk.station.send_signal(signal.SIGABRT)
    assert kiosk.station.wait(60) == -signal.SIGABRT
    assert core_files.written_in(ROOT) == before


def limits_of(kiosk: Kiosk) -> dict[int, str]:
    """How much of each process may be dumped; of those that have not ended meanwhile."""
    found = {}
    for pid in kiosk.processes():
        with suppress(OSError):
            found[pid] = core_files.limit_of(pid)
    return found
