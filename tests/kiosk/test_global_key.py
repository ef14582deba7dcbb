"""The chord that ends a visit, while another program has the keyboard, on any keyboard."""

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


async def _press(*chords: str) -> None:
    await _run(need_command("xdotool", "xdotool"), "key", *chords)


async def _run(*words: str) -> None:
    await asyncio.to_thread(lambda: subprocess.run(words, check=True, timeout=30))


async def test_it_is_heard_without_the_keyboard_and_only_while_it_is_held(
    kiosk_screen: Screen,
) -> None:
    pressed: list[str] = []
    ours, others = GlobalKey("ctrl+q"), GlobalKey("ctrl+q")
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


@pytest.mark.parametrize(
    ("layout", "place"),
    [("ru", "24"), ("fr", "38"), ("us,ru", "24"), ("us,fr", "38")],
)
async def test_it_is_the_key_with_its_letter_or_at_its_place_and_no_other(
    kiosk_screen: Screen, layout: str, place: str
) -> None:
    """Keys by their numbers, as on a keyboard of the usual kind; without Latin letters a browser
    goes by places, too.
    """
    await _run(need_command("setxkbmap", "x11-xkb-utils"), layout)
    pressed: list[str] = []
    ended, opened = GlobalKey("ctrl+q", ["ctrl+Hangul_Hanja"]), GlobalKey("ctrl+F9")
    ended.pressed.connect(lambda: pressed.append("ended"))
    opened.pressed.connect(lambda: pressed.append("opened"))
    ended.hold(True)
    opened.hold(True)  # of what the other one holds it would get nothing
    await _press("ctrl+28", "ctrl+57", "ctrl+75")
    await until(lambda: pressed)
    await _press(f"ctrl+{place}")
    await until(lambda: len(pressed) > 1)
    assert pressed == ["opened", "ended"]
    ended.close()
    opened.close()


async def test_what_is_swallowed_is_not_heard_and_what_others_have_stays_theirs(
    kiosk_screen: Screen,
) -> None:
    pressed: list[str] = []
    others, ours = GlobalKey("ctrl+t"), GlobalKey("ctrl+q", ["ctrl+t", "ctrl+n", "alt+Home"])
    ours.pressed.connect(lambda: pressed.append("ours"))
    others.pressed.connect(lambda: pressed.append("others"))
    others.hold(True)
    ours.hold(True)
    await _press("ctrl+n", "alt+Home", "ctrl+t")
    await until(lambda: pressed)
    await _press("ctrl+q")
    await until(lambda: len(pressed) > 1)
    assert pressed == ["others", "ours"]
    others.close()
    ours.close()


def test_without_a_screen_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    key = GlobalKey("ctrl+q")
    for name in ("nowhere", ""):
        monkeypatch.setenv("DISPLAY", name)
        key.hold(True)
    monkeypatch.delenv("DISPLAY")
    key.hold(True)
    key.close()
