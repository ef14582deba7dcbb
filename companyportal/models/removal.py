"""What is over goes: the process with everything it started, and its folder; looked after."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from companyportal.clock import Clock
from companyportal.tasks import Tasks

RETRY_S = 30.0
End = Callable[[], bool]
"""Blocks; True where nothing is left of it. May be called any number of times."""
_log = logging.getLogger(__name__)


class Removal:
    """Nobody is let in as long as something of a former visitor is there."""

    def __init__(self, *, clock: Clock, tasks: Tasks, on_change: Callable[[], None]) -> None:
        self._clock = clock
        self._tasks = tasks
        self._on_change = on_change
        self._left: set[str] = set()
        self._failed: set[str] = set()

    @property
    def is_clean(self) -> bool:
        """Nothing is left of anybody."""
        return not self._left

    @property
    def has_failed(self) -> bool:
        """Something resists; it is tried again every half minute."""
        return bool(self._failed)

    def remove(self, name: str, end: End) -> None:
        """Begin at once; the event loop goes on meanwhile."""
        self._left.add(name)
        self._tasks.start(f"{name} removal", self._remove, name, end)

    async def _remove(self, name: str, end: End) -> None:
        began_s = self._clock.boot_s()
        while not await asyncio.to_thread(end):
            _log.error("%s: cannot be removed", name)
            self._failed.add(name)
            self._on_change()
            await self._clock.sleep(RETRY_S)
        _log.info("%s: removed after %.2f s", name, self._clock.boot_s() - began_s)
        self._left.discard(name)
        self._failed.discard(name)
        self._on_change()
