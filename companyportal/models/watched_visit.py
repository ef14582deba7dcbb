"""One visit's process, watched from outside: its silence, its limit, its end.

The visit ends itself, in time and with words. This is for the one that no longer can.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, SignalInstance

from companyportal.clock import Clock
from companyportal.kiosk_rules import KioskRules
from companyportal.tasks import Tasks
from companyportal.visit import Comfort, Rectangle, VisitEnd
from companyportal.visit_messages import (
    Alive,
    Begin,
    Chosen,
    End,
    Ended,
    Ending,
    Message,
    Reachable,
    Ready,
    Trouble,
)

READY_S = 30.0
"""So long a process may take until a visitor could come."""
LEAVE_S = 2.0
"""So long one may take to go after it said that it ends, beside a request on its way."""
_SPARE_S = 30.0
"""A visit ends itself at its limit; the station waits so much longer."""
_LOOK_S = 1.0
_log = logging.getLogger(__name__)


class Process(Protocol):
    """What is watched."""

    @property
    def said(self) -> SignalInstance:
        """With each message."""
        ...

    @property
    def gone(self) -> SignalInstance:
        """It speaks no longer."""
        ...

    def start(self) -> None:
        """Blocks a little. Raises: OSError."""
        ...

    def tell(self, message: Message) -> None:
        """Never blocks."""
        ...

    def end(self) -> bool:
        """Blocks; True where nothing is left of it. Any number of times."""
        ...


class WatchedVisit(QObject):
    """Knows when one is ready and when it is over; killing it is up to ``models/removal.py``."""

    def __init__(
        self,
        process: Process,
        name: str,
        *,
        rules: KioskRules,
        clock: Clock,
        tasks: Tasks,
        on_change: Callable[[WatchedVisit], None],
    ) -> None:
        super().__init__()
        self.process = process
        self.name = name
        self._rules = rules
        self._clock = clock
        self._tasks = tasks
        self.on_change = on_change
        self._silent_s = 0.0
        self._ending: Ending | None = None
        self._is_asked_to_end = False
        self.is_ready = False
        self.end: VisitEnd | None = None
        """Why it is over; None while it is not."""
        self.is_unknown = False
        """A request left, and its end is known to nobody here."""
        self.reachable: Reachable | None = None
        """What it last found out about the service."""
        self.comfort = Comfort()
        """How its visitor reads."""
        process.said.connect(self._on_said)
        process.gone.connect(self._on_gone)

    def watch(self) -> None:
        """From just before its start on."""
        self._limit(READY_S, VisitEnd.STUCK)
        self._tasks.start(f"{self.name} silence", self._count_silence)

    def begin(self, comfort: Comfort, place: Rectangle | None = None) -> None:
        """A visitor is there."""
        rules = self._rules
        self.comfort = comfort
        self.process.tell(Begin(comfort, place))
        self._limit(rules.visit_s + rules.finishing_s + _SPARE_S, VisitEnd.STUCK)

    def ask_to_end(self) -> None:
        """The station ends, and waits for no request: what became of it can be read later."""
        self._is_asked_to_end = True
        self.process.tell(End())
        self._limit(LEAVE_S, VisitEnd.STATION)

    def forget(self) -> None:
        """Nothing that comes from here on is of interest."""
        self._tasks.cancel(f"{self.name} limit")
        self._tasks.cancel(f"{self.name} silence")
        self.end = self.end or VisitEnd.STATION

    # what it says

    def _on_said(self, message: Message) -> None:
        if self.end is not None:
            return
        self._silent_s = 0.0
        match message:
            case Ready() if not self.is_ready:
                self.is_ready = True
                self._tasks.cancel(f"{self.name} limit")
                self.on_change(self)
            case Reachable():
                self.reachable = message
                self.on_change(self)
            case Chosen():
                self.comfort = message.comfort
            case Ending() if self._ending is None:
                self._on_ending(message)
            case Ended():
                self._finish(message.why, is_unknown=message.is_unknown)
            case Trouble():
                _log.warning("%s: trouble: %s", self.name, message.kind)
            case Alive():
                pass
            case _:
                _log.info("%s: an unexpected %s", self.name, type(message).__name__)

    def _on_ending(self, message: Ending) -> None:
        self._ending = message
        if self._is_asked_to_end:
            return
        finishing_s = self._rules.finishing_s if message.is_sending else 0
        self._limit(finishing_s + LEAVE_S, message.why)

    def _on_gone(self) -> None:
        why = self._ending.why if self._ending is not None else VisitEnd.CRASHED
        self._finish(why)

    # the watch

    def _limit(self, seconds: float, why: VisitEnd) -> None:
        self._tasks.start(f"{self.name} limit", self._end_after, seconds, why, replace=True)

    async def _end_after(self, seconds: float, why: VisitEnd) -> None:
        await self._clock.sleep(seconds)
        _log.warning("%s: still there after %.0f s", self.name, seconds)
        self._finish(why)

    async def _count_silence(self) -> None:
        """Only time in which it could have been heard counts: after the computer slept, or the
        station's own loop stood still, what it said meanwhile is yet to be heard.
        """
        while self.end is None:
            before = self._clock.boot_s()
            await self._clock.sleep(_LOOK_S)
            self._silent_s += min(self._clock.boot_s() - before, 2 * _LOOK_S)
            if self.is_ready and self.end is None and self._silent_s >= self._rules.silence_s:
                _log.warning("%s: silent for %.0f s", self.name, self._silent_s)
                self._finish(VisitEnd.STUCK)

    def _finish(self, why: VisitEnd, *, is_unknown: bool | None = None) -> None:
        if self.end is not None:
            return
        was_sending = self._ending is not None and self._ending.is_sending
        self.is_unknown = was_sending if is_unknown is None else is_unknown
        self.end = why
        self.forget()
        self.on_change(self)
