"""The one message that is on the screen now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.errors import PortalError
from companyportal.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Message:
    """An error that the person should know of; its words are chosen by the view."""

    error: PortalError
    task: str
    """The name of the work that failed, so that it can be tried again."""
    at: datetime


class UnexpectedError(PortalError):
    """A fault of this program; details are in its log."""


class Messages(QObject):
    """Shows one message at a time; a newer one takes the place of the older.

    Signals:
        changed(): ``current`` is another one now, or one of the times has gone on by a second.
    """

    changed = Signal()

    def __init__(self, *, clock: Clock, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tasks = tasks
        self._current: Message | None = None
        self._boot_due = 0.0
        self._boot_goes_on = 0.0

    @property
    def current(self) -> Message | None:
        """What is to be shown, or nothing."""
        return self._current

    @property
    def left_s(self) -> float:
        """Seconds until it makes sense to try ``current`` again; 0.0 from then on."""
        return max(0.0, self._boot_due - self._clock.boot_s()) if self._current else 0.0

    @property
    def goes_on_s(self) -> float:
        """Seconds until what the service asked to wait goes on by itself; 0.0: nothing waits."""
        return max(0.0, self._boot_goes_on - self._clock.boot_s())

    def note_wait(self, seconds: float) -> None:
        """A request waits so long because the service asked for it."""
        self._boot_goes_on = self._clock.boot_s() + seconds
        self._show()

    def forget_wait(self) -> None:
        """What waited was given up: nothing goes on by itself any more."""
        if self.goes_on_s:
            self._boot_goes_on = 0.0
            self.changed.emit()

    def show_error(self, task: str, error: Exception) -> None:
        """A task failed; the only listener of ``Tasks.failed``."""
        if not isinstance(error, PortalError):
            error = UnexpectedError(type(error).__name__)
        self._current = Message(error, task, self._clock.now())
        self._boot_due = self._clock.boot_s() + (error.retry_after_s or 0.0)
        self._boot_goes_on = 0.0
        self._show()

    def withdraw(self, task: str) -> None:
        """That work has succeeded since: what was told of its failure no longer holds."""
        if self._current is not None and self._current.task == task:
            self.dismiss()

    def dismiss(self) -> None:
        """The person has read it."""
        if self._current is not None:
            self._current = None
            self.changed.emit()

    def _show(self) -> None:
        self.changed.emit()
        if self.left_s or self.goes_on_s:
            self._tasks.start("count-down-message", self._count_down)

    async def _count_down(self) -> None:
        """Keeps the times on the screen going, and ends with the last of them."""
        while self.left_s or self.goes_on_s:
            await self._clock.sleep(1.0)
            self.changed.emit()
