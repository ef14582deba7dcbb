"""The station: what stands on the screen between visits, and when the next visitor may come."""

from __future__ import annotations

import logging
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.kiosk_rules import KioskRules
from companyportal.models.reachability import Reachability
from companyportal.models.removal import End, Removal
from companyportal.models.spare_visit import BEGUN_S, MakeProcess, SpareVisit
from companyportal.models.watched_visit import WatchedVisit
from companyportal.tasks import Tasks
from companyportal.visit import Comfort, OutOfService, Rectangle, VisitEnd

_log = logging.getLogger(__name__)


class StationState(StrEnum):
    """What the station shows."""

    PREPARING = "preparing"
    READY = "ready"
    VISIT = "visit"
    """The visit's own window covers the station's."""
    DONE = "done"
    OUT_OF_SERVICE = "outOfService"


class Station(QObject):
    """Knows of visits only how they stand, never whose they are.

    Signals:
        changed(): state or reason are others now.
        emptied(): after ``leave``, when nothing of any visit is left.
    """

    changed = Signal()
    emptied = Signal()

    def __init__(
        self,
        make: MakeProcess,
        *,
        rules: KioskRules,
        clock: Clock,
        tasks: Tasks,
        out_of_service: OutOfService | None = None,
    ) -> None:
        """``out_of_service``: why nobody can be served as long as this station runs."""
        super().__init__()
        self._rules = rules
        self._clock = clock
        self._tasks = tasks
        self._lasting = out_of_service
        self._removal = Removal(clock=clock, tasks=tasks, on_change=self._on_removed)
        self._spare = SpareVisit(
            make,
            self._removal,
            rules=rules,
            clock=clock,
            tasks=tasks,
            on_change=self._on_spare_changed,
        )
        self._reachability = Reachability(clock=clock, tasks=tasks, on_change=self._settle)
        self._visit: WatchedVisit | None = None
        self._began_s = 0.0
        self._is_done_shown = False
        self._is_leaving = False
        self._is_cleared = True
        self._lacking = ""
        self._shown: tuple[StationState, OutOfService | None] = (StationState.PREPARING, None)
        self.last_end: VisitEnd | None = None
        """How the last visit ended; None before the first."""
        self.is_unknown = False
        """A request of the last visit left, and nobody heard of its end."""
        self.last_comfort = Comfort()
        """How the last visitor read; it goes with the page that tells of the end."""

    @property
    def state(self) -> StationState:
        """What is shown."""
        return self._shown[0]

    @property
    def reason(self) -> OutOfService | None:
        """Why nobody can be served; None where somebody can."""
        return self._shown[1]

    def start(self, clear: End | None = None) -> None:
        """Prepare for the first visitor. ``clear`` removes what a former run has left; before it
        has done so no visit is made. Again, where what all visits need has gone: the one that waits
        goes, too, and ``clear`` brings it back.
        """
        if clear is not None:
            self._is_cleared = False
            self._spare.drop()
            self._removal.remove("leftovers", clear)
        self._prepare()
        self._settle()

    def begin(self, comfort: Comfort, place: Rectangle | None = None) -> None:
        """Somebody touched the screen: their visit begins where one is ready, at the ``place`` of
        the station's window; the page that says how the last one ended makes room for the next
        visitor.
        """
        if self.state is StationState.DONE:
            self._tasks.cancel("done page")
            self._end_done_page()
        elif self.state is StationState.READY:
            self._visit = self._spare.take()
            self._began_s = self._clock.boot_s()
            self._visit.on_change = self._on_visit_changed
            self._visit.begin(comfort, place)
            self._prepare(after_s=BEGUN_S)
            self._settle()

    def stay_done(self) -> None:
        """Somebody still reads how the last visit ended: the time of that page begins anew."""
        if self.state is StationState.DONE:
            self._tasks.start("done page", self._show_done, replace=True)

    def leave(self) -> None:
        """The station ends: no other visit, and this one has two seconds."""
        self._is_leaving = True
        self._spare.close()
        if self._visit is not None:
            self._visit.ask_to_end()
        self._settle()

    def note_space(self, lacking: str) -> None:
        """``lacking``: where there is too little for a visit, and how little; else empty."""
        if lacking and not self._lacking:
            _log.error("too little space for a visit: %s", lacking)
        self._lacking = lacking
        self._settle()

    # what happens

    def _on_spare_changed(self) -> None:
        if self._spare.reachable is not None:
            self._reachability.note(self._spare.reachable)
        self._settle()

    def _on_removed(self) -> None:
        if not self._is_cleared and self._removal.is_clean:
            self._is_cleared = True
            self._prepare()
        self._settle()

    def _prepare(self, *, after_s: float = 0.0) -> None:
        if self._is_cleared and self._lasting is None:
            self._spare.prepare(after_s=after_s)

    def _on_visit_changed(self, visit: WatchedVisit) -> None:
        if visit is not self._visit or visit.end is None:
            return
        took_s = self._clock.boot_s() - self._began_s
        is_fault = visit.end in (VisitEnd.CRASHED, VisitEnd.STUCK)
        level = logging.WARNING if is_fault else logging.INFO
        _log.log(level, "%s: over after %.0f s: %s", visit.name, took_s, visit.end)
        self._visit = None
        self.last_end, self.is_unknown = visit.end, visit.is_unknown
        self.last_comfort = visit.comfort
        self._removal.remove(visit.name, visit.process.end)
        if not self._is_leaving:
            self._prepare()
            self._is_done_shown = True
            self._tasks.start("done page", self._show_done, replace=True)
        self._settle()

    async def _show_done(self) -> None:
        await self._clock.sleep(self._rules.done_s)
        self._end_done_page()

    def _end_done_page(self) -> None:
        self._is_done_shown = False
        self._settle()

    # what is shown

    def _settle(self) -> None:
        state, reason = self._found()
        if (state, reason) != self._shown:
            self._shown = (state, reason)
            _log.info("the station: %s%s", state, f", {reason}" if reason else "")
            self.changed.emit()
        if self._is_leaving and self._visit is None and self._removal.is_clean:
            self.emptied.emit()

    def _found(self) -> tuple[StationState, OutOfService | None]:
        if self._visit is not None:
            return StationState.VISIT, None
        if self._is_leaving:
            return StationState.PREPARING, None
        if self._is_done_shown:
            return StationState.DONE, None
        if reason := self._fault():
            return StationState.OUT_OF_SERVICE, reason
        if self._spare.is_ready and self._removal.is_clean:
            return StationState.READY, None
        return StationState.PREPARING, None

    def _fault(self) -> OutOfService | None:
        storage = OutOfService.STORAGE if self._removal.has_failed else None
        disk = OutOfService.DISK if self._lacking else None
        return self._lasting or disk or storage or self._spare.fault or self._reachability.fault
