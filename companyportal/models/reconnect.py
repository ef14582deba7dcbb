"""When the program asks again by itself after the service could not be reached.

There is one such asker for all pages: it wants the list read, and whatever else lacks an answer
follows only when that has worked. So however many pages wait, and however often the network comes
and goes, the service gets one request at a time.

QNetworkInformation could tell that a link is there again. It is not asked: its backend calls
NetworkManager and waits, so that one which hangs holds the window up for 75 seconds (measured:
three calls of 25); and a link is not yet a service. The longest wait is about a minute, and
*Try again* takes no wait at all.
"""

from __future__ import annotations

import random as jitter
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.tasks import Tasks

PAUSES_S = (5.0, 15.0, 45.0, 60.0)
"""Before the first try, the second …; the last one stands for all that follow."""
JITTER_S = 10.0
"""At most so much is added at random, so that a whole office does not come back in one second."""

_TASK = "reconnect"


class Reconnect(QObject):
    """Waits longer and longer, and only while somebody may be looking.

    Signals:
        wanted(): the list is to be read now; ``note`` is told what came of it.
    """

    wanted = Signal()

    def __init__(
        self,
        *,
        tasks: Tasks,
        clock: Clock,
        random: Callable[[], float] = jitter.random,
        parent: QObject | None = None,
    ) -> None:
        """``random`` gives numbers from 0.0 to 1.0."""
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._random = random
        self._is_needed = False
        self._is_watched = False
        self._is_waiting = False
        self._tries = 0
        self._boot_due: float | None = None
        """The moment of the next try; it stays where the wait is broken off."""

    def note(self, *, is_offline: bool, is_trying: bool) -> None:
        """What is known of the connection now; may be told as often as one likes."""
        self._is_needed = is_offline and not is_trying
        if not is_offline:
            self._tries = 0
        if is_trying or not is_offline:
            self._boot_due = None
        self._look()

    def set_watched(self, is_watched: bool) -> None:
        """Whether somebody may be looking: nobody is served by trying for an empty chair."""
        now = self._clock.boot_s()
        if is_watched and self._boot_due is not None and self._boot_due < now:
            self._boot_due = now + self._random() * JITTER_S
        self._is_watched = is_watched
        self._look()

    def _look(self) -> None:
        should_wait = self._is_needed and self._is_watched
        if should_wait and not self._is_waiting:
            self._is_waiting = True
            self._tasks.start(_TASK, self._wait, replace=True)
        elif self._is_waiting and not should_wait:
            self._is_waiting = False
            self._tasks.cancel(_TASK)

    async def _wait(self) -> None:
        now = self._clock.boot_s()
        if self._boot_due is None:
            self._boot_due = now + self._pause_s()
        await self._clock.sleep(max(0.0, self._boot_due - now))
        self._is_waiting, self._boot_due = False, None
        self._tries += 1
        self.wanted.emit()

    def _pause_s(self) -> float:
        pause_s = PAUSES_S[min(self._tries, len(PAUSES_S) - 1)]
        return pause_s + self._random() * min(JITTER_S, pause_s)
