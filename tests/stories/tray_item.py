"""A desktop's panel: reads the icon that a program has put there, and clicks on it.

Sources: https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/;
https://github.com/AyatanaIndicators/libdbusmenu (com.canonical.dbusmenu.xml)
"""

from __future__ import annotations

from types import TracebackType
from typing import Any, NamedTuple, Self

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

_ITEM = ("/StatusNotifierItem", "org.kde.StatusNotifierItem")
_MENU = ("/MenuBar", "com.canonical.dbusmenu")


class Entry(NamedTuple):
    """One line of the icon's menu."""

    number: int
    label: str
    is_enabled: bool


class TrayItem:
    """The icon of the program called ``sender`` on the bus."""

    def __init__(self, bus: str, sender: str) -> None:
        self._address = bus
        self._sender = sender

    async def __aenter__(self) -> Self:
        self._bus = await MessageBus(bus_address=self._address).connect()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()  # type: ignore[no-untyped-call]

    async def tool_tip(self) -> list[str]:
        """Every text of it."""
        path, interface = _ITEM
        reply = await self._call(
            path, "org.freedesktop.DBus.Properties", "Get", "ss", interface, "ToolTip"
        )
        return [part for part in reply[0].value if isinstance(part, str)]

    async def menu(self) -> list[Entry]:
        """Its lines, without the separating ones."""
        _, layout = await self._call(*_MENU, "GetLayout", "iias", 0, -1, [])
        entries = []
        for child in layout[2]:
            number, properties, _ = child.value
            if "label" in properties:
                is_enabled = properties.get("enabled", Variant("b", True)).value
                entries.append(Entry(number, properties["label"].value, is_enabled))
        return entries

    async def choose(self, label: str) -> None:
        """Click a line of the menu."""
        entry = next(each for each in await self.menu() if each.label == label)
        await self._call(*_MENU, "Event", "isvu", entry.number, "clicked", Variant("s", ""), 0)

    async def click(self) -> None:
        """Click the icon itself."""
        await self._call(*_ITEM, "Activate", "ii", 0, 0)

    async def _call(
        self, path: str, interface: str, member: str, signature: str, *body: Any
    ) -> list[Any]:
        reply = await self._bus.call(
            Message(
                destination=self._sender,
                path=path,
                interface=interface,
                member=member,
                signature=signature,
                body=list(body),
            )
        )
        assert reply is not None
        assert reply.message_type is MessageType.METHOD_RETURN, reply.body
        return list(reply.body)
