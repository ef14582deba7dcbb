"""The one message that is on the screen now: an error, or a notice of something done.

The newer one is shown. What it covers comes back when it is closed or has gone by itself, so that
no error is lost behind a notice.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.errors import PortalError
from companyportal.models.failure import Failure
from companyportal.models.notice import LASTS_S, Notice, NoticeKind
from companyportal.tasks import Tasks

_FAILURES = 5
"""So many are remembered for the service desk."""


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
    """Shows one message at a time; a newer error takes the place of the older, as do notices.

    Signals:
        changed(): ``shown`` is another one now, or one of the times has gone on by a second.
    """

    changed = Signal()

    def __init__(self, *, clock: Clock, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tasks = tasks
        self._current: Message | None = None
        self._notice: Notice | None = None
        self._is_notice_newer = False
        self._failures: deque[Failure] = deque(maxlen=_FAILURES)
        self._boot_due = 0.0
        self._boot_goes_on = 0.0

    @property
    def shown(self) -> Message | Notice | None:
        """What is to be shown, or nothing."""
        if self._notice is not None and (self._is_notice_newer or self._current is None):
            return self._notice
        return self._current

    @property
    def current(self) -> Message | None:
        """The error that the person has not closed yet, shown or behind a notice."""
        return self._current

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The facts of the last few, newest first, for the service desk."""
        return tuple(reversed(self._failures))

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
        self.note_failure(task, error)
        self._is_notice_newer = False
        self._boot_due = self._clock.boot_s() + (error.retry_after_s or 0.0)
        self._boot_goes_on = 0.0
        self._show()

    def note_failure(self, task: str, error: PortalError) -> None:
        """Remember the facts of what is told elsewhere, for the service desk."""
        self._failures.append(Failure.of(task, error, self._clock.now()))

    def withdraw(self, task: str) -> None:
        """That work has succeeded since: what was told of its failure no longer holds."""
        if self._current is not None and self._current.task == task:
            self.dismiss()

    def dismiss(self) -> None:
        """The person has read it."""
        if self._current is not None:
            self._current = None
            self.changed.emit()

    def tell(
        self,
        kind: NoticeKind,
        *,
        detail: str = "",
        undo: Callable[[], None] | None = None,
        lasts_s: float | None = LASTS_S,
    ) -> None:
        """Show a notice, in place of an older one. ``undo`` can be asked for while it is there;
        ``lasts_s`` None: until it is closed.
        """
        until = None if lasts_s is None else self._clock.boot_s() + lasts_s
        self._notice = Notice(kind=kind, detail=detail, undo=undo, boot_until=until)
        self._is_notice_newer = True
        self._show()

    def undo(self) -> None:
        """Do what the notice offers, once and as long as it holds, whatever is still painted."""
        self._expire()
        notice, self._notice = self._notice, None
        self.changed.emit()
        if notice is not None and notice.undo is not None:
            notice.undo()

    def close(self) -> None:
        """The person has read what is shown."""
        if isinstance(self.shown, Notice):
            self.withdraw_notice()
        else:
            self.dismiss()

    def withdraw_notice(self, kind: NoticeKind | None = None) -> None:
        """What it tells no longer holds, or is nobody's business any more; ``kind``: only where it
        is one of those.
        """
        if self._notice is not None and kind in (None, self._notice.kind):
            self._notice = None
            self.changed.emit()

    def _show(self) -> None:
        self.changed.emit()
        if self._has_times:
            self._tasks.start("count-down-message", self._count_down)

    @property
    def _has_times(self) -> bool:
        lasts = self._notice is not None and self._notice.boot_until is not None
        return bool(lasts or self.left_s or self.goes_on_s)

    def _expire(self) -> None:
        until = self._notice.boot_until if self._notice is not None else None
        if until is not None and self._clock.boot_s() >= until:
            self._notice = None

    async def _count_down(self) -> None:
        """Keeps the times on the screen going, and ends with the last of them."""
        while self._has_times:
            await self._clock.sleep(1.0)
            self._expire()
            self.changed.emit()
