"""Somebody presses every chord, and any button here and there, over the real, locked browser; they
never get anywhere else, and nobody follows them.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from companyportal.desktop.browser_keys import LEAD_ON
from tests.kiosk.browser_hands import PAGES, end_session
from tests.kiosk.crawling import CHORDS, chords, is_inside
from tests.kiosk.leaving import IDLE_S, WARNS_AFTER_S
from tests.kiosk.locked_chromium import locked_chromium
from tests.kiosk.probing_site import Site
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.proofs import promise, threat

pytestmark = [pytest.mark.desktop, pytest.mark.browser, pytest.mark.slow]
CLOSES = {"ctrl+w", "ctrl+F4", "alt+F4"}
"""The window, and so the sign-in: the visit goes on without."""
STRIPS = {"BrowserBar", "BrowserFoot"}
STAYS = [each for each in CHORDS if each not in CLOSES]
_CLICKS = 10
_SOME = 120


@promise(7)
@threat("T33")
async def test_no_chord_and_no_click_leads_out_of_the_sign_in(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.start(locked_chromium(tmp_path))
    await kiosk.ready()
    traces, walk = Traces(kiosk), random.Random(3)
    await kiosk.begin()
    async with Site() as elsewhere:
        await at_page(kiosk)
        await chords(kiosk, walk, STAYS, page=PAGES)
        for _ in range(_CLICKS):
            await at_page(kiosk)
            await one_click(kiosk, walk)
            await kiosk.type(f"http://{walk.choice(['127.0.0.1', 'localhost'])}:{elsewhere.port}/")
            await kiosk.press("Return")
            await is_inside(kiosk, page=PAGES)
        for chord in CLOSES:
            await at_page(kiosk)
            await kiosk.press(chord)
            await kiosk.until(lambda: is_closed(kiosk), "a visit without a browser")
        await at_page(kiosk)
        await end_session(kiosk)
        await kiosk.sees("Done. You are signed out.", "station")
        await nothing_stays(kiosk, traces)
        assert elsewhere.asked == []
    assert kiosk.demo.tenant.posts == []
    assert [*traces.in_memory()] == []


@promise(7)
@threat("T33")
async def test_nor_while_a_question_covers_it(kiosk: Kiosk, tmp_path: Path) -> None:
    kiosk.start(locked_chromium(tmp_path), kiosk_idle_s=IDLE_S)
    await kiosk.ready()
    traces, walk = Traces(kiosk), random.Random(4)
    await kiosk.begin()
    await at_page(kiosk)
    await kiosk.pass_s(WARNS_AFTER_S + 1)
    await kiosk.sees("I’m still here")
    await chords(kiosk, walk, walk.sample(STAYS, _SOME), page=PAGES)
    for button in (2, 3, 8):
        await kiosk.click_at(walk.randrange(1280), walk.randrange(150, 800), button)
    await is_inside(kiosk, page=PAGES)
    await kiosk.click("I’m still here")
    await at_page(kiosk)
    await end_session(kiosk)
    await kiosk.sees("Done. You are signed out.", "station")
    await nothing_stays(kiosk, traces)
    assert [*traces.in_memory()] == []


async def at_page(kiosk: Kiosk) -> None:
    """The sign-in page has the keyboard; where it was left it is opened again."""

    async def is_there() -> bool:
        if begins := await kiosk.find("Sign in"):
            await kiosk.click_at(*begins.middle)
        windows = kiosk.screen.windows(PAGES)
        active = (await kiosk.hands("getactivewindow")).strip()
        if any(each.is_active for each in await kiosk.look() if each.kind in STRIPS):
            await kiosk.press(LEAD_ON)
        return [active] == [str(each) for each in windows]

    await kiosk.until(is_there, "the sign-in page")


async def is_closed(kiosk: Kiosk) -> bool:
    """The visit is where a sign-in begins."""
    return await kiosk.find("Sign in") is not None


async def one_click(kiosk: Kiosk, walk: random.Random) -> None:
    """Anywhere on the page, with any button and any key held."""
    [window] = kiosk.screen.windows(PAGES)
    left, top, width, height = kiosk.screen.place_of(window)
    left, top = left + walk.randrange(width), top + walk.randrange(height)
    held = walk.choice(["", "ctrl", "shift", "alt"])
    words = ("mousemove", str(left), str(top), "click", str(walk.choice([1, 1, 2, 3, 8])))
    await kiosk.hands(*(("keydown", held, *words, "keyup", held) if held else words))
