"""One connection through the proxy: two directions, each through its toxics."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import socket
import struct
import sys
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from companyportal.clock import Clock
from tests.faults.http_message import Message, Splitter
from tests.faults.toxics import Onward, Toxic

_CHUNK = 65_536
_NO_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)

Toxics = Callable[[], Sequence[Toxic]]
"""Those of one direction, asked for at every piece."""


class Connection:
    """The program's end, the demo's end, and what was asked but not answered yet."""

    def __init__(self, near: asyncio.StreamWriter, far: asyncio.StreamWriter, clock: Clock) -> None:
        self.near = near
        self.far = far
        self.clock = clock
        self.asked: deque[Message] = deque()

    def close(self) -> None:
        """Both ends, after what was written."""
        self.near.close()
        self.far.close()

    def abort(self) -> None:
        """Both ends at once, without any farewell."""
        self.near.transport.abort()
        self.far.transport.abort()

    def reset(self) -> None:
        """The program's end sees ECONNRESET."""
        with contextlib.suppress(OSError):
            end: socket.socket = self.near.get_extra_info("socket")
            # A linger time of nothing turns the close into a reset (socket(7)).
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self.abort()


class Gone(Exception):
    """A toxic has ended the connection."""


class Direction:
    """Carries the bytes of one direction; see toxics.Line for what toxics use of it."""

    def __init__(
        self, connection: Connection, target: asyncio.StreamWriter, toxics: Toxics
    ) -> None:
        self._connection = connection
        self._target = target
        self._toxics = toxics
        self._splitter = Splitter()

    async def pause(self, seconds: float, until: asyncio.Event) -> None:
        """See toxics.Line."""
        if seconds <= 0 or until.is_set():
            return
        waits: list[asyncio.Future[Any]] = [asyncio.ensure_future(until.wait())]
        if seconds != float("inf"):
            waits.append(asyncio.ensure_future(self._connection.clock.sleep(seconds)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def close(self) -> None:
        """See toxics.Line."""
        self._connection.close()
        raise Gone

    async def reset(self) -> None:
        """See toxics.Line."""
        self._connection.reset()
        raise Gone

    async def carry_all(
        self, source: asyncio.StreamReader, pass_by: Callable[[bytes], Message]
    ) -> None:
        """Until one side closes: whole messages through ``pass_by``, then through the toxics."""
        with contextlib.suppress(OSError, Gone):
            while data := await source.read(_CHUNK):
                for raw in self._splitter.feed(data):
                    message = pass_by(raw)
                    await self._send(message.written()[: message.cut_at])
                    if message.cut_at is not None:
                        await self.close()
            await self._send(self._splitter.rest)
            for toxic in self._toxics():
                await toxic.at_end(self)
        self._connection.close()

    async def _send(self, data: bytes) -> None:
        onward: Onward = self._write
        for toxic in reversed(self._toxics()):
            onward = functools.partial(toxic.carry, line=self, onward=onward)
        if data:
            await onward(data)

    async def _write(self, data: bytes) -> None:
        self._target.write(data)
        await self._target.drain()
