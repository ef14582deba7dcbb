"""A visitor touches the screen and goes, before there is any sign-in page to go from."""

from __future__ import annotations

import pytest

from tests.kiosk.leaving import IDLE_S, walk_away
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.kiosk.watched_demo import WatchedDemo
from tests.proofs import promise, threat

pytestmark = [pytest.mark.desktop, pytest.mark.slow]


@promise(7)
@threat("T32")
async def test_no_browser_ever_opens_and_nothing_stays(
    kiosk: Kiosk, kiosk_demo: WatchedDemo
) -> None:
    kiosk.start(kiosk_idle_s=IDLE_S)
    await kiosk.ready()
    traces = Traces(kiosk)
    # Without a word, while the sign-in looks for its page.
    await touch(kiosk, kiosk_demo)
    await kiosk.until(lambda: looks_for_page(kiosk_demo), "a sign-in that has begun")
    await kiosk.sees("15 minutes left")
    await walk_away(kiosk)
    await kiosk.sees("The session has ended", "station")
    await nothing_stays(kiosk, traces)
    # In words, as soon as there is a button for it.
    await touch(kiosk, kiosk_demo)
    await kiosk.click("End session")
    await kiosk.sees("Done. You are signed out.", "station")
    await nothing_stays(kiosk, traces)
    # By the chord, from the touch on: whichever of the first ones is heard ends it.
    await touch(kiosk, kiosk_demo)
    await kiosk.until(lambda: goes(kiosk), "the end of a visit that has hardly begun")
    await nothing_stays(kiosk, traces)
    assert kiosk_demo.asked == []
    # And whoever comes next can sign in.
    kiosk_demo.let_start()
    await kiosk.begin()
    await kiosk.until(kiosk.has_page, "a sign-in page")
    assert [*traces.in_memory()] == []


async def touch(kiosk: Kiosk, demo: WatchedDemo) -> None:
    """The sign-in of this visitor does not find its page."""
    await kiosk.pass_s(0.1)  # until the visit that waits has asked for itself
    demo.let_start()
    demo.hold_start()
    await kiosk.begin()


async def looks_for_page(demo: WatchedDemo) -> bool:
    """The sign-in has begun, and no browser can be open."""
    return demo.held_back == 1


async def goes(kiosk: Kiosk) -> bool:
    """One more Ctrl+Q; the station itself hears none."""
    await kiosk.press("ctrl+q")
    return "Done. You are signed out." in await kiosk.words("station")
