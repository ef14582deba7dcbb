"""A station whose visits are small Python programs; real processes in virtual time."""

from __future__ import annotations

import asyncio
import itertools
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from companyportal.desktop.visit_environment import visit_environment
from companyportal.desktop.visit_folder import VisitFolder, VisitFolders
from companyportal.desktop.visit_process import VisitProcess
from companyportal.kiosk_rules import KioskRules
from companyportal.models.station import Station, StationState
from companyportal.tasks import Tasks
from companyportal.visit import Comfort, OutOfService
from companyportal.visit_messages import Alive, Ending, Message, Reachable, Ready
from tests.program import until
from tests.virtual_clock import VirtualClock
from tools.run import ROOT

CHILD = ROOT / "tests/station_child.py"
RULES = KioskRules(visit_s=40, is_tryout=True)
_STEP_S = 4.0
"""Shorter than the silence that is too long."""


class Holdable(VisitProcess):
    """One that can be kept from going, as an immutable file or a stuck disk would."""

    is_held = False
    is_over = False
    is_ready = is_ending = has_fallen_silent = False
    heard = 0

    def end(self) -> bool:
        """See VisitProcess."""
        self.is_over = True
        return not self.is_held and super().end()

    def note(self, message: Message) -> None:
        """Count the signs of its life."""
        self.has_fallen_silent |= self.is_ready and isinstance(message, Reachable)
        self.is_ready |= isinstance(message, Ready)
        self.is_ending |= isinstance(message, Ending)
        self.heard += isinstance(message, Alive)


class Stage:
    """The station, its time, and every process that it had."""

    def __init__(self, root: Path, *plays: str, out_of_service: OutOfService | None) -> None:
        """``plays``: the words for each child, the last for all that follow; ``missing`` is one
        whose program is not there.
        """
        self.clock = VirtualClock()
        self.tasks = Tasks()
        self.folders = VisitFolders(root)
        self.processes: list[Holdable] = []
        self.made: list[VisitFolder] = []
        self.plays = itertools.chain(plays, itertools.repeat(plays[-1]))
        self.states: list[str] = []
        self.station = Station(
            self.make,
            rules=RULES,
            clock=self.clock,
            tasks=self.tasks,
            out_of_service=out_of_service,
        )
        self.station.changed.connect(lambda: self.states.append(str(self.station.state)))

    def make(self) -> Holdable:
        """See MakeProcess."""
        folder = self.folders.next()
        folder.make()
        play = next(self.plays)
        program = "/nowhere" if play == "missing" else sys.executable
        command = [program, "-IS", str(CHILD), *play.split()]
        process = Holdable(command, folder, visit_environment(os.environ, is_tryout=True))
        process.said.connect(process.note)
        self.made.append(folder)
        self.processes.append(process)
        return process

    async def shows(self, state: StationState, reason: OutOfService | None = None) -> None:
        """Wait until it does, while no time passes."""
        await until(lambda: (self.station.state, self.station.reason) == (state, reason))

    async def sleeps(self, *names: str) -> None:
        """Wait until tasks of those names wait for time."""
        await until(lambda: {*names} <= self.clock.sleeping)

    async def prepare(self) -> None:
        """Until the first visitor may come."""
        self.station.start()
        await self.shows(StationState.READY)

    async def begin(self) -> None:
        """A visitor comes."""
        self.station.begin(Comfort())
        assert self.station.state is StationState.VISIT

    async def pass_heard(self, seconds: float) -> None:
        """Let time pass as it does while visits say that they live."""
        while seconds > 0:
            await self.hear()
            await self.clock.advance(min(_STEP_S, seconds))
            seconds -= _STEP_S
        await self.hear()

    async def pass_until(self, state: StationState) -> None:
        """Let time pass for everybody, whether they are heard or not."""
        for _ in range(2_000):
            if self.station.state is state:
                return
            await self.clock.advance(1)
            await asyncio.sleep(0.005)
        raise AssertionError("never came true")

    async def hear(self) -> None:
        """Wait until each that lives says so."""
        before = {each: each.heard for each in self.processes}

        def is_heard() -> bool:
            return all(
                each.is_over or (each.is_ready and each.heard > before[each]) for each in before
            )

        await until(is_heard)


@asynccontextmanager
async def stage(
    root: Path, *plays: str, out_of_service: OutOfService | None = None
) -> AsyncIterator[Stage]:
    """Everything is gone when it ends."""
    made = Stage(root, *plays, out_of_service=out_of_service)
    emptied: list[bool] = []
    made.station.emptied.connect(lambda: emptied.append(True))
    try:
        yield made
    finally:
        made.station.leave()
        await until(lambda: emptied)
        await made.tasks.close()
    assert made.folders.left() == []
