"""Time as the program sees it; whatever measures time takes a clock, so that tests can turn it.

Elapsed time is measured with a boot clock that counts suspend, because ``time.monotonic()`` stops
while a laptop sleeps on Linux and macOS (https://github.com/python/cpython/issues/86273) and the
wall clock can be moved.
"""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What time it is, how much has passed, and how to wait."""

    def boot_s(self) -> float:
        """Seconds since some fixed moment, suspend included; never goes back."""
        ...

    def now(self) -> datetime:
        """The wall clock, aware and in UTC: for display and for stamps, never for measuring."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait at least so long, measured by ``boot_s``."""
        ...


class SystemClock:
    """The computer's own clocks."""

    def boot_s(self) -> float:
        """Source: clock_gettime(2) CLOCK_BOOTTIME; on macOS CLOCK_MONOTONIC goes on in sleep;
        QueryInterruptTime.
        """
        if sys.platform == "win32":
            return _windows_boot_s()
        if sys.platform == "darwin":
            return time.clock_gettime(time.CLOCK_MONOTONIC)
        return time.clock_gettime(time.CLOCK_BOOTTIME)

    def now(self) -> datetime:
        """The wall clock in UTC."""
        return datetime.now(UTC)

    async def sleep(self, seconds: float) -> None:
        """Sleep again for the rest where the loop's timer came early (qasync's are up to 5 %
        early).
        """
        until = self.boot_s() + seconds
        while (rest := until - self.boot_s()) > 0:  # noqa: ASYNC110 - a deadline, no event
            await asyncio.sleep(rest)


if sys.platform == "win32":

    def _windows_boot_s() -> float:
        """Interrupt time in units of 100 ns, suspend included.

        Source: https://learn.microsoft.com/windows/win32/api/realtimeapiset/nf-realtimeapiset-
        queryinterrupttime
        """
        import ctypes

        ticks = ctypes.c_ulonglong()
        ctypes.WinDLL("kernelbase").QueryInterruptTime(ctypes.byref(ticks))
        return ticks.value / 10_000_000
