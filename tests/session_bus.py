"""Private message buses for tests, and an independent notification service on them.

Put ``from tests.session_bus import notification_service, session_bus, system_bus`` into a
conftest to have the fixtures.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.needs import need_command

_SERVICE = Path(__file__).parent / "desktop" / "notification_service.py"
_LIMIT_S = 60
_CONFIGURATION = """
<busconfig>
  <type>{kind}</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextlib.contextmanager
def private_bus(kind: str = "session", *, with_services: bool = False) -> Iterator[str]:
    """A bus of its own; gives its address. ``with_services`` lets it start what is installed."""
    program = need_command("dbus-daemon", "dbus")
    services = "<standard_session_servicedirs/>" if with_services else ""
    # Not pytest's folder: a socket's path has room for about 100 bytes.
    with tempfile.TemporaryDirectory(prefix="bus-", dir="/tmp") as folder:
        configuration = Path(folder, "bus.conf")
        configuration.write_text(
            _CONFIGURATION.format(kind=kind, folder=folder, services=services), encoding="utf-8"
        )
        command = [program, f"--config-file={configuration}", "--print-address=1", "--nofork"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as daemon:
            try:
                assert daemon.stdout is not None
                yield daemon.stdout.readline().strip()
            finally:
                daemon.terminate()
                daemon.wait(_LIMIT_S)


@pytest.fixture
def session_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty session bus that the program finds as its own."""
    with private_bus("session") as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def system_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty system bus that the program finds as the computer's."""
    with private_bus("system") as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield address


class NotificationService:
    """The desktop's notification service, in a process of its own that says what it was told."""

    def __init__(self, address: str, *options: str) -> None:
        # Not asyncio's subprocess: before Python 3.12 it waits in a thread, where the garbage
        # collector may meet Qt objects of the main thread.
        self._process = subprocess.Popen(
            [sys.executable, str(_SERVICE), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        )
        self._lines = asyncio.StreamReader()
        self._transport: asyncio.BaseTransport | None = None
        self.calls: list[dict[str, Any]] = []

    @classmethod
    async def start(cls, address: str, *options: str) -> NotificationService:
        """On the bus at ``address``; returns when it owns its name."""
        service = cls(address, *options)
        service._transport, _ = await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(service._lines), service._process.stdout
        )
        await service.next("ready")
        return service

    async def next(self, event: str) -> dict[str, Any]:
        """Wait for the next line of that event; every line stays in ``calls``."""
        async with asyncio.timeout(_LIMIT_S):
            while line := await self._lines.readline():
                said: dict[str, Any] = json.loads(line)
                self.calls.append(said)
                if said["event"] == event:
                    return said
        raise AssertionError(f"the notification service ended before {event!r}")

    def click(self, number: int) -> None:
        """The person clicks the bubble of that number."""
        self._tell(f"invoke {number}")

    def dismiss(self, number: int, reason: int = 2) -> None:
        """The bubble goes: 1 expired, 2 dismissed by the person."""
        self._tell(f"close {number} {reason}")

    async def hang(self) -> None:
        """From now on it answers nothing."""
        self._tell("hang")
        await self.next("hanging")

    async def stop(self) -> None:
        """End it, if it still runs."""
        if self._process.poll() is None:
            self._process.terminate()
        while await self._lines.readline():
            """What it still had to say is of no interest."""
        self._process.wait(_LIMIT_S)
        assert self._process.stdin is not None
        self._process.stdin.close()
        if self._transport is not None:
            self._transport.close()

    def _tell(self, command: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n".encode())
        self._process.stdin.flush()


@pytest.fixture
async def notification_service(
    session_bus: str,
) -> AsyncIterator[Callable[..., Awaitable[NotificationService]]]:
    """Starts notification services on the session bus: ``await notification_service("--bare")``."""
    started: list[NotificationService] = []

    async def start(*options: str) -> NotificationService:
        started.append(await NotificationService.start(session_bus, *options))
        return started[-1]

    yield start
    for service in started:
        await service.stop()
