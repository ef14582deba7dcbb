"""The station lets one visitor after the other in, and nobody where somebody's traces are."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from companyportal.models.spare_visit import RENEW_S
from companyportal.models.station import StationState
from companyportal.visit import Comfort, OutOfService, VisitEnd
from companyportal.visit_messages import End
from tests.program import until
from tests.proofs import promise, threat
from tests.station_bench import Stage, stage

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /proc")
Open = Callable[..., Awaitable[Stage]]
_S = StationState


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Open]:
    """Opens a station whose visits play those plays, and waits until the first may begin."""
    async with AsyncExitStack() as stack:

        async def enter(*plays: str, is_prepared: bool = True) -> Stage:
            made = await stack.enter_async_context(stage(tmp_path, *plays))
            if is_prepared:
                await made.prepare()
            return made

        yield enter


async def test_a_visit_that_ends_makes_room_for_the_next(opened: Open) -> None:
    s = await opened("ready asked", "ready stay")
    await s.begin()
    await s.shows(_S.DONE)
    assert s.station.last_end is VisitEnd.ASKED
    await until(lambda: s.made[0].is_gone)
    await s.sleeps("done page")
    await s.clock.advance(3)
    await s.shows(_S.READY)
    assert [each for each in s.states if each != "preparing"] == ["ready", "visit", "done", "ready"]
    await s.begin()
    assert len(s.processes) == 2


@pytest.mark.expected_logs("visit 1: over after .*: crashed")
async def test_the_next_one_is_ready_before_the_last_has_gone(opened: Open) -> None:
    s = await opened("ready stay")
    await s.begin()
    assert len(s.processes) == 1
    await s.pass_heard(6)
    await until(lambda: len(s.processes) == 2)
    await s.pass_heard(4)
    os.kill(s.processes[0].pid, signal.SIGKILL)
    await s.shows(_S.DONE)
    await until(lambda: not s.tasks.is_running("visit 1 removal"))
    assert s.made[0].is_gone
    await s.sleeps("done page")
    await s.clock.advance(3)
    await s.shows(_S.READY)
    assert len(s.processes) == 2
    assert s.states == ["ready", "visit", "done", "ready"]


async def test_a_touch_ends_the_page_that_says_it_is_done(opened: Open) -> None:
    s = await opened("ready asked", "ready stay")
    await s.begin()
    await s.shows(_S.DONE)
    s.station.begin(Comfort())
    assert s.station.state is _S.PREPARING
    await s.shows(_S.READY)


@threat("T32")
@pytest.mark.parametrize(
    ("play", "passes_s", "end", "is_unknown"),
    [
        ("ready die", 0, VisitEnd.CRASHED, False),
        ("ready silent", 0, VisitEnd.STUCK, False),
        ("ready leaving", 2, VisitEnd.IDLE, False),
        ("ready sending", 32, VisitEnd.IDLE, True),
        ("ready stay", 100, VisitEnd.STUCK, False),
    ],
)
@pytest.mark.expected_logs(r"^WARNING companyportal\.models\.\w+: visit 1: ")
async def test_a_visit_that_does_not_end_by_itself_is_ended(
    opened: Open, play: str, passes_s: float, end: VisitEnd, is_unknown: bool
) -> None:
    s = await opened(play, "ready stay")
    await s.begin()
    if play == "ready silent":
        await until(lambda: s.processes[0].has_fallen_silent)
        await s.sleeps("visit 1 silence")
        await s.clock.advance(5)
    elif passes_s > 0:
        await until(lambda: play == "ready stay" or s.processes[0].is_ending)
        await s.sleeps("visit 1 limit")
        await s.pass_heard(passes_s - 1)
        assert s.station.state is _S.VISIT
        await s.clock.advance(1)
    await s.shows(_S.DONE)
    assert s.station.last_end is end
    assert s.station.is_unknown is is_unknown
    await until(lambda: s.made[0].is_gone)


@pytest.mark.expected_logs(r"^WARNING companyportal\.models\.spare_visit: visit \d: over before")
async def test_three_that_fail_before_they_are_ready_are_out_of_service(opened: Open) -> None:
    s = await opened("exit", "exit", "exit", "exit", "ready stay", is_prepared=False)
    s.station.start()
    for number, pause_s in enumerate((1, 2, 4, 8), start=1):
        await s.sleeps("spare visit")
        assert len(s.processes) == number
        assert s.station.state is (_S.PREPARING if number < 3 else _S.OUT_OF_SERVICE)
        s.station.begin(Comfort())  # nobody is let in
        await s.clock.advance(pause_s - 0.5)
        assert len(s.processes) == number
        await s.clock.advance(0.5)
    await s.shows(_S.READY)
    assert [each for each in s.states if each != "preparing"] == ["outOfService", "ready"]
    assert len(s.processes) == 5


@pytest.mark.expected_logs(r"^ERROR .*: visit 1: cannot be started: No such file or directory")
async def test_one_that_cannot_be_started_is_replaced(opened: Open) -> None:
    s = await opened("missing", "ready stay", is_prepared=False)
    s.station.start()
    await s.sleeps("spare visit")
    await until(lambda: s.made[0].is_gone)
    await s.clock.advance(1)
    await s.shows(_S.READY)


@pytest.mark.expected_logs(r"visit 1: still there after 30 s", r"visit 1: over before anybody")
async def test_one_that_is_never_ready_is_replaced(opened: Open) -> None:
    s = await opened("mute", "ready stay", is_prepared=False)
    s.station.start()
    await s.sleeps("visit 1 limit")
    await s.clock.advance(29)
    assert s.station.state is _S.PREPARING
    assert len(s.processes) == 1
    await s.clock.advance(1)
    await s.sleeps("spare visit")
    await s.clock.advance(1)
    await s.shows(_S.READY)
    await until(lambda: s.made[0].is_gone)


@pytest.mark.expected_logs(r"visit 1: silent for", r"visit 1: over before anybody", r"visit 2")
async def test_a_spare_that_dies_is_replaced(opened: Open) -> None:
    s = await opened("ready stay")
    os.kill(s.processes[0].pid, signal.SIGSTOP)
    await s.pass_until(_S.PREPARING)
    await s.sleeps("spare visit")
    await s.clock.advance(1)
    await s.shows(_S.READY)
    os.kill(s.processes[1].pid, signal.SIGKILL)
    await s.shows(_S.PREPARING)
    await s.sleeps("spare visit")
    await s.clock.advance(1)
    await s.shows(_S.READY)
    assert [each.is_gone for each in s.made] == [True, True, False]


async def test_one_that_nobody_came_to_for_hours_is_renewed(opened: Open) -> None:
    s = await opened("ready stay", "ready stay")
    await s.sleeps("spare visit's age")
    s.clock.boot += RENEW_S - 2  # in one piece: what the first one says is heard as ever
    await s.clock.advance(2)
    await until(lambda: s.made[0].is_gone)
    await s.shows(_S.READY)
    assert len(s.processes) == 2
    assert [each for each in s.states if each != "preparing"] == ["ready", "ready"]


async def test_after_the_computer_slept_nobody_is_taken_for_silent(opened: Open) -> None:
    s = await opened("ready stay")
    await s.begin()
    await s.sleeps("visit 1 silence")
    s.clock.boot += 300
    await s.clock.advance(0)
    await s.pass_heard(4)
    assert s.station.state is _S.VISIT


@pytest.mark.parametrize(
    ("play", "reason", "passes_s"),
    [("ready away", OutOfService.SERVICE, 60), ("ready clock", OutOfService.CLOCK, 0)],
)
async def test_nobody_is_let_in_who_could_not_sign_in(
    opened: Open, play: str, reason: OutOfService, passes_s: float
) -> None:
    s = await opened(play, is_prepared=False)
    s.station.start()
    if passes_s:
        await s.shows(_S.READY)
        await s.pass_heard(passes_s - 1)
        assert s.station.state is _S.READY
        await s.clock.advance(1)
    await s.shows(_S.OUT_OF_SERVICE, reason)
    s.station.begin(Comfort())
    assert s.station.state is _S.OUT_OF_SERVICE
    s.processes[0].tell(End())  # to which this one answers that all is well again
    await s.shows(_S.READY)


@threat("T32")
@pytest.mark.expected_logs("no folder for a visit")
async def test_without_a_folder_nobody_is_let_in(opened: Open, tmp_path: Path) -> None:
    s = await opened("ready stay", is_prepared=False)
    s.folders.root = tmp_path / "later"
    s.station.start()
    await s.shows(_S.OUT_OF_SERVICE, OutOfService.STORAGE)
    s.folders.root.mkdir()
    await s.sleeps("spare visit")
    await s.clock.advance(1)
    await s.shows(_S.READY)


@threat("T32")
@pytest.mark.expected_logs("visit 1: cannot be removed")
async def test_nobody_is_let_in_before_the_last_ones_folder_is_gone(opened: Open) -> None:
    s = await opened("ready asked", "ready stay")
    s.processes[0].is_held = True
    await s.begin()
    await s.shows(_S.DONE)
    await s.sleeps("done page", "visit 1 removal")
    await s.clock.advance(3)
    await s.shows(_S.OUT_OF_SERVICE, OutOfService.STORAGE)
    await until(lambda: len(s.processes) == 2)
    s.processes[0].is_held = False
    await s.pass_heard(26)
    assert s.station.state is _S.OUT_OF_SERVICE
    await s.clock.advance(1)
    await s.shows(_S.READY)
    assert s.made[0].is_gone


async def test_what_cannot_be_mended_here_stays_out_of_service(tmp_path: Path) -> None:
    async with stage(tmp_path, "ready stay", out_of_service=OutOfService.POLICY) as s:
        s.station.start()
        await s.shows(_S.OUT_OF_SERVICE, OutOfService.POLICY)
        s.station.begin(Comfort())
        await s.clock.advance(60)
        assert s.station.state is _S.OUT_OF_SERVICE
        assert s.processes == []


@threat("T32")
@pytest.mark.parametrize("is_left", [False, True])
async def test_what_a_killed_station_left_goes_first(
    tmp_path: Path, is_left: bool, expected_logs: set[str]
) -> None:
    cleared: list[bool] = []

    def clear() -> bool:
        cleared.append(not is_left or bool(cleared))
        return cleared[-1]

    async with stage(tmp_path, "ready stay") as s:
        s.station.start(clear)
        if is_left:
            await s.shows(_S.OUT_OF_SERVICE, OutOfService.STORAGE)
            expected_logs.add("leftovers: cannot be removed")
            await s.sleeps("leftovers removal")
            assert s.processes == []
            await s.clock.advance(30)
        await s.shows(_S.READY)
    assert cleared == ([False, True] if is_left else [True])


@promise(7)
@pytest.mark.parametrize("play", ["ready stay", "ready leaving"])
async def test_the_end_of_the_station_is_the_end_of_the_visit(
    tmp_path: Path, play: str, expected_logs: set[str]
) -> None:
    async with stage(tmp_path, play) as s:
        await s.prepare()
        await s.begin()
        await s.pass_heard(1)
        s.station.leave()
        if play == "ready leaving":
            expected_logs.add("visit 1: still there after 2 s")
            await s.sleeps("visit 1 limit")
            await s.clock.advance(2)
        await until(lambda: s.made[0].is_gone)
        assert s.station.last_end in (VisitEnd.STATION, VisitEnd.IDLE)
        s.station.begin(Comfort())
        assert len(s.processes) == 1
