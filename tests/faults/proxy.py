"""The proxy: listens on this computer, carries to the demo, and breaks what it is told to."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
from types import TracebackType
from typing import Any, Literal, Self, TypeVar

from companyportal.clock import Clock
from tests.faults.http_message import Message
from tests.faults.http_toxics import HttpToxic
from tests.faults.stream import Connection, Direction
from tests.faults.toxics import Toxic

Stream = Literal["upstream", "downstream"]
AnyToxic = TypeVar("AnyToxic", bound=Toxic | HttpToxic)


class FaultProxy:
    """Carries HTTPS between programs and the demo; see ``tests.faults``."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._listening: socket.socket | None = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.requests: list[Message] = []
        """Everything that was asked, in its order."""
        self.connections = 0
        """How many have been made to it."""
        self._server: asyncio.Server | None = None
        self._toxics: dict[Stream, list[Toxic]] = {"upstream": [], "downstream": []}
        self._http_toxics: list[HttpToxic] = []
        self._carried: dict[asyncio.Task[Any], Connection | None] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.clear()
        await self.down()

    async def lead_to(self, port: int, tls: ssl.SSLContext, trusted: ssl.SSLContext) -> None:
        """Carry from now on to that port of this computer; ``tls`` is what programs are shown,
        ``trusted`` what the far end must show.
        """
        self._there, self._tls, self._trusted = port, tls, trusted
        await self.up()

    # toxics

    def add(self, toxic: AnyToxic, stream: Stream = "downstream") -> AnyToxic:
        """Let a toxic work; the earlier ones come first. Those for HTTP see answers."""
        if isinstance(toxic, HttpToxic):
            self._http_toxics.append(toxic)
        else:
            self._toxics[stream].append(toxic)
        return toxic

    def remove(self, toxic: Toxic | HttpToxic) -> None:
        """Behave again; what the toxic holds back goes on its way."""
        if isinstance(toxic, HttpToxic):
            self._http_toxics.remove(toxic)
            return
        for toxics in self._toxics.values():
            if toxic in toxics:
                toxics.remove(toxic)
        toxic.removed.set()

    def clear(self) -> None:
        """Remove all toxics."""
        for toxic in tuple(self._http_toxics):
            self.remove(toxic)
        for toxics in self._toxics.values():
            for each in tuple(toxics):
                self.remove(each)

    async def down(self) -> None:
        """Nobody listens any more, and what was connected is cut off."""
        server, self._server = self._server, None
        if self._listening is not None:
            self._listening.close()
            self._listening = None
        if server is not None:
            server.close()
        for task, connection in [*self._carried.items()]:
            if connection is not None:
                connection.abort()
            task.cancel()
        await asyncio.gather(*self._carried, return_exceptions=True)

    async def up(self) -> None:
        """Listen again, at the same port."""
        listening = self._listening or socket.create_server(("127.0.0.1", self.port))
        self._listening = None
        self._server = await asyncio.start_server(self._carry, sock=listening, ssl=self._tls)

    # carrying

    async def _carry(self, reader: asyncio.StreamReader, near: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if self._server is None:  # meanwhile taken down
            near.transport.abort()
            return
        self.connections += 1
        self._carried[task] = None
        try:
            far_reader, far = await asyncio.open_connection(
                "127.0.0.1", self._there, ssl=self._trusted, server_hostname="localhost"
            )
            connection = self._carried[task] = Connection(near, far, self._clock)
            await self._both_ways(connection, reader, far_reader)
        except (OSError, asyncio.CancelledError):
            near.transport.abort()
        finally:
            del self._carried[task]

    async def _both_ways(
        self, connection: Connection, near: asyncio.StreamReader, far: asyncio.StreamReader
    ) -> None:
        up = Direction(connection, connection.far, lambda: self._toxics["upstream"])
        down = Direction(connection, connection.near, lambda: self._toxics["downstream"])

        def asked(raw: bytes) -> Message:
            request = Message.read(raw)
            self.requests.append(request)
            connection.asked.append(request)
            return request

        def answered(raw: bytes) -> Message:
            answer, request = Message.read(raw), connection.asked.popleft()
            for toxic in self._http_toxics:
                answer = toxic.pass_by(answer, request)
            return answer

        await asyncio.gather(up.carry_all(near, asked), down.carry_all(far, answered))
        for end in (connection.near, connection.far):
            with contextlib.suppress(OSError):
                await end.wait_closed()
