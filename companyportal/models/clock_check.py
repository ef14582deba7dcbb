"""Tells the person, once, that this computer's clock is wrong.

Nothing here depends on the wall clock but the times that are shown, and what other programs make of
a wrong one; still somebody should know. The service's ``Date`` is the measure.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from companyportal.clock import Clock
from companyportal.errors import ClockWrong
from companyportal.models.messages import Messages

TOLERANCE = timedelta(minutes=5)
"""What Kerberos lets pass as well; an answer may be a minute old when it is looked at."""
_TASK = "clock"


class ClockCheck:
    """Compares every answer's time with this computer's."""

    def __init__(self, *, clock: Clock, messages: Messages) -> None:
        self._clock = clock
        self._messages = messages
        self._told: timedelta | None = None

    def note(self, served_at: datetime) -> None:
        """The service answered at ``served_at``, just now.

        Told is each new difference, and only where no other message is on the screen.
        """
        off_by = self._clock.now() - served_at
        if abs(off_by) <= TOLERANCE:
            self._told = None
            self._messages.withdraw(_TASK)
        elif self._is_news(off_by) and self._has_room():
            self._told = off_by
            self._messages.show_error(_TASK, ClockWrong(off_by_s=off_by.total_seconds()))

    def _is_news(self, off_by: timedelta) -> bool:
        return self._told is None or abs(off_by - self._told) > TOLERANCE

    def _has_room(self) -> bool:
        current = self._messages.current
        return current is None or current.task == _TASK
