"""The window stands where it stood, or where there is room for it."""

from __future__ import annotations

import json

import pytest

from companyportal.demo.server import DemoServer
from tests.stories.computer import Computer, Program, computer

pytestmark = pytest.mark.desktop
TITLE = "Company Portal"


def start(pc: Computer, demo: DemoServer) -> Program:
    """Start it with this demo."""
    file = pc.folder / "connection.json"
    file.write_text(json.dumps(demo.describe()), encoding="utf-8")
    return pc.start("--connect", file)


async def window_of(pc: Computer, program: Program) -> int:
    """The window, as soon as it can be seen."""
    await program.until(lambda: pc.screen.windows(TITLE))
    [window] = pc.screen.windows(TITLE)
    return window


async def test_it_stands_where_it_stood(demo: DemoServer) -> None:
    with computer() as pc:
        program = start(pc, demo)
        window = await window_of(pc, program)
        pc.screen.place(window, 60, 80, 900, 650)
        await program.until(lambda: pc.screen.place_of(window) == (60, 80, 900, 650))
        assert await program.end() == 0
        again = start(pc, demo)
        window = await window_of(pc, again)
        assert pc.screen.place_of(window) == (60, 80, 900, 650)
        assert await again.end() == 0


async def test_on_a_smaller_screen_all_of_it_can_be_seen(demo: DemoServer) -> None:
    with computer() as pc, computer(size="800x700") as other:
        program = start(pc, demo)
        window = await window_of(pc, program)
        pc.screen.place(window, 200, 150, 1060, 740)
        await program.until(lambda: pc.screen.place_of(window) == (200, 150, 1060, 740))
        assert await program.end() == 0
        (other.data / "demo").mkdir(parents=True)
        (pc.data / "demo" / "window.ini").rename(other.data / "demo" / "window.ini")
        moved = start(other, demo)
        left, top, width, height = other.screen.place_of(await window_of(other, moved))
        assert left >= 0
        assert top >= 0
        assert left + width <= 800
        assert top + height <= 700
        assert await moved.end() == 0
