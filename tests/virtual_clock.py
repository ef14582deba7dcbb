"""Time that only a test moves."""

from __future__ import annotations

import asyncio
import heapq
from datetime import UTC, datetime, timedelta


class VirtualClock:
    """A Clock whose boot and wall time stand still until ``advance`` is called.

    ``boot`` and ``wall`` may be set apart to play suspend or a moved wall clock.
    """

    def __init__(self, *, boot: float = 1_000.0, wall: datetime | None = None) -> None:
        self.boot = boot
        self.wall = wall or datetime.now(UTC)
        self._sleepers: list[tuple[float, int, asyncio.Future[None], str]] = []
        self._count = 0

    def boot_s(self) -> float:
        """See Clock."""
        return self.boot

    def now(self) -> datetime:
        """See Clock."""
        return self.wall

    async def sleep(self, seconds: float) -> None:
        """See Clock; wakes when ``advance`` has gone so far."""
        future = asyncio.get_running_loop().create_future()
        self._count += 1
        task = asyncio.current_task()
        name = task.get_name() if task is not None else ""
        heapq.heappush(self._sleepers, (self.boot + seconds, self._count, future, name))
        await future

    @property
    def sleepers(self) -> int:
        """How many are asleep now."""
        return sum(1 for _, _, future, _ in self._sleepers if not future.done())

    @property
    def sleeping(self) -> set[str]:
        """The names of the tasks that are asleep now."""
        return {name for _, _, future, name in self._sleepers if not future.done()}

    async def advance(self, seconds: float, *, wall: bool = True) -> None:
        """Let so much time pass, waking sleepers in their order; ``wall=False`` leaves the wall
        clock.
        """
        until = self.boot + seconds
        while self._sleepers and self._sleepers[0][0] <= until:
            at, _, future, _ = heapq.heappop(self._sleepers)
            self._step(at, wall)
            if not future.done():
                future.set_result(None)
            for _ in range(5):
                await asyncio.sleep(0)
        self._step(until, wall)
        for _ in range(5):
            await asyncio.sleep(0)

    def _step(self, boot: float, wall: bool) -> None:
        if wall:
            self.wall += timedelta(seconds=max(0.0, boot - self.boot))
        self.boot = max(self.boot, boot)
