"""Waiting for somebody to wait."""

from __future__ import annotations

import asyncio

from tests.virtual_clock import VirtualClock


async def wake(clock: VirtualClock, seconds: float) -> bool:
    """Once somebody sleeps by ``clock``, let so much time pass."""
    while not clock.sleepers:  # noqa: ASYNC110 - the server tells nobody that it sleeps
        await asyncio.sleep(0.001)
    await clock.advance(seconds)
    return True
