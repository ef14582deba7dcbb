"""One D-Bus connection that is made when it is needed and made again after it was lost.

The rule here: a desktop without a bus, without the service asked for, or with one that hangs is an
ordinary desktop. Nothing raises, nothing waits longer than the limit; the answer is ``None``.

``PySide6.QtDBus`` cannot take its place: it sends every int as ``i``, and Notify needs ``u``.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import select
import sys
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

_log = logging.getLogger(__name__)

BUS_NAME = "org.freedesktop.DBus"


class Bus:
    """A connection to the person's session bus or to the computer's system bus."""

    def __init__(
        self,
        kind: Literal["session", "system"],
        on_signal: Callable[[Message], None],
        *,
        rules: Sequence[str] = (),
        limit_s: float = 2.0,
    ) -> None:
        """``rules`` are match rules for the signals to be told of; ``limit_s`` bounds every call,
        connecting included.
        """
        self._kind = kind
        self._on_signal = on_signal
        self._rules = rules
        self._limit_s = limit_s
        self._connection: MessageBus | None = None
        self._is_closed = False

    @cached_property
    def _connecting(self) -> asyncio.Lock:
        """Made at its first use, after the first paint: until then asyncio is not imported."""
        return asyncio.Lock()

    @property
    def is_connected(self) -> bool:
        """True while the connection stands; a lost one is noticed at once."""
        return self._connection is not None and self._connection.connected

    async def connect(self) -> bool:
        """Connect unless connected; False where there is no bus."""
        return await self.call(BUS_NAME, "/", BUS_NAME, "GetId") is not None

    async def call(
        self,
        destination: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        body: Sequence[Any] = (),
    ) -> Message | None:
        """The answer to a method call; None where there was none in time, or an error."""
        # Imported here, like everywhere in this package, because the start path must stay short.
        from dbus_fast import DBusFastError, Message, MessageType

        message = Message(
            destination=destination,
            path=path,
            interface=interface,
            member=member,
            signature=signature,
            body=list(body),
        )
        try:
            async with asyncio.timeout(self._limit_s):
                reply = await (await self._connected()).call(message)
        except (OSError, EOFError, ValueError, DBusFastError) as error:
            _log.info("no answer from the %s bus: %s", self._kind, type(error).__name__)
            return None
        if reply is None or reply.message_type is not MessageType.METHOD_RETURN:
            _log.info("%s refused: %s", member, reply.error_name if reply else "closed")
            return None
        return reply

    async def close(self) -> None:
        """Disconnect for good; calls after it answer None."""
        self._is_closed = True
        connection, self._connection = self._connection, None
        if connection is None or not connection.connected:
            return
        connection.disconnect()
        with contextlib.suppress(OSError, EOFError):
            async with asyncio.timeout(self._limit_s):
                await connection.wait_for_disconnect()  # type: ignore[no-untyped-call]

    async def _connected(self) -> MessageBus:
        """The standing connection, or a new one with its match rules.

        Raises: OSError, EOFError, ValueError or DBusFastError, as dbus-fast does.
        """
        async with self._connecting:
            if self._is_closed:
                raise ConnectionAbortedError
            if self._connection is not None and _is_alive(self._connection):
                return self._connection
            self._connection = await self._open()
            return self._connection

    async def _open(self) -> MessageBus:
        from dbus_fast import Message
        from dbus_fast.aio import MessageBus

        connection = MessageBus(bus_address=_address(self._kind))
        await connection.connect()
        connection.add_message_handler(self._on_message)
        try:
            for rule in self._rules:
                message = Message(
                    destination=BUS_NAME,
                    path="/org/freedesktop/DBus",
                    interface=BUS_NAME,
                    member="AddMatch",
                    signature="s",
                    body=[rule],
                )
                await connection.call(message)
        except BaseException:
            connection.disconnect()
            raise
        return connection

    def _on_message(self, message: Message) -> None:
        from dbus_fast import MessageType

        if message.message_type is MessageType.SIGNAL:
            self._on_signal(message)


def _is_alive(connection: MessageBus) -> bool:
    """Whether a call can be written.

    WORKAROUND https://github.com/Bluetooth-Devices/dbus-fast: until it copes with a bus that ended
    and whose end the loop has not noticed yet. It would write, fail, watch the closed socket for
    good and drop a future with its exception.
    """
    if sys.platform == "win32" or not connection.connected or connection._sock is None:
        return False
    poll = select.poll()
    poll.register(connection._sock, select.POLLHUP)
    return not poll.poll(0)


def _address(kind: Literal["session", "system"]) -> str:
    """Where the bus listens; FileNotFoundError where nothing says so.

    dbus-fast alone would look for X11's address files and read HOME; the socket in
    XDG_RUNTIME_DIR is what systemd offers.
    Source: https://dbus.freedesktop.org/doc/dbus-specification.html#message-bus-types
    """
    if kind == "system":
        default = "unix:path=/var/run/dbus/system_bus_socket"
        return os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or default
    if address := os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return address
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if folder and (path := Path(folder, "bus")).exists():
        return f"unix:path={path}"
    raise FileNotFoundError("no session bus")
