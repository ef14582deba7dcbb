"""What the browser's machine policy closes, in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.desktop.kiosk_browser import KioskBrowser
from companyportal.kiosk_rules import KioskRules
from tests.kiosk.browsing import HERE, until_there
from tests.kiosk.locked_chromium import locked_chromium
from tests.kiosk.probing_site import Site
from tests.proofs import threat
from tests.stories.screen import Screen

CHORDS = ("F1", "F11", "F12", "ctrl+s", "ctrl+o", "ctrl+p", "ctrl+shift+p", "ctrl+shift+i")
LAST = "ctrl+j"
"""Opens a window in any case, under a policy one with a blocked page."""


@threat("T33")
@pytest.mark.browser
async def test_no_chord_leads_to_a_file_a_printer_a_tool_or_the_whole_screen(
    kiosk_screen: Screen, tmp_path: Path
) -> None:
    visit = tmp_path / "visit"
    visit.mkdir()
    program = locked_chromium(tmp_path)
    rules = KioskRules(browser=program, browser_arguments=("--no-sandbox",), is_tryout=True)
    browser = KioskBrowser(rules, visit, HERE)
    async with Site() as page:
        page.page = "<!doctype html><title>sign in</title><input autofocus>"
        assert browser.open(f"http://localhost:{page.port}/")
        await until_there(lambda: kiosk_screen.windows("sign in"))
        (window,) = kiosk_screen.windows("sign in")
        place = kiosk_screen.place_of(window)
        for chord in CHORDS:
            kiosk_screen.activate(window)
            kiosk_screen.press(chord)
        kiosk_screen.activate(window)
        await until_there(lambda: pressed(kiosk_screen, LAST))
        # A page that is blocked is called by its address; the one of F1 is another tab there.
        blocked = "chrome://downloads/ - Chromium"
        assert kiosk_screen.shown() - {"Openbox"} == {"sign in", blocked}
        assert kiosk_screen.place_of(window) == place
        assert page.asked.count("/") == 1
        browser.close()
        await until_there(lambda: not list(visit.iterdir()))


def pressed(screen: Screen, chord: str) -> bool:
    """Press once more until its window is there."""
    screen.press(chord)
    return bool(screen.windows(".*ownload.*"))
