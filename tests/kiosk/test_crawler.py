"""Somebody presses every chord and clicks about for a while; they never get anywhere else.

The same walk each time: a fixed seed chooses among all that can be clicked. The real browser has a
crawler of its own (``test_browser_crawler.py``).
"""

from __future__ import annotations

import random

import pytest

from tests.kiosk import steps
from tests.kiosk.crawling import CHORDS, chords, is_inside
from tests.kiosk.leaving import IDLE_S, WARNS_AFTER_S
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.proofs import promise, threat

pytestmark = [pytest.mark.desktop, pytest.mark.slow]
STEPS = 60
_SOME = 120
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


@promise(7)
@threat("T33")
async def test_no_chord_and_no_other_button_leads_out_of_what_covers_a_page(kiosk: Kiosk) -> None:
    kiosk.start(kiosk_idle_s=IDLE_S)
    await kiosk.ready()
    traces, walk = Traces(kiosk), random.Random(5)
    stays = [each for each in CHORDS if not each.endswith("Escape")]
    for place, words in (
        (steps.lock_question, f"Lock {steps.PHONE}?"),
        (steps.support, "Close"),
        (idle, "I’m still here"),
    ):
        await place(kiosk)
        await chords(kiosk, walk, walk.sample(stays, _SOME))
        for button in (2, 3, 8):
            await kiosk.click_at(640, 400, button)
        await is_inside(kiosk)
        await kiosk.sees(words)
        await kiosk.press("ctrl+q")
        await nothing_stays(kiosk, traces)
    assert kiosk.demo.tenant.posts == []
    assert [*traces.in_memory()] == []


async def idle(kiosk: Kiosk) -> None:
    """Nobody has done anything for a while."""
    await steps.device(kiosk)
    await kiosk.pass_s(WARNS_AFTER_S + 1)
    await kiosk.sees("I’m still here")


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


def is_ours(words: bytes) -> bool:
    """A visit, the visit's quick browser, or a thread of the tests' own programs."""
    return b"tests.kiosk.program" in words or b"quick_browser" in words
