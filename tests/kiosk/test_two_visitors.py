"""Two visitors after each other: the second finds a kiosk on which nobody has been."""

from __future__ import annotations

import pytest

from tests.kiosk.browser_hands import page_opens, sign_in
from tests.kiosk.browsing import chromium
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.kiosk.watched_demo import WatchedDemo
from tests.proofs import promise, threat

pytestmark = [pytest.mark.desktop, pytest.mark.browser, pytest.mark.slow]


@promise(7)
@threat("T02")
@threat("T32")
async def test_no_cookie_no_name_and_no_choice_of_the_first(
    kiosk: Kiosk, kiosk_demo: WatchedDemo
) -> None:
    first, second = kiosk_demo.people[:2]
    kiosk.start(chromium())
    await kiosk.ready()
    traces = Traces(kiosk)
    await kiosk.click("Contrast", "station")
    await kiosk.click("Text size", "station")
    await kiosk.begin()
    await sign_in(kiosk, first.username)
    await kiosk.sees(first.display_name)
    await kiosk.click("Français")
    await kiosk.sees("Terminer la session")
    await kiosk.press("ctrl+q")
    await nothing_stays(kiosk, traces)

    before = len(kiosk_demo.asked)
    assert any("here_before" in cookies for _, cookies in kiosk_demo.asked)
    await kiosk.begin()
    await page_opens(kiosk)
    path, cookies = kiosk_demo.asked[before]
    assert (path.endswith("/authorize"), cookies) == (True, "")
    assert first.username not in str(kiosk_demo.tenant.requests[-1].query)
    await kiosk.sees("End session")
    await is_unknown(kiosk, first.username, first.display_name, "Marie’s Galaxy")
    await sign_in(kiosk, second.username)
    await kiosk.sees(second.display_name)
    await is_unknown(kiosk, first.username, first.display_name, "Marie’s Galaxy")
    await kiosk.press("ctrl+q")
    await nothing_stays(kiosk, traces)
    assert kiosk_demo.tenant.posts == []
    assert [*traces.in_memory()] == []


async def is_unknown(kiosk: Kiosk, *names: str) -> None:
    """Neither to any text of any process, seen or not, nor to the titles of any window."""
    texts = {owner: "\n".join(each) for owner, each in (await kiosk.texts()).items()}
    texts["titles"] = kiosk.screen.titles()
    assert [owner for owner, text in texts.items() for name in names if name in text] == []
