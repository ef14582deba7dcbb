"""The life of a station: its window is always there, visits come and go, and nothing stays of them.

This process never holds a token, and imports nothing that could ask for one.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from contextlib import suppress
from pathlib import Path

from companyportal.clock import Clock, SystemClock
from companyportal.desktop import core_dumps
from companyportal.desktop.first_turns import turn_until
from companyportal.desktop.leftovers import LOCK_NAME
from companyportal.desktop.process_lock import ProcessLock
from companyportal.desktop.service_notify import ServiceNotify
from companyportal.desktop.visit_folder import VisitFolders, visit_folders
from companyportal.desktop.window_ground import set_ground
from companyportal.kiosk_rules import KioskRules
from companyportal.models.organisation import told_in
from companyportal.models.station import Station, StationState
from companyportal.settings import Loaded
from companyportal.station_processes import StationProcesses
from companyportal.tasks import Tasks
from companyportal.views.kiosk_input import KioskInput
from companyportal.views.language import Language
from companyportal.views.station_window import StationWindow
from companyportal.views.theme import current
from companyportal.visit import OutOfService

_LONGEST_END_S = 15.0
"""A visit gets two seconds, and what resists being killed a few more."""
_PAINTED_S = 2.0
"""By then the window has been painted."""
_SPACE_S = 10.0
"""How often it looks whether there is still room for a visit."""
_LOOK_S = 2.0
"""How often a try-out looks after its demo organisation."""
_log = logging.getLogger(__name__)


class StationLife:
    """One station's program."""

    def __init__(
        self,
        loaded: Loaded,
        rules: KioskRules,
        options: argparse.Namespace,
        data: Path,
        language: Language,
        *,
        out_of_service: OutOfService | None = None,
        clock: Clock | None = None,
    ) -> None:
        """``out_of_service``: why nobody can be served until it is started again."""
        clock = self._clock = clock or SystemClock()
        self._is_empty = asyncio.Event()
        self._exit_code = 0
        self._is_tryout = rules.is_tryout
        self._places: list[VisitFolders] = visit_folders()
        self._processes = StationProcesses(options, data, self._places)
        self._lock = ProcessLock(self._places[0].root / LOCK_NAME) if self._places else None
        self._notify = ServiceNotify()
        self.tasks = Tasks()
        self.station = Station(
            self._processes.make_visit,
            rules=rules,
            clock=clock,
            tasks=self.tasks,
            out_of_service=out_of_service,
        )
        self.window = StationWindow(
            self.station,
            language=language,
            rules=rules,
            organisation=told_in(loaded.settings, loaded.logo),
            is_demo=rules.is_tryout,
            clock=clock,
        )
        self.input = KioskInput()
        self._join()

    def appear(self) -> None:
        """Show the window while there is no event loop yet, which its first painting would hold
        up; not where another station runs.
        """
        if self._is_alone():
            self.window.show()
            turn_until(self.window.first_painted)

    async def live(self) -> int:
        """Until it is asked to end and nothing of any visit is left; the exit code."""
        if not self._is_alone():
            _say("another station of this user runs already")
            return 1
        try:
            self.window.show()
            set_ground(int(self.window.winId()), current().color("layer"))
            self.station.start(self._clear)
            self.tasks.start("hide memory", self._hide_memory)
            self.tasks.start("space", self._watch_space)
            if self._is_tryout:
                self.tasks.start("demo", self._look_after_demo)
            self._notify.ready()
            await self._is_empty.wait()
            return self._exit_code
        finally:
            await self._end()
            if self._lock is not None:
                self._lock.release()

    def _is_alone(self) -> bool:
        """True also where the place cannot be written: ``_clear`` says so on the screen, and tries
        again.
        """
        with suppress(OSError):
            return self._lock is None or self._lock.take()
        return True

    def _clear(self) -> bool:
        """Nothing is begun, and nothing removed, in a place that another station may have."""
        try:
            return (self._lock is None or self._lock.take()) and self._processes.clear()
        except OSError as error:
            _log.error("the place for visits cannot be used: %s", error.strerror)
            return False

    def leave(self) -> None:
        """Somebody wants the process to end. More than once is as good as once."""
        self._notify.stopping()
        self.tasks.cancel("demo")
        self.tasks.start("end", self._end_in_time)
        self.station.leave()

    def _join(self) -> None:
        self.window.begin_asked.connect(
            lambda comfort: self.station.begin(comfort, self.window.place)
        )
        self.window.closed.connect(self.leave)
        self.station.emptied.connect(self._is_empty.set)
        self.tasks.failed.connect(self._on_failed)

    async def _hide_memory(self) -> None:
        """There is nothing in it; but what asks the desktop for its colours does not come in later
        than this.
        """
        await self._clock.sleep(_PAINTED_S)
        core_dumps.hide_memory()

    async def _watch_space(self) -> None:
        """Nobody shall find out by a browser that ends in the middle of a sign-in."""
        while True:
            self.station.note_space(await asyncio.to_thread(self._processes.lacking_space))
            await self._clock.sleep(_SPACE_S)

    async def _look_after_demo(self) -> None:
        """It is the whole service of a try-out: where it dies, it comes again as a visit does. Not
        in the middle of one, which would go with the addresses that it was given.
        """
        while True:
            await self._clock.sleep(_LOOK_S)
            is_visited = self.station.state is StationState.VISIT
            if self._processes.has_lost_demo and not is_visited:
                self.station.start(self._processes.renew_demo)

    def _on_failed(self, name: str, error: Exception) -> None:
        """Whoever started the station starts a fresh one, which cleans up first."""
        self._exit_code = 1
        self._is_empty.set()

    async def _end_in_time(self) -> None:
        await asyncio.sleep(_LONGEST_END_S)
        _log.error("something of a visit resists")
        self._exit_code = 1
        self._is_empty.set()

    async def _end(self) -> None:
        await self.tasks.close()
        await asyncio.to_thread(self._processes.end)
        self.window.close()


def _say(text: str) -> None:
    _log.error("%s", text)
    if sys.stderr is not None:  # there is none in a windowed program on Windows
        sys.stderr.write(f"companyportal: {text}\n")
