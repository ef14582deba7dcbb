"""What systemd hears of the station."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal.desktop.service_notify import ServiceNotify
from tests.program import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: systemd")


@pytest.fixture(params=["file", "abstract"])
def manager(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, socket.socket]]:
    """The service manager's end, and how it calls it in the variable."""
    name = f"@companyportal-{os.getpid()}" if request.param == "abstract" else f"{tmp_path}/s"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as end:
        end.bind("\0" + name[1:] if name[0] == "@" else name)
        end.setblocking(False)
        yield name, end


def heard(end: socket.socket) -> list[bytes]:
    found = []
    while True:
        try:
            found.append(end.recv(100))
        except BlockingIOError:
            return found


async def test_it_tells_that_it_lives_until_it_ends(manager: tuple[str, socket.socket]) -> None:
    name, end = manager
    variables = {"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "20000", "WATCHDOG_PID": str(os.getpid())}
    notify = ServiceNotify(variables)
    assert variables == {}  # no child speaks in its name
    assert heard(end) == []
    notify.ready()
    told: list[bytes] = []

    def is_fed() -> bool:
        told.extend(heard(end))
        return told.count(b"WATCHDOG=1") >= 2

    await until(is_fed)
    assert told[0] == b"READY=1"
    notify.stopping()
    told += heard(end)
    assert told[-1] == b"STOPPING=1"


def test_another_processs_watchdog_is_not_fed(manager: tuple[str, socket.socket]) -> None:
    name, end = manager
    variables = {"NOTIFY_SOCKET": name, "WATCHDOG_USEC": "20000", "WATCHDOG_PID": "1"}
    notify = ServiceNotify(variables)
    notify.ready()
    assert not notify.is_watched
    assert heard(end) == [b"READY=1"]


@pytest.mark.parametrize("name", ["", "/nowhere/at/all"])
def test_without_a_manager_nothing_happens(name: str) -> None:
    notify = ServiceNotify({"NOTIFY_SOCKET": name} if name else {})
    notify.ready()
    notify.stopping()
