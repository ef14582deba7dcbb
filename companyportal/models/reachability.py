"""Whether a visitor could sign in at all, as the visit that waits finds out."""

from __future__ import annotations

from collections.abc import Callable

from companyportal.clock import Clock
from companyportal.tasks import Tasks
from companyportal.visit import OutOfService
from companyportal.visit_messages import Reachable

PATIENCE_S = 60.0
"""A network that is away for a moment puts nobody off."""
_TASK = "unreachable"


class Reachability:
    """Remembers since when it has been bad; what one visit said holds until another one speaks."""

    def __init__(self, *, clock: Clock, tasks: Tasks, on_change: Callable[[], None]) -> None:
        self._clock = clock
        self._tasks = tasks
        self._on_change = on_change
        self._is_away = False
        self._is_clock_wrong = False
        self._is_too_long = False

    @property
    def fault(self) -> OutOfService | None:
        """Why nobody could sign in."""
        if self._is_clock_wrong:
            return OutOfService.CLOCK
        return OutOfService.SERVICE if self._is_too_long else None

    def note(self, found: Reachable) -> None:
        """What the last question brought; the caller looks at ``fault`` next."""
        self._is_clock_wrong = not found.is_clock_right
        if found.is_reachable:
            self._is_away = self._is_too_long = False
            self._tasks.cancel(_TASK)
        elif not self._is_away:
            self._is_away = True
            self._tasks.start(_TASK, self._lose_patience, replace=True)

    async def _lose_patience(self) -> None:
        await self._clock.sleep(PATIENCE_S)
        self._is_too_long = True
        self._on_change()
