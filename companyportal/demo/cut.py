"""Connections that break in the middle of an answer."""

from __future__ import annotations

import socket
import struct

from aiohttp import web


class CutOff(Exception):
    """The connection is to be reset without any answer."""


def reset(request: web.Request) -> None:
    """Reset the connection: the other side sees ECONNRESET."""
    transport = request.transport
    if transport is None:
        return
    raw: socket.socket | None = transport.get_extra_info("socket")
    if raw is not None:
        # A linger time of nothing turns the close into a reset (socket(7)).
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()


async def send_half(request: web.Request, answer: web.Response) -> web.StreamResponse:
    """Send the head and half of the body of ``answer``, which promised the whole."""
    body = answer.body if isinstance(answer.body, bytes) else b""
    half = web.StreamResponse(status=answer.status, headers=answer.headers)
    half.content_length = max(len(body), 2)
    await half.prepare(request)
    await half.write(body[: len(body) // 2] or b"{")
    return half
