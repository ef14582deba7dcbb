"""A cable between the program and the service that can be pulled out and put back."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import replace
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from companyportal.endpoints import Endpoints

_CHUNK = 65_536


class NetworkCable:
    """Carries connections to Graph; the organisation's sign-in is reached without it."""

    def __init__(self, endpoints: Endpoints) -> None:
        self._endpoints = endpoints
        self._port = 0
        self._server: asyncio.Server | None = None
        self._ends: set[asyncio.StreamWriter] = set()
        self._carrying: set[asyncio.Task[Any]] = set()

    async def __aenter__(self) -> Self:
        await self.put_back()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.pull()

    @property
    def endpoints(self) -> Endpoints:
        """The addresses at this end."""
        service = urlsplit(self._endpoints.service)
        here = service._replace(netloc=f"localhost:{self._port}").geturl()
        return replace(self._endpoints, service=here)

    async def put_back(self) -> None:
        """Connections are carried again."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def pull(self) -> None:
        """Nobody listens, and what was connected is cut off."""
        assert self._server is not None
        self._server.close()
        for end in self._ends:
            end.transport.abort()
        await asyncio.gather(*self._carrying)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._carrying.add(task)
        there = urlsplit(self._endpoints.service).port
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", there)
        self._ends |= {writer, far_writer}
        await asyncio.gather(_copy(reader, far_writer), _copy(far_reader, writer))
        self._ends -= {writer, far_writer}
        self._carrying.discard(task)


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(_CHUNK):
            writer.write(data)
            await writer.drain()
    writer.close()
    with contextlib.suppress(OSError):
        await writer.wait_closed()
