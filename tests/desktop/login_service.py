"""A stand-in for systemd-logind and for screen savers, on private buses."""

from __future__ import annotations

from typing import Any

from dbus_fast import ErrorType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

OUR_SESSION = "/org/freedesktop/login1/session/_32"
OTHER_SESSION = "/org/freedesktop/login1/session/_35"
_LOGIN = "org.freedesktop.login1"
_SESSION = "org.freedesktop.login1.Session"


class LoginService:
    """Knows one session of ours, by its number 2 and as ``auto``."""

    def __init__(self, bus: MessageBus, names: tuple[str, ...]) -> None:
        self._bus = bus
        self._names = names
        bus.add_message_handler(self._on_message)

    @classmethod
    async def start(cls, address: str, *names: str) -> LoginService:
        """On the bus at ``address``; ``names`` are those that GetSession knows."""
        bus = await MessageBus(bus_address=address).connect()
        await bus.request_name(_LOGIN)
        return cls(bus, names)

    async def close(self) -> None:
        """Leave the bus."""
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()  # type: ignore[no-untyped-call]

    async def prepare_for_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or is awake again."""
        path = "/org/freedesktop/login1"
        await self.emit(path, f"{_LOGIN}.Manager", "PrepareForSleep", "b", begins)

    async def lock(self, session: str = OUR_SESSION) -> None:
        """``loginctl lock-session``."""
        await self.emit(session, _SESSION, "Lock")

    async def change(self, session: str = OUR_SESSION, **properties: bool) -> None:
        """Properties of the session change."""
        changed = {name: Variant("b", value) for name, value in properties.items()}
        interface = "org.freedesktop.DBus.Properties"
        body: tuple[Any, ...] = (_SESSION, changed, [])
        await self.emit(session, interface, "PropertiesChanged", "sa{sv}as", *body)

    async def emit(
        self, path: str, interface: str, member: str, signature: str = "", *body: Any
    ) -> None:
        """Any signal."""
        await self._bus.send(Message.new_signal(path, interface, member, signature, list(body)))

    def _on_message(self, message: Message) -> Message | None:
        if message.message_type is not MessageType.METHOD_CALL or message.member != "GetSession":
            return None
        if message.body[0] in self._names:
            return Message.new_method_return(message, "o", [OUR_SESSION])
        return Message.new_error(message, ErrorType.FAILED, "No such session")
