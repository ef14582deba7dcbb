"""The next visit, made in advance: a visitor shall not wait for Python to import half a program."""

from __future__ import annotations

import asyncio
import itertools
import logging
from collections.abc import Callable

from companyportal.clock import Clock
from companyportal.kiosk_rules import KioskRules
from companyportal.models.removal import Removal
from companyportal.models.watched_visit import Process, WatchedVisit
from companyportal.tasks import Tasks
from companyportal.visit import OutOfService
from companyportal.visit_messages import Reachable

MakeProcess = Callable[[], Process]
"""Makes the folder; the process starts later. Raises: OSError."""
BEGUN_S = 5.0
"""A visit that has just begun gets the whole processor first."""
RENEW_S = 6 * 3600.0
"""After a night without visitors the next one shall meet the policy, the certificates and the
memory of today.
"""
_LONGEST_PAUSE_S = 30.0
_FAILURES = 3
"""So many in a row, before a visitor could have come, are no accident."""
_TASK, _RENEWAL = "spare visit", "spare visit's age"
_log = logging.getLogger(__name__)


class SpareVisit:
    """Starts one, and another where it fails, with longer and longer pauses."""

    def __init__(
        self,
        make: MakeProcess,
        removal: Removal,
        *,
        rules: KioskRules,
        clock: Clock,
        tasks: Tasks,
        on_change: Callable[[], None],
    ) -> None:
        self._make = make
        self._removal = removal
        self._rules = rules
        self._clock = clock
        self._tasks = tasks
        self._on_change = on_change
        self._numbers = itertools.count(1)
        self._failures = 0
        self._is_closed = False
        self._visit: WatchedVisit | None = None
        self.has_storage = True
        """False where no folder could be made for it."""

    @property
    def is_ready(self) -> bool:
        """A visitor may come."""
        return self._visit is not None and self._visit.is_ready

    @property
    def fault(self) -> OutOfService | None:
        """Why none can be had."""
        if not self.has_storage:
            return OutOfService.STORAGE
        return OutOfService.PROGRAM if self._failures >= _FAILURES else None

    @property
    def reachable(self) -> Reachable | None:
        """What it last found out about the service."""
        return self._visit.reachable if self._visit is not None else None

    def prepare(self, *, after_s: float = 0.0) -> None:
        """Start one unless there is one; an earlier moment replaces a later one."""
        if self._visit is None and not self._is_closed:
            self._tasks.start(_TASK, self._prepare, after_s, replace=True)

    def take(self) -> WatchedVisit:
        """The one that is ready; the next one is not begun by itself."""
        visit = self._visit
        assert visit is not None
        self._visit = None
        self._tasks.cancel(_RENEWAL)
        return visit

    def close(self) -> None:
        """No other one from here on."""
        self._is_closed = True
        self.drop()

    def drop(self) -> None:
        """None waits, and none is being made, until one is prepared again."""
        self._tasks.cancel(_TASK)
        if self._visit is not None:
            self._remove(self.take())

    async def _prepare(self, after_s: float) -> None:
        if after_s:
            await self._clock.sleep(after_s)
        try:
            process = self._make()
        except OSError as error:
            _log.error("no folder for a visit: %s", error.strerror)
            self.has_storage = False
            self._fail()
            return
        self.has_storage = True
        visit = self._visit = self._watched(process)
        visit.watch()  # before the start, because it may be ready before that is told to be over
        try:
            await asyncio.to_thread(process.start)
        except OSError as error:
            _log.error("%s: cannot be started: %s", visit.name, error.strerror)
            if self._visit is visit:
                self._on_over()

    def _watched(self, process: Process) -> WatchedVisit:
        return WatchedVisit(
            process,
            f"visit {next(self._numbers)}",
            rules=self._rules,
            clock=self._clock,
            tasks=self._tasks,
            on_change=self._on_visit_changed,
        )

    def _on_visit_changed(self, visit: WatchedVisit) -> None:
        if visit is self._visit:
            if visit.end is not None:
                _log.warning("%s: over before anybody came: %s", visit.name, visit.end)
                self._on_over()
                return
            if visit.is_ready:
                self._failures = 0
                self._tasks.start(_RENEWAL, self._renew)
        self._on_change()

    async def _renew(self) -> None:
        await self._clock.sleep(RENEW_S)
        _log.info("the visit that waits is renewed")
        self._remove(self.take())
        self.prepare()
        self._on_change()

    def _on_over(self) -> None:
        self._remove(self.take())
        self._fail()

    def _remove(self, visit: WatchedVisit) -> None:
        visit.forget()
        self._removal.remove(visit.name, visit.process.end)

    def _fail(self) -> None:
        self._failures += 1
        self.prepare(after_s=min(2.0 ** (self._failures - 1), _LONGEST_PAUSE_S))
        self._on_change()
