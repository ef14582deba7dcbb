"""Time in which waiting takes no time, and every wait is written down."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from tests.virtual_clock import VirtualClock


class HurriedClock(VirtualClock):
    """A VirtualClock that jumps ahead as soon as somebody sleeps."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        """See Clock."""
        self.waits.append(seconds)
        self.boot += seconds
        self.wall += timedelta(seconds=seconds)
        await asyncio.sleep(0)
