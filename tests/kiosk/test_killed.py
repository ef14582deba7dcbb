"""Processes of the kiosk are killed or stopped; nothing of the visitor outlives them."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from functools import partial

import pytest

from tests.kiosk import steps
from tests.kiosk.asked import is_alive
from tests.kiosk.browser_hands import page_opens
from tests.kiosk.browsing import chromium
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.proofs import promise, threat
from tools.run import ROOT

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@promise(7)
@threat("T32")
async def test_a_visit_that_dies_or_stands_still_goes_with_all_it_had(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    traces = Traces(kiosk)
    for place, number in (
        (steps.browser, signal.SIGKILL),
        (steps.confirm, signal.SIGKILL),
        (steps.device, signal.SIGSTOP),
    ):
        await place(kiosk)
        visit = await begun(kiosk)
        os.kill(visit, number)
        await kiosk.pass_sees("The session has ended", "station")
        await nothing_stays(kiosk, traces)
        assert not is_alive(visit)
    assert kiosk.demo.tenant.posts == []
    assert [*traces.in_memory()] == []


@promise(7)
@threat("T32")
@pytest.mark.browser
async def test_a_visit_never_outlives_its_station_nor_does_its_browser(kiosk: Kiosk) -> None:
    kiosk.start(chromium())
    await kiosk.ready()
    traces = Traces(kiosk)
    await kiosk.begin()
    await page_opens(kiosk)
    kiosk.station.kill()
    await kiosk.until(lambda: is_empty(kiosk), "an empty computer")
    assert [*traces.in_files()] == []


@promise(7)
@threat("T32")
async def test_what_both_left_is_removed_at_the_next_start(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    await steps.devices(kiosk)
    visits = [await begun(kiosk), *kiosk.visits]
    for pid in {*visits}:
        os.kill(pid, signal.SIGSTOP)  # so that it cannot do it itself
    kiosk.station.kill()
    kiosk.station.wait(60)
    assert [*kiosk.visit_root.glob("visit-*")] != []
    kiosk.start()
    await kiosk.ready()
    assert not any(is_alive(pid) for pid in visits)
    await nothing_stays(kiosk, Traces(kiosk))


@promise(7)
@threat("T32")
@pytest.mark.browser
async def test_where_both_are_killed_the_next_start_clears_up_before_anybody_comes(
    kiosk: Kiosk,
) -> None:
    kiosk.start(chromium())
    await kiosk.ready()
    await kiosk.begin()
    await page_opens(kiosk)
    both = (await begun(kiosk), kiosk.station.pid)
    for number in (signal.SIGSTOP, signal.SIGKILL):  # so that neither hears of the other's end
        for pid in both:
            os.kill(pid, number)
    kiosk.station.wait(60)
    left = {pid for pid, words in kiosk.processes().items() if b"chromium" in words}
    folders = [*kiosk.visit_root.glob("visit-*/b-*")]
    assert left
    assert folders
    kiosk.start(chromium())
    await kiosk.ready()
    assert not any(is_alive(pid) for pid in left)
    assert not any(folder.exists() for folder in folders)
    assert kiosk.log.rindex("leftovers: removed") < kiosk.log.rindex("the station: ready")
    await nothing_stays(kiosk, Traces(kiosk))


@promise(7)
async def test_a_station_that_is_asked_to_end_takes_everything_along(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    traces = Traces(kiosk)
    await steps.device(kiosk)
    kiosk.station.terminate()
    await kiosk.until(lambda: is_empty(kiosk), "an empty computer")
    assert kiosk.station.wait(60) == 0
    assert [*traces.in_files()] == []


async def begun(kiosk: Kiosk) -> int:
    """The process of the visit that is on the screen."""
    return next(int(name.partition("-")[2]) for name in await kiosk.shown_by("visit"))


async def is_empty(kiosk: Kiosk) -> bool:
    """No process and no folder of the kiosk is left."""
    kiosk.station.poll()
    return not kiosk.processes() and not [*kiosk.visit_root.glob("visit-*")]


@promise(7)
@threat("T32")
async def test_no_picture_of_a_visit_stays_where_its_station_stands_still(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    await steps.device(kiosk)
    visit = await begun(kiosk)
    assert await colours(kiosk) > 100
    os.kill(kiosk.station.pid, signal.SIGSTOP)
    os.kill(visit, signal.SIGKILL)

    async def is_plain() -> bool:
        return await colours(kiosk) == 1

    await kiosk.until(is_plain, "a plain screen")


async def colours(kiosk: Kiosk) -> int:
    """How many are on the screen."""
    words = [sys.executable, "-m", "tests.kiosk.colours"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": kiosk.screen.display}
    run = partial(subprocess.run, words, env=environment, cwd=ROOT, check=True, capture_output=True)
    return int((await asyncio.to_thread(run)).stdout)
