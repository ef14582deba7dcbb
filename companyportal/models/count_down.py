"""The page's clock while the five minutes run; the gate itself needs no timer."""

from __future__ import annotations

from collections.abc import Callable

from companyportal.clock import Clock
from companyportal.gate import Closed, Gate, GateState
from companyportal.tasks import Tasks

_TIMED = (GateState.AWAIT_BROWSER, GateState.VERIFY, GateState.OPEN)


class CountDown:
    """Says every second that one has passed, and at the end that the time is up."""

    def __init__(
        self,
        *,
        gate: Gate,
        tasks: Tasks,
        clock: Clock,
        on_second: Callable[[], None],
        on_end: Callable[[], None],
    ) -> None:
        self._gate = gate
        self._tasks = tasks
        self._clock = clock
        self._on_second = on_second
        self._on_end = on_end

    def start(self) -> None:
        """Begin, or begin anew."""
        self._tasks.start("count-down", self._run, replace=True)

    async def _run(self) -> None:
        while self._gate.state in _TIMED:
            self._on_second()
            await self._clock.sleep(1.0)
        if self._gate.closed_because is Closed.TIME_IS_UP:
            self._on_end()
