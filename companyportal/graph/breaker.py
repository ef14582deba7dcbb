"""Leaves a service alone that fails again and again, instead of adding to its trouble.

One for all requests to a host. Reads alone find out whether it has recovered: one of them at a
time, while a change is refused until the service has answered again.

Source: https://learn.microsoft.com/azure/architecture/patterns/circuit-breaker;
https://learn.microsoft.com/graph/throttling (every request counts, failed ones too)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

from companyportal.clock import Clock
from companyportal.errors import ServiceError, ServiceResting

FAILURES = 5
WITHIN_S = 30.0
REST_S = 30.0
LONGEST_REST_S = 300.0
PROBE_S = 1.0
"""While one read finds out, the others are told to come back so soon."""


class Breaker:
    """Opens after five failures within half a minute; each failed probe doubles the rest."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._failed_at: deque[float] = deque(maxlen=FAILURES)
        self._rest_s = REST_S
        self._until: float | None = None
        """When the next probe may leave; None while the service answers."""
        self._is_probing = False

    def check(self, cause: ServiceError | None = None) -> None:
        """For a change, and after a failure. Raises: ServiceResting while it is open, with the
        facts of ``cause``.
        """
        if self._until is not None:
            raise self._resting(cause)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Around one read, which tells ``failed`` or ``answered`` inside.

        Raises: ServiceResting while it is open, but for the one read that finds out.
        """
        if self._until is None:
            yield
            return
        if self._is_probing or self._left_s > 0:
            raise self._resting()
        self._is_probing = True
        try:
            yield
        finally:
            self._is_probing = False

    def failed(self) -> None:
        """The service answered 5xx, or broke off."""
        now = self._clock.boot_s()
        self._failed_at.append(now)
        if self._until is not None:
            # Whatever was still under way when it opened says nothing new.
            if self._left_s > 0:
                return
            self._rest_s = min(2 * self._rest_s, LONGEST_REST_S)
        elif len(self._failed_at) < FAILURES or now - self._failed_at[0] > WITHIN_S:
            return
        self._until = now + self._rest_s

    def answered(self) -> None:
        """The service gave a complete answer, whatever it said."""
        self._failed_at.clear()
        self._rest_s = REST_S
        self._until = None

    @property
    def _left_s(self) -> float:
        assert self._until is not None
        return self._until - self._clock.boot_s()

    def _resting(self, cause: ServiceError | None = None) -> ServiceResting:
        return ServiceResting(
            status=cause.status if cause else None,
            code=(cause.code if cause else "") or "resting",
            request_id=cause.request_id if cause else "",
            retry_after_s=max(self._left_s, PROBE_S),
        )
