"""How long a read goes on trying, and the gate that keeps everybody quiet when asked to.

Only reads are repeated. Graph counts every request while it throttles, so all of them wait at one
gate until the time it named has passed.

Source: https://learn.microsoft.com/graph/best-practices-concept (back off, new connection on 503);
https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter (full jitter)
"""

from __future__ import annotations

from collections.abc import Callable

from companyportal.clock import Clock
from companyportal.errors import ServiceError, Throttled

RETRIES = 3
BROKEN_RETRIES = 1
"""Of a read whose answer was lost, broken off or no answer at all."""
WAITING_S = 30.0
"""The most that one read waits in all; a longer wait is told instead."""
FIRST_BACKOFF_S = 1.0

Waits = Callable[[float], None]
"""Told of each wait that the service has asked for, in seconds, when it begins."""


class Throttle:
    """The time until which the service wants no request at all."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._until = 0.0

    @property
    def left_s(self) -> float:
        """Seconds still to wait, 0.0 where the way is free."""
        return max(0.0, self._until - self._clock.boot_s())

    def hold(self, seconds: float) -> None:
        """Keep everybody waiting so long; never shortens an earlier wait."""
        self._until = max(self._until, self._clock.boot_s() + seconds)

    def check(self) -> None:
        """Raises: Throttled while the gate is shut."""
        if left_s := self.left_s:
            raise Throttled(status=429, code="held", retry_after_s=left_s)


def unheard(_seconds: float) -> None:
    """For a client that nobody watches."""


class Patience:
    """The patience of one read: three more tries at the most, thirty seconds of waiting."""

    def __init__(self, clock: Clock, random: Callable[[], float], waits: Waits) -> None:
        """``random`` gives numbers from 0.0 to 1.0."""
        self._clock = clock
        self._random = random
        self._waits = waits
        self._retries = 0
        self._waited_s = 0.0

    @property
    def is_first(self) -> bool:
        """True until the first retry."""
        return self._retries == 0

    async def pass_gate(self, throttle: Throttle) -> None:
        """Wait until the gate is open. Raises: Throttled where that takes too long."""
        while left_s := throttle.left_s:
            await self._wait(left_s, Throttled(status=429, code="held", retry_after_s=left_s))

    async def another_try(self, error: ServiceError) -> None:
        """Return when the read may be sent again. Raises: ``error`` where it may not."""
        self._retries += 1
        is_complete = (error.status or 0) >= 400
        if self._retries > (RETRIES if is_complete else BROKEN_RETRIES):
            raise error
        backoff_s = FIRST_BACKOFF_S * 2.0 ** (self._retries - 1) * self._random()
        await self._wait(error.retry_after_s or backoff_s, error)

    async def _wait(self, seconds: float, error: ServiceError) -> None:
        if self._waited_s + seconds > WAITING_S:
            raise error
        self._waited_s += seconds
        if error.retry_after_s:
            self._waits(seconds)
        await self._clock.sleep(seconds)
