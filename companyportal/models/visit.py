"""One visitor's time at the kiosk: how long it lasts, and how it ends.

Nothing that the visitor does or fails to do keeps it open: without input the question comes, then
the end; the whole has a limit, and each sign-in in the browser one of its own. However it ends, the
way is the same: what is personal goes from the screen at once, what has not left does not leave,
and only the answer to a request that is on its way is waited for.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.kiosk_rules import KioskRules
from companyportal.tasks import Tasks
from companyportal.visit import VisitEnd

_TICK_S = 1.0


class VisitState(Enum):
    """Only ever forward, but for WARNING, from which the visitor comes back."""

    WAITING = auto()
    """Nobody has come yet."""
    RUNNING = auto()
    WARNING = auto()
    """Is the visitor still there?"""
    FINISHING = auto()
    """Over for the visitor; a request may still be on its way."""
    OVER = auto()


class Visit(QObject):
    """Measured by a clock that counts suspend.

    Signals:
        began(): the visitor is there; before anything is shown.
        changed(): anything below may read differently now; once a second while it lasts.
        ending(why: VisitEnd): everything personal is to be hidden and given up.
        over(why: VisitEnd): nothing is waited for any more.
    """

    began = Signal()
    changed = Signal()
    ending = Signal(object)
    over = Signal(object)

    def __init__(
        self,
        *,
        rules: KioskRules,
        clock: Clock,
        tasks: Tasks,
        system_idle_s: Callable[[], float | None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        """``system_idle_s``: seconds since the last input to any program; None where that is not
        known. Only so is input in the browser's window heard of.
        """
        super().__init__(parent)
        self._rules = rules
        self._clock = clock
        self._tasks = tasks
        self._system_idle_s = system_idle_s
        self._state = VisitState.WAITING
        self._reason: VisitEnd | None = None
        self._began_s = self._input_s = self._ended_s = 0.0
        self._browser_s: float | None = None
        self._is_sending = False
        self._is_unknown = False

    @property
    def state(self) -> VisitState:
        """Where it stands."""
        return self._state

    @property
    def is_over(self) -> bool:
        """True where nothing is waited for any more."""
        return self._state is VisitState.OVER

    @property
    def reason(self) -> VisitEnd | None:
        """Why it ended; None as long as it has not."""
        return self._reason

    @property
    def is_sending(self) -> bool:
        """True while a request is on its way."""
        return self._is_sending

    @property
    def is_unknown(self) -> bool:
        """True where a request left and nobody will hear here what became of it."""
        return self._is_unknown or self._is_sending

    @property
    def warning_left_s(self) -> float:
        """Seconds that are left for the answer to the question."""
        return max(0.0, self._input_s + self._rules.idle_s - self._clock.boot_s())

    @property
    def left_s(self) -> float:
        """Seconds until the visit, or the sign-in that is open, is over whatever happens."""
        ends_s = self._began_s + self._rules.visit_s
        if self._browser_s is not None:
            ends_s = min(ends_s, self._browser_s + self._rules.browser_s)
        return max(0.0, ends_s - self._clock.boot_s())

    @property
    def is_nearly_over(self) -> bool:
        """True in the last minutes of the whole."""
        return self.left_s <= self._rules.visit_warning_s

    # verbs

    def begin(self) -> None:
        """A visitor is there."""
        if self._state is VisitState.WAITING:
            self._began_s = self._input_s = self._clock.boot_s()
            self.began.emit()
            self._set(VisitState.RUNNING)
            self._tasks.start("visit", self._run)

    def note_input(self) -> None:
        """A key, a touch or the mouse; the question has an answer of its own."""
        if self._state is VisitState.RUNNING:
            self._input_s = self._clock.boot_s()

    def stay(self) -> None:
        """The visitor is still there."""
        if self._state is VisitState.WARNING:
            self._look()  # a sleeping computer may have passed the end before this click
        if self._state is VisitState.WARNING:
            self._input_s = self._clock.boot_s()
            self._set(VisitState.RUNNING)

    def end(self, why: VisitEnd) -> None:
        """End it; the first reason counts."""
        if self._state in (VisitState.FINISHING, VisitState.OVER):
            return
        self._reason, self._ended_s = why, self._clock.boot_s()
        self._set(VisitState.FINISHING)
        self.ending.emit(why)
        if not self._is_sending:
            self._finish()

    def note_browser(self, is_open: bool) -> None:
        """The sign-in page is on the screen, or no longer."""
        if is_open != (self._browser_s is not None):
            self._browser_s = self._clock.boot_s() if is_open else None
            self.note_input()
            self.changed.emit()

    def note_sending(self, is_sending: bool) -> None:
        """A request is on its way, or has been answered."""
        self._is_sending = is_sending
        if self._state is VisitState.FINISHING and not is_sending:
            self._finish()

    def note_unknown(self) -> None:
        """A request left, and its answer did not come."""
        self._is_unknown = True

    # time

    async def _run(self) -> None:
        while not self.is_over:
            await self._clock.sleep(_TICK_S)
            self._look()
            if not self.is_over:
                self.changed.emit()

    def _look(self) -> None:
        now_s = self._clock.boot_s()
        if self._state is VisitState.FINISHING:
            if now_s >= self._ended_s + self._rules.finishing_s:
                self._finish()
            return
        if self._state is VisitState.RUNNING:
            self._hear_system(now_s)
        idle_s = now_s - self._input_s
        if self.left_s <= 0:
            self.end(VisitEnd.LIMIT)
        elif idle_s >= self._rules.idle_s:
            self.end(VisitEnd.IDLE)
        elif idle_s >= self._rules.warns_after_s and self._state is VisitState.RUNNING:
            self._set(VisitState.WARNING)

    def _hear_system(self, now_s: float) -> None:
        """Input to the browser counts, within the limits; where it cannot be heard, the browser
        has its own limit and no other. Without one the windows know better: to the system a mouse
        that trembles and a key under a bag are somebody, too.
        """
        if self._browser_s is None:
            return
        known_s = self._system_idle_s()
        if known_s is None:
            self._input_s = now_s
        else:
            self._input_s = max(self._input_s, now_s - known_s)

    def _finish(self) -> None:
        if self._state is VisitState.FINISHING:
            self._set(VisitState.OVER)
            self.over.emit(self._reason)

    def _set(self, state: VisitState) -> None:
        self._state = state
        self.changed.emit()
