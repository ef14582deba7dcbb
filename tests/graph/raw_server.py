"""A server that sends exactly the bytes it is told to, and then closes, resets or falls silent."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import TracebackType
from typing import Self

import trustme


class After(Enum):
    """What happens to the connection when the bytes are out."""

    KEEP = "keep"
    CLOSE = "close"
    RESET = "reset"
    SILENCE = "silence"


@dataclass(frozen=True)
class Step:
    """One answer. ``read_request`` False acts before anything was read."""

    reply: bytes = b""
    after: After = After.KEEP
    read_request: bool = True


def http(
    body: bytes | object = b"",
    *,
    status: str = "200 OK",
    kind: str = "application/json",
    headers: Mapping[str, str] | Sequence[tuple[str, str]] = (),
    length: int | None = None,
) -> bytes:
    """An HTTP/1.1 answer; ``body`` that is not bytes is written as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", "Date: Thu, 02 May 2024 08:00:00 GMT"]
    pairs = headers.items() if isinstance(headers, Mapping) else headers
    lines += [f"{name}: {value}" for name, value in pairs]
    lines.append(f"Content-Length: {len(content) if length is None else length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode() + content


def refused(status: str, body: object = b"", **headers: str) -> bytes:
    """An answer that is no success; ``Retry_After`` stands for ``Retry-After``."""
    pairs = {name.replace("_", "-"): value for name, value in headers.items()}
    return http(body, status=status, headers=pairs)


class RawServer:
    """Answers request after request with one step each, the last one again and again."""

    def __init__(
        self, steps: Sequence[Step | bytes], certificates: trustme.CA | ssl.SSLContext | None
    ) -> None:
        """``certificates``: an authority that vouches for this server, or all of its TLS."""
        self.play(*steps)
        self._certificates = certificates
        self._handlers: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self.requests: list[str] = []
        """The heads, as they came."""
        self.bodies: list[bytes] = []
        """What came after each head."""
        self.arrived = asyncio.Event()
        """Set when the first request has been read."""
        self.connections = 0
        self.port = 0

    async def __aenter__(self) -> Self:
        context = self._certificates
        if isinstance(context, trustme.CA):
            vouched = context.issue_cert("localhost", "127.0.0.1")
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            vouched.configure_cert(context)
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*self._handlers)
        await self._server.wait_closed()

    def play(self, *steps: Step | bytes) -> None:
        """Play these from the next request on."""
        self._steps = [Step(step) if isinstance(step, bytes) else step for step in steps]
        self._next = 0

    @property
    def falls_silent(self) -> bool:
        """True where one of its steps says nothing more and keeps the connection."""
        return any(step.after is After.SILENCE for step in self._steps)

    def paths(self) -> list[str]:
        """Method and target of each request."""
        return [request.split(" HTTP/")[0] for request in self.requests]

    def headers(self, index: int = -1) -> dict[str, str]:
        """The headers of one request, names in lower case."""
        lines = self.requests[index].split("\r\n")[1:]
        pairs = (line.partition(": ") for line in lines if line)
        return {name.lower(): value for name, _, value in pairs}

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._handlers.add(task)
        self._writers.add(writer)
        self.connections += 1
        try:
            while await self._answer(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        step = self._steps[min(self._next, len(self._steps) - 1)]
        if step.read_request:
            self.requests.append((await reader.readuntil(b"\r\n\r\n")).decode())
            length = int(self.headers().get("content-length", "0"))
            self.bodies.append(await reader.readexactly(length))
            self.arrived.set()
            step = self._steps[min(self._next, len(self._steps) - 1)]
        self._next += 1
        writer.write(step.reply)
        await writer.drain()
        if step.after is After.RESET:
            _reset(writer)
        elif step.after is After.SILENCE:
            await reader.read()
        return step.after is After.KEEP


def _reset(writer: asyncio.StreamWriter) -> None:
    """Close with RST, as a crashed service or a middle box does."""
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
