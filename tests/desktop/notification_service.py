"""A desktop's notification service, and with ``--tray`` the tray's watcher, for tests.

It knows nothing of the program. Each call becomes one JSON line on the standard output; commands
come by the standard input: ``invoke NUMBER [ACTION]``, ``close NUMBER REASON``, ``hang``, ``quit``.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
from itertools import count
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_WATCHER = "org.kde.StatusNotifierWatcher"
_FIELDS = ("app", "replaces", "icon", "title", "body", "actions", "hints", "timeout")


class Service:
    """Answers the calls of both interfaces and sends the person's clicks."""

    def __init__(self, bus: MessageBus, features: list[str]) -> None:
        self._bus = bus
        self._features = features
        self._numbers = count(1)
        self._hangs = False
        self.ended = asyncio.Event()

    def on_message(self, message: Message) -> Message | bool | None:
        """Answer a call of ours, or nothing while hanging."""
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        if message.interface not in (_NAME, _WATCHER, "org.freedesktop.DBus.Properties"):
            return None
        return True if self._hangs else self._answer(message)

    def on_command(self) -> None:
        """One line, or several, from whoever started this."""
        # Lines are written whole, and nothing may stay behind in a buffer that nobody watches.
        for line in os.read(sys.stdin.fileno(), 65_536).decode().splitlines() or ["quit"]:
            match line.split():
                case ["invoke", number, *action]:
                    self._signal("ActivationToken", "us", int(number), "token-of-the-click")
                    self._signal("ActionInvoked", "us", int(number), *(action or ["default"]))
                case ["close", number, reason]:
                    self._signal("NotificationClosed", "uu", int(number), int(reason))
                case ["hang"]:
                    self._hangs = True
                    say("hanging")
                case ["quit"]:
                    self.ended.set()

    def _answer(self, message: Message) -> Message:
        match message.member:
            case "GetCapabilities":
                return Message.new_method_return(message, "as", [self._features])
            case "GetServerInformation":
                return Message.new_method_return(message, "ssss", ["test", "test", "1", "1.2"])
            case "Notify":
                return self._notify(message)
            case "CloseNotification":
                say("CloseNotification", number=message.body[0])
                self._signal("NotificationClosed", "uu", message.body[0], 3)
            case "RegisterStatusNotifierItem":
                say("RegisterStatusNotifierItem", item=message.body[0], sender=message.sender)
            case "Get":
                return Message.new_method_return(message, "v", [_watcher_property(message.body[1])])
        return Message.new_method_return(message)

    def _notify(self, message: Message) -> Message:
        call = dict(zip(_FIELDS, message.body, strict=True))
        call["hints"] = {name: hint.value for name, hint in call["hints"].items()}
        number = call["replaces"] or next(self._numbers)
        say("Notify", number=number, **call)
        return Message.new_method_return(message, "u", [number])

    def _signal(self, member: str, signature: str, *body: Any) -> None:
        self._bus.send(Message.new_signal(_PATH, _NAME, member, signature, list(body)))


def _watcher_property(name: str) -> Any:
    from dbus_fast import Variant

    return Variant("i", 0) if name == "ProtocolVersion" else Variant("b", True)


def say(event: str, **facts: Any) -> None:
    """One JSON line."""
    print(json.dumps({"event": event, **facts}, default=repr), flush=True)


async def main() -> None:
    """Serve until told to end."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--features", default="body,body-markup,actions")
    parser.add_argument("--tray", action="store_true")
    options = parser.parse_args()
    bus = await MessageBus().connect()
    service = Service(bus, [each for each in options.features.split(",") if each])
    bus.add_message_handler(service.on_message)
    for name in (_NAME, _WATCHER) if options.tray else (_NAME,):
        await bus.request_name(name)
    asyncio.get_running_loop().add_reader(sys.stdin.fileno(), service.on_command)
    say("ready")
    await service.ended.wait()
    bus.disconnect()


if __name__ == "__main__":
    asyncio.run(main())
