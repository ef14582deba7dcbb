"""Connections that break in the middle of an answer."""

from __future__ import annotations

import contextlib
import socket
import struct
import sys

from aiohttp import web

_NO_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class CutOff(Exception):
    """The connection is to be reset without any answer."""


class Line:
    """The connection of a request; taken hold of at once, while it is certainly there."""

    def __init__(self, request: web.Request) -> None:
        assert request.transport is not None
        self._transport = request.transport
        self._socket: socket.socket = request.transport.get_extra_info("socket")

    def reset(self) -> None:
        """Reset the connection: the other side sees ECONNRESET."""
        # Whoever has gone meanwhile has closed the socket.
        with contextlib.suppress(OSError):
            # A linger time of nothing turns the close into a reset (socket(7)).
            self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        self._transport.abort()

    def close(self) -> None:
        """Close the connection properly, after what was written."""
        self._transport.close()


async def send_half(request: web.Request, answer: web.Response) -> web.StreamResponse:
    """Send the head and half of the body of ``answer``, which promised the whole."""
    body = answer.body if isinstance(answer.body, bytes) else b""
    half = web.StreamResponse(status=answer.status, headers=answer.headers)
    half.content_length = max(len(body), 2)
    # Whoever has gone meanwhile gets nothing.
    with contextlib.suppress(ConnectionError):
        await half.prepare(request)
        await half.write(body[: len(body) // 2] or b"{")
    return half
