"""What can go wrong with bytes on their way, in toxiproxy's words; all times in seconds.

Source: https://github.com/Shopify/toxiproxy#toxics
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from random import Random
from typing import Protocol
from weakref import WeakKeyDictionary

Onward = Callable[[bytes], Awaitable[None]]
"""Hands bytes to the next toxic, and at last to the other side."""


class Line(Protocol):
    """One direction of one connection, as a toxic sees it."""

    async def pause(self, seconds: float, until: asyncio.Event) -> None:
        """Wait so long on the proxy's clock, or only until the event is set."""

    async def close(self) -> None:
        """Close the whole connection in good manners; the caller does not go on."""

    async def reset(self) -> None:
        """Break the whole connection with RST; the caller does not go on."""


class Toxic:
    """Does nothing; the others override what they need. One object for one proxy."""

    def __init__(self) -> None:
        self.struck = 0
        """How often it has done its work: a test that needs it asserts that it happened."""
        self.removed = asyncio.Event()

    async def carry(self, data: bytes, line: Line, onward: Onward) -> None:
        """Take the next bytes."""
        await onward(data)

    async def at_end(self, line: Line) -> None:
        """One side has closed; the other side is told when this returns."""


class Latency(Toxic):
    """Every piece comes later, by ``seconds`` plus or minus ``jitter_s``."""

    def __init__(self, seconds: float, jitter_s: float = 0.0, *, seed: int = 0) -> None:
        super().__init__()
        self._seconds = seconds
        self._jitter_s = jitter_s
        self._random = Random(seed)

    async def carry(self, data: bytes, line: Line, onward: Onward) -> None:
        """See Toxic."""
        self.struck += 1
        jitter_s = self._jitter_s * self._random.uniform(-1.0, 1.0)
        await line.pause(max(0.0, self._seconds + jitter_s), self.removed)
        await onward(data)


class Bandwidth(Toxic):
    """No more than so many bytes a second; 0.1 is the slow-loris's byte every ten seconds."""

    def __init__(self, bytes_per_s: float) -> None:
        super().__init__()
        self._rate = bytes_per_s

    async def carry(self, data: bytes, line: Line, onward: Onward) -> None:
        """See Toxic."""
        self.struck += 1
        size = max(1, int(self._rate / 10))
        while data and not self.removed.is_set():
            piece, data = data[:size], data[size:]
            await line.pause(len(piece) / self._rate, self.removed)
            await onward(piece)
        if data:
            await onward(data)


class Slicer(Toxic):
    """Cuts everything into pieces of ``size`` bytes, with a pause between them."""

    def __init__(self, size: int, pause_s: float = 0.0) -> None:
        super().__init__()
        self._size = size
        self._pause_s = pause_s

    async def carry(self, data: bytes, line: Line, onward: Onward) -> None:
        """See Toxic."""
        self.struck += 1
        for start in range(0, len(data), self._size):
            await onward(data[start : start + self._size])
            await line.pause(self._pause_s, self.removed)


class SlowClose(Toxic):
    """The other side hears of a close only after so long."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    async def at_end(self, line: Line) -> None:
        """See Toxic."""
        self.struck += 1
        await line.pause(self._seconds, self.removed)


class _Limited(Toxic):
    """Lets so many bytes of each connection through; ``times``: of the first so many only."""

    def __init__(self, limit: int, times: int | None = None) -> None:
        super().__init__()
        self._limit = limit
        self._times = times
        self._passed: WeakKeyDictionary[Line, int] = WeakKeyDictionary()

    async def carry(self, data: bytes, line: Line, onward: Onward) -> None:
        """See Toxic."""
        passed = self._passed.get(line, 0)
        self._passed[line] = passed + len(data)
        left = max(0, self._limit - passed)
        if len(data) < left or self.struck == self._times:
            await onward(data)
            return
        if data[:left]:
            await onward(data[:left])
        self.struck += 1
        await self._end(line)

    async def _end(self, line: Line) -> None:
        raise NotImplementedError


class Timeout(_Limited):
    """Nothing comes through any more; closes after so long, or (0) never while it is there."""

    def __init__(self, after_s: float = 0.0, *, after_bytes: int = 0) -> None:
        super().__init__(after_bytes)
        self._after_s = after_s

    async def _end(self, line: Line) -> None:
        await line.pause(self._after_s or float("inf"), self.removed)
        if self._after_s:
            await line.close()


class LimitData(_Limited):
    """Closes the connection after so many bytes."""

    async def _end(self, line: Line) -> None:
        await line.close()


class ResetPeer(_Limited):
    """Resets the connection after so many bytes, and so long after they came."""

    def __init__(
        self, after_bytes: int = 0, after_s: float = 0.0, *, times: int | None = None
    ) -> None:
        super().__init__(after_bytes, times)
        self._after_s = after_s

    async def _end(self, line: Line) -> None:
        await line.pause(self._after_s, self.removed)
        await line.reset()
