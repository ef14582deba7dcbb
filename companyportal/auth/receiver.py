"""The page on this computer to which the browser brings the answer of a sign-in.

It listens on a random loopback port for as long as one sign-in takes and accepts exactly one
request: the form post that carries the right state. Hostile requests get one constant answer that
tells nothing, and the right one still gets through: a full house drops its oldest guest, silent
ones are sent away after five seconds. Cancelling frees the port at once.

Source: RFC 8252 (OAuth 2.0 for Native Apps), 7.3 and 8.3.
"""

from __future__ import annotations

import asyncio
import socket
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import repeat
from types import TracebackType
from typing import Self

from companyportal.auth.form_post import MAX_HEAD_BYTES, Hostile, parse_answer, read_form
from companyportal.errors import NoLocalPort

MAX_CONNECTIONS = 32
LIMIT_S = 5.0
_BACKLOG = 64
_PORT_TRIES = 10
_HEADERS = (
    "Connection: close",
    "Cache-Control: no-store",
    "Referrer-Policy: no-referrer",
    "X-Content-Type-Options: nosniff",
    "X-Frame-Options: DENY",
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
)


class Receiver:
    """An asynchronous context manager; the port is open from entering until the right answer.

    ``page`` gives the HTML for the person: True, signed in; False, the provider said no. It must
    escape what it inserts. ``origins`` are the sites whose pages may post the form.
    """

    def __init__(
        self,
        *,
        page: Callable[[bool], str],
        origins: Iterable[str] = (),
        head_limit_s: float = LIMIT_S,
        body_limit_s: float = LIMIT_S,
    ) -> None:
        self._page = page
        self._origins = frozenset(origins)
        self._head_limit_s = head_limit_s
        self._body_limit_s = body_limit_s
        self._servers: list[asyncio.Server] = []
        self._guests: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self._state: str | None = None
        self._answer: asyncio.Future[dict[str, str]] | None = None
        self.port = 0

    @property
    def redirect_uri(self) -> str:
        """Where the provider shall send the browser.

        Source: https://learn.microsoft.com/entra/identity-platform/reply-url (the port of
        ``http://localhost`` is ignored, a path is not)
        """
        return f"http://localhost:{self.port}"

    async def __aenter__(self) -> Self:
        """Begin to listen. Raises: NoLocalPort."""
        sockets = bind_loopback(repeat(0, _PORT_TRIES))
        self.port = sockets[0].getsockname()[1]
        self._answer = asyncio.get_running_loop().create_future()
        with ExitStack() as undo:
            # Serving begins with a turn of the loop, at which this may be cancelled.
            undo.callback(self._stop_listening)
            for listening in sockets:
                server = await asyncio.start_server(
                    self._welcome,
                    sock=listening,
                    limit=MAX_HEAD_BYTES,
                    backlog=_BACKLOG,
                    start_serving=False,
                )
                self._servers.append(server)
            for server in self._servers:
                await server.start_serving()
            undo.pop_all()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop_listening()
        for writer in self._guests.values():
            writer.transport.abort()
        if self._guests:
            # Not cancelled: Python 3.11's streams log a cancelled task as an error.
            await asyncio.wait(list(self._guests))

    async def answer(self, state: str) -> dict[str, str]:
        """The form fields of the one right answer: ``state`` and either a code or an error.

        Returns as soon as it has come; cancelling frees the port at once.
        """
        assert self._answer is not None
        self._state = state
        try:
            return await self._answer
        finally:
            self._stop_listening()

    def _stop_listening(self) -> None:
        for server in self._servers:
            server.close()
        self._servers.clear()

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection; the stream protocol keeps its task."""
        task = asyncio.current_task()
        assert task is not None
        if len(self._guests) >= MAX_CONNECTIONS:
            # The oldest and not the newest: a browser connects and speaks at once.
            self._guests.pop(next(iter(self._guests))).transport.abort()
        self._guests[task] = writer
        try:
            await self._serve(reader, writer)
        except (OSError, EOFError, asyncio.LimitOverrunError):
            pass  # Gone, too slow (TimeoutError is an OSError), or too long a head.
        finally:
            self._guests.pop(task, None)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            body = await read_form(
                reader,
                port=self.port,
                origins=self._origins,
                head_limit_s=self._head_limit_s,
                body_limit_s=self._body_limit_s,
            )
            fields = self._accepted(body)
        except Hostile:
            writer.write(_response("400 Bad Request", "text/plain", "Bad request\n"))
            return
        response = _response("200 OK", "text/html", self._page("code" in fields))
        self._stop_listening()
        writer.write(response)
        assert self._answer is not None
        self._answer.set_result(fields)

    def _accepted(self, body: bytes) -> dict[str, str]:
        if self._state is None or self._answer is None or self._answer.done():
            raise Hostile
        return parse_answer(body, self._state)


def bind_loopback(ports: Iterable[int]) -> list[socket.socket]:
    """Sockets on 127.0.0.1 and, where there is IPv6, on ::1 of the same port.

    Tries each of ``ports`` (0: any). The same port on both, so that no other program can catch
    what the browser sends to the other ``localhost``.

    Raises: NoLocalPort (code loopback_port)
    """
    for wanted in ports:
        try:
            first = _bound(socket.AF_INET, "127.0.0.1", wanted)
        except OSError:
            continue
        if not _has_ipv6():
            return [first]
        try:
            return [first, _bound(socket.AF_INET6, "::1", first.getsockname()[1])]
        except OSError:
            first.close()
    raise NoLocalPort("no loopback port could be opened", code="loopback_port")


def _has_ipv6() -> bool:
    try:
        _bound(socket.AF_INET6, "::1", 0).close()
    except OSError:
        return False
    return True


def _bound(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            # Without it another program may bind the same port. Source:
            # https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        if family is socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.setblocking(False)
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return made


def _response(status: str, media_type: str, text: str) -> bytes:
    body = text.encode()
    head = (
        f"HTTP/1.1 {status}",
        f"Content-Type: {media_type}; charset=utf-8",
        f"Content-Length: {len(body)}",
        *_HEADERS,
    )
    return "\r\n".join(head).encode("ascii") + b"\r\n\r\n" + body
