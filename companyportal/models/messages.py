"""The one message that is on the screen now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.errors import PortalError


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
        changed(): ``current`` is another one now.
    """

    changed = Signal()

    def __init__(self, *, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._current: Message | None = None

    @property
    def current(self) -> Message | None:
        """What is to be shown, or nothing."""
        return self._current

    def show_error(self, task: str, error: Exception) -> None:
        """A task failed; the only listener of ``Tasks.failed``."""
        if not isinstance(error, PortalError):
            error = UnexpectedError(type(error).__name__)
        self._current = Message(error, task, self._clock.now())
        self.changed.emit()

    def withdraw(self, task: str) -> None:
        """That work has succeeded since: what was told of its failure no longer holds."""
        if self._current is not None and self._current.task == task:
            self.dismiss()

    def dismiss(self) -> None:
        """The person has read it."""
        if self._current is not None:
            self._current = None
            self.changed.emit()
