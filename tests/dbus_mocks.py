"""What a desktop tells of lock and sleep, played by python-dbusmock: others wrote down there what
systemd and GNOME really offer. Each mock is a process of its own on a private bus.

Source: https://martinpitt.github.io/python-dbusmock/
"""

from __future__ import annotations

import asyncio
import os
import subprocess
from typing import Any, Self

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from tests.needs import need_file

_LIMIT_S = 60
_LOGIN = "org.freedesktop.login1"
_MANAGER = f"{_LOGIN}.Manager"
_SESSION = f"{_LOGIN}.Session"
_MOCK = "org.freedesktop.DBus.Mock"
_REFUSAL = """
if args[0] not in {names}:
    raise dbus.exceptions.DBusException("no such session", name="org.freedesktop.login1.NoSuch")
ret = "/org/freedesktop/login1/session/2"
"""


class DBusMock:
    """One service that somebody else's program plays; ``path`` is its main object."""

    def __init__(self, name: str, path: str, process: subprocess.Popen[bytes]) -> None:
        self._name = name
        self._path = path
        self._process = process
        self._bus: MessageBus | None = None

    @classmethod
    async def play(cls, address: str, name: str, path: str, *words: str) -> Self:
        """On the bus at ``address``; returns when it owns its name."""
        process = _started(address, words)
        mock = cls(name, path, process)
        mock._bus = await MessageBus(bus_address=address).connect()
        async with asyncio.timeout(_LIMIT_S):
            while not await mock._is_there():
                assert process.poll() is None, "dbusmock has ended"
        return mock

    async def close(self, *, by_force: bool = False) -> None:
        """It ends, and with it its name; ``by_force`` where it is busy for ever."""
        assert self._bus is not None
        self._bus.disconnect()
        await self._bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
        (self._process.kill if by_force else self._process.terminate)()
        self._process.wait(_LIMIT_S)

    async def emit(
        self, interface: str, member: str, signature: str = "", *body: Any, path: str = ""
    ) -> None:
        """Any signal; from the main object, or from another one at ``path``."""
        values = [Variant(kind, value) for kind, value in zip(signature, body, strict=True)]
        words = [interface, member, signature, values]
        await self.call(_MOCK, "EmitSignal", "sssav", *words, path=path)

    async def call(
        self, interface: str, member: str, signature: str = "", *body: Any, path: str = ""
    ) -> None:
        """A method of the service, or of the mock behind it."""
        await self._asked(
            Message(
                destination=self._name,
                path=path or self._path,
                interface=interface,
                member=member,
                signature=signature,
                body=list(body),
            )
        )

    async def _is_there(self) -> bool:
        bus = "org.freedesktop.DBus"
        question = Message(
            destination=bus,
            path="/org/freedesktop/DBus",
            interface=bus,
            member="NameHasOwner",
            signature="s",
            body=[self._name],
        )
        return bool((await self._asked(question)).body[0])

    async def _asked(self, message: Message) -> Message:
        assert self._bus is not None
        reply = await self._bus.call(message)
        assert reply is not None
        assert reply.message_type is MessageType.METHOD_RETURN, (reply.error_name, reply.body)
        return reply


class LoginService(DBusMock):
    """systemd-logind with two sessions: 2 is ours and 5 is somebody else's."""

    @classmethod
    async def start(cls, address: str, *names: str) -> Self:
        """``names`` are those under which logind knows our session."""
        words = ("--system", "--template", "logind")
        login = await cls.play(address, _LOGIN, "/org/freedesktop/login1", *words)
        for number, user in (("2", 1000), ("5", 1001)):
            session = (number, "seat0", user, f"user{user}", True)
            await login.call(_MOCK, "AddSession", "ssusb", *session)
        code = _REFUSAL.format(names=[*names])
        await login.call(_MOCK, "AddMethod", "sssss", _MANAGER, "GetSession", "s", "o", code)
        return login

    async def prepare_for_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or is awake again."""
        await self.emit(_MANAGER, "PrepareForSleep", "b", begins)

    async def lock(self, session: str = "2") -> None:
        """``loginctl lock-session``."""
        await self.call(_SESSION, "Lock", path=self.path_of(session))

    async def change(self, session: str = "2", **properties: bool) -> None:
        """Properties of the session change."""
        changed = {name: Variant("b", value) for name, value in properties.items()}
        words = (_SESSION, changed)
        await self.call(_MOCK, "UpdateProperties", "sa{sv}", *words, path=self.path_of(session))

    def path_of(self, session: str) -> str:
        """The object of a session."""
        return f"{self._path}/session/{session}"


class ScreenSaver(DBusMock):
    """The screen saver of a desktop: GNOME's as dbusmock knows it, or any that speaks alike."""

    @classmethod
    async def start(cls, address: str, name: str = "org.gnome.ScreenSaver") -> Self:
        """``name`` is the desktop's own, which is its interface as well."""
        path = "/" + name.replace(".", "/")
        is_known = name == "org.gnome.ScreenSaver"
        words = ("--template", "gnome_screensaver") if is_known else (name, path, name)
        return await cls.play(address, name, path, "--session", *words)

    async def set_active(self, is_active: bool) -> None:
        """The screen is locked, or unlocked."""
        await self.emit(self._name, "ActiveChanged", "b", is_active)


class Display(DBusMock):
    """What GNOME's compositor tells of the screens."""

    NAME = "org.gnome.Mutter.DisplayConfig"

    @classmethod
    async def start(cls, address: str) -> Self:
        """The screens are on."""
        path = "/" + cls.NAME.replace(".", "/")
        display = await cls.play(address, cls.NAME, path, "--session", cls.NAME, path, cls.NAME)
        mode = Variant("i", 0)
        await display.call(_MOCK, "AddProperty", "ssv", cls.NAME, "PowerSaveMode", mode)
        return display

    async def save_power(self, mode: int) -> None:
        """0 on, 1 standby, 2 suspended, 3 off, -1 unknown."""
        changed = {"PowerSaveMode": Variant("i", mode)}
        await self.call(_MOCK, "UpdateProperties", "sa{sv}", self.NAME, changed)


def _started(address: str, words: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """By the system's own Python, which has dbusmock."""
    need_file("/usr/lib/python3/dist-packages/dbusmock", "python3-dbusmock")
    names = ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS")
    return subprocess.Popen(
        ["/usr/bin/python3", "-m", "dbusmock", *words],
        stdout=subprocess.DEVNULL,
        env={**os.environ, **dict.fromkeys(names, address)},
    )
