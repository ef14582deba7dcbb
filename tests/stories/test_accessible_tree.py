"""What a screen reader finds, asked from outside through the accessibility bus."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.needs import need_file
from tests.proofs import promise
from tests.session_bus import private_bus
from tests.stories.bus_log import listened_to
from tests.stories.computer import Computer, computer

READER = Path(__file__).with_name("read_accessible_tree.py")
SYSTEM_PYTHON = "/usr/bin/python3"
TOLD = "Temporary passcode: "
USABLE = {"push button", "radio button", "check box", "text", "list item", "combo box", "link"}


class Found(NamedTuple):
    """One accessible object that can be seen."""

    role: str
    name: str
    description: str
    text: str


@pytest.fixture
def bus() -> Iterator[str]:
    """A session bus that starts the accessibility bus when asked for it."""
    need_file("/usr/libexec/at-spi2-registryd", "at-spi2-core")
    need_file("/usr/lib/python3/dist-packages/pyatspi", "python3-pyatspi")
    with private_bus(with_services=True) as address, listened_to(address):
        yield address


@pytest.fixture
def pc(bus: str) -> Iterator[Computer]:
    """A computer on which a screen reader may be used."""
    with computer(bus=bus) as made:
        yield made


def read(pc: Computer, bus: str, *words: str) -> list[Found]:
    """Let the reader look, or press a button."""
    done = subprocess.run(
        [SYSTEM_PYTHON, str(READER), *words],
        env={**os.environ, "DISPLAY": pc.screen.display, "DBUS_SESSION_BUS_ADDRESS": bus},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [Found(*json.loads(line)) for line in done.stdout.splitlines()]


@pytest.mark.desktop
@promise(8)
async def test_a_screen_reader_finds_devices_buttons_and_the_passcode_only_while_it_is_shown(
    pc: Computer, bus: str
) -> None:
    program = pc.run("tests.stories.desk_in_two_scenes", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    names = (await program.told("devices"))["found"]
    seen = await asyncio.to_thread(read, pc, bus, "dump")
    items = [each.name for each in seen if each.role == "list item"]
    assert [item.split(", ")[0] for item in items] == names
    assert "Marie’s Galaxy, Samsung Galaxy S23 · Android 14, Compliant" in items
    everything_has_a_name(seen)
    program.go_on()
    [passcode] = (await program.told("passcode"))["found"]
    hidden = await asyncio.to_thread(read, pc, bus, "dump")
    everything_has_a_name(hidden)
    assert "Temporary passcode, hidden" in [each.name for each in hidden]
    assert not any(passcode in part for each in hidden for part in each)
    assert not any(part.startswith(TOLD) for each in hidden for part in each)
    await asyncio.to_thread(read, pc, bus, "press", "Show passcode")
    told = ""
    for _ in range(40):  # the press is carried out after it has been answered
        shown = await asyncio.to_thread(read, pc, bus, "dump")
        if told := next((e.name for e in shown if e.name.startswith(TOLD)), ""):
            break
    assert len(told.removeprefix(TOLD).split(", ")) == len(passcode)
    program.go_on()
    assert await program.ended() == 0


def everything_has_a_name(seen: list[Found]) -> None:
    """What can be used says what it is, and nothing is told as markup."""
    usable = [each for each in seen if each.role in USABLE]
    assert len(usable) > 5
    assert [each for each in usable if not each.name] == []
    assert [each for each in seen if "<" in each.name + each.description] == []
