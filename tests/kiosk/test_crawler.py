"""Somebody presses every chord and clicks everything; they never get anywhere else.

The same walk each time: it is chosen by a fixed seed. The browser's own keys are tried with the
browser (``test_locked_browser.py``).
"""

from __future__ import annotations

import random

import pytest

from tests.kiosk import steps
from tests.kiosk.seen import Window
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, names, nothing_stays
from tests.proofs import promise, threat

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
KINDS = {"StationWindow", "VisitWindow", "BrowserBar"}
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
STEPS = 60
_AT_ONCE = 80
"""Chords between two looks."""
_ENDS = {"End session", "End now"}


@promise(7)
@threat("T33")
async def test_no_chord_and_no_click_leads_out(kiosk: Kiosk) -> None:
    kiosk.start()
    await kiosk.ready()
    traces, walk = Traces(kiosk), random.Random(7)
    await chords(kiosk, walk)
    assert await kiosk.is_ready(), await kiosk.described()
    await steps.device(kiosk)
    known = set(kiosk.processes())
    await chords(kiosk, walk)
    for _ in range(STEPS):
        await one_step(kiosk, walk)
        await is_inside(kiosk)
        if await kiosk.is_ready():
            await steps.devices(kiosk)
            known |= set(kiosk.processes())
    await is_inside(kiosk)
    assert await kiosk.is_there("visit")
    started = [word for pid, word in kiosk.processes().items() if pid not in known]
    assert [word for word in started if not is_ours(word)] == []
    posts = [post.path.rpartition("/")[2] for post in kiosk.demo.tenant.posts]
    assert {*posts} <= {"syncDevice", "remoteLock", "rebootNow"}, "nothing that needs a proof"
    await kiosk.press("ctrl+q")
    await nothing_stays(kiosk, traces)
    assert [*traces.in_memory()] == []


async def chords(kiosk: Kiosk, walk: random.Random) -> None:
    """All of them, in an order of nobody's."""
    shuffled = walk.sample(CHORDS, len(CHORDS))
    for start in range(0, len(shuffled), _AT_ONCE):
        await kiosk.press(*shuffled[start : start + _AT_ONCE])
        await is_inside(kiosk)


async def one_step(kiosk: Kiosk, walk: random.Random) -> None:
    """A button, a place, another button of the mouse, a drag or a long press."""
    parts = [part for window in await kiosk.look() for part in window.parts]
    buttons = [p for p in parts if p.is_button and p.place[3] > 0 and p.text not in _ENDS]
    x, y = walk.choice(buttons).middle if buttons else (640, 400)
    if walk.random() < 0.3:
        x, y = walk.randrange(1280), walk.randrange(150, 800)
    kind = walk.choice(["1", "1", "1", "1", "2", "3", "8", "drag", "key"])
    if kind == "drag":
        away = (str(walk.randrange(1280)), str(walk.randrange(150, 800)))
        await kiosk.hands("mousemove", str(x), str(y), "mousedown", "1")
        await kiosk.hands("mousemove", *away, "mouseup", "1")
    elif kind == "key":
        await kiosk.press(walk.choice(["Tab", "Return", "space", "Escape", "Down", "x"]))
    else:
        await kiosk.click_at(x, y, int(kind))


async def is_inside(kiosk: Kiosk) -> None:
    """No window but the known ones, nobody else's name on them, and nothing to paste."""
    windows = await kiosk.look()
    assert {each.kind for each in windows} <= KINDS
    # One of ours may come between the two looks; a stranger stays.
    await kiosk.until(lambda: is_among_ourselves(kiosk), "no window of anybody else")
    others = names(kiosk.demo) - names(kiosk.demo, visitors=1)
    words = "\n".join(each.words for each in windows)
    assert [name for name in others if name in words] == []
    assert [kiosk.screen.pasted(each) for each in ("clipboard", "primary")] == [b"", b""]


async def is_among_ourselves(kiosk: Kiosk) -> bool:
    """Each window on the screen is one that a program of ours tells of."""
    return not await strangers(kiosk, await kiosk.look())


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


def is_ours(words: bytes) -> bool:
    """A visit, the visit's quick browser, or a thread of the tests' own programs."""
    return b"tests.kiosk.program" in words or b"quick_browser" in words
