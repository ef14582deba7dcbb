"""The chord that ends a visit, while another program has the keyboard."""

from __future__ import annotations

import asyncio
import subprocess

import pytest

from companyportal.desktop.global_key import GlobalKey
from tests.needs import need_command
from tests.program import until
from tests.proofs import promise
from tests.stories.screen import Screen

pytestmark = [pytest.mark.desktop, promise(7)]


async def _press(chord: str) -> None:
    xdotool = need_command("xdotool", "xdotool")
    run = subprocess.run
    await asyncio.to_thread(lambda: run([xdotool, "key", chord], check=True, timeout=30))


async def test_it_is_heard_without_the_keyboard_and_only_while_it_is_held(
    kiosk_screen: Screen,
) -> None:
    pressed: list[str] = []
    ours, others = GlobalKey("q"), GlobalKey("q")
    ours.pressed.connect(lambda: pressed.append("ours"))
    others.pressed.connect(lambda: pressed.append("others"))
    ours.hold(False)
    await _press("ctrl+q")
    ours.hold(True)
    others.hold(True)  # refused, and that is no harm
    await _press("q")
    assert pressed == []
    await _press("ctrl+q")
    await until(lambda: pressed)
    ours.hold(False)
    others.hold(False)
    await _press("ctrl+q")
    others.hold(True)
    await _press("ctrl+q")
    await until(lambda: len(pressed) > 1)
    assert pressed == ["ours", "others"]
    others.hold(False)
    for key in (ours, others):
        key.close()


def test_without_a_screen_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    key = GlobalKey("q")
    for name in ("nowhere", ""):
        monkeypatch.setenv("DISPLAY", name)
        key.hold(True)
    monkeypatch.delenv("DISPLAY")
    key.hold(True)
    key.close()
