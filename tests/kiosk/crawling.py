"""What the crawlers of the kiosk share: all chords, and what may be there afterwards."""

from __future__ import annotations

import asyncio
import random
import re
from collections.abc import Sequence

from tests.kiosk.seen import Window
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import names
from tests.stories.screen import SELECTIONS

KINDS = {"StationWindow", "VisitWindow", "BrowserBar", "BrowserFoot", "IdleWarning"}
"""All windows that a kiosk ever has of its own."""
_HELD = ("", "ctrl+", "alt+", "shift+", "super+", "ctrl+shift+", "ctrl+alt+")
_CHORD = [held for held in _HELD if held.rstrip("+") not in ("", "shift")]
_NAMED = ("Tab", "Escape", "Print", "Menu", "Help", "Insert", "Delete", "Home", "End")
_MOVING = ("Prior", "Next", "Left", "Right", "Up", "Down")
CHORDS = [
    *(
        held + key
        for held in _HELD
        for key in [*(f"F{n}" for n in range(1, 13)), *_NAMED, *_MOVING]
    ),
    *(held + key for held in _CHORD for key in "abcdefghijklmnoprstuvwxyz0123456789"),
]
"""All but Ctrl+Q, which ends a visit, and what only types, which begins one."""
_AT_ONCE = 80
"""Chords between two looks."""


async def chords(
    kiosk: Kiosk, walk: random.Random, pressed: Sequence[str] = CHORDS, *, page: str = ""
) -> None:
    """All of them, in an order of nobody's."""
    shuffled = walk.sample(pressed, len(pressed))
    for start in range(0, len(shuffled), _AT_ONCE):
        await kiosk.hands("key", "--delay", "2", *shuffled[start : start + _AT_ONCE])
        await is_inside(kiosk, page=page)


async def is_inside(kiosk: Kiosk, *, page: str = "") -> None:
    """No window but the known ones, nobody else's name on them, and nothing to paste. ``page``: how
    the browser's only window is called.
    """
    windows = await kiosk.look()
    assert {each.kind for each in windows} <= KINDS

    async def is_known() -> bool:
        titles = await strangers(kiosk, await kiosk.look())
        return len(titles) <= 1 and all(page and re.fullmatch(page, each) for each in titles)

    # One of ours may come between the two looks; a stranger stays.
    await kiosk.until(is_known, "no window of anybody else")
    others = names(kiosk.demo) - names(kiosk.demo, visitors=1)
    words = "\n".join(each.words for each in windows)
    assert [name for name in others if name in words] == []
    # What is taken in the browser is gone in a moment.
    await kiosk.until(lambda: has_nothing_to_paste(kiosk), "an empty clipboard")


async def has_nothing_to_paste(kiosk: Kiosk) -> bool:
    """In neither of both places."""
    pasted = kiosk.screen.pasted
    return not any([await asyncio.to_thread(pasted, each) for each in SELECTIONS])


async def strangers(kiosk: Kiosk, windows: list[Window]) -> list[str]:
    """The windows of the screen that a person could see and that are not ours."""
    ours = {each.number for each in windows}
    found = (await kiosk.hands("search", "--onlyvisible", "--name", ".")).split()
    return [
        title
        for number in found
        if int(number) not in ours
        and (title := (await kiosk.hands("getwindowname", number)).strip())
        and await is_mapped(kiosk, number)
    ]


async def is_mapped(kiosk: Kiosk, number: str) -> bool:
    """Of a size that somebody sees."""
    return min(kiosk.screen.place_of(int(number))[2:]) > 1
