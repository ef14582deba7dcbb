"""What a real Chromium still does under its machine policy, and without the keys and buttons that a
visit keeps from it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.desktop.browser_keys import BUTTONS, CHORDS
from companyportal.desktop.global_key import GlobalKey
from companyportal.desktop.kiosk_browser import KioskBrowser
from companyportal.kiosk_rules import KioskRules
from tests.kiosk.browsing import HERE, chromium, ended, until_there
from tests.kiosk.hearing_page import LINK, PAGE, heard
from tests.kiosk.locked_chromium import locked_chromium
from tests.kiosk.probing_site import Site
from tests.proofs import threat
from tests.stories.screen import Screen

POLICY = ("F1", "F11", "F12", "ctrl+s", "ctrl+o", "ctrl+p", "ctrl+shift+p", "ctrl+shift+i")
KEPT = ("ctrl+a", "ctrl+z", "Tab", "shift+Tab", "Left", "shift+End", "ctrl+BackSpace", "Escape")
"""Of what one types with."""
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
        for chord in POLICY:
            kiosk_screen.activate(window)
            kiosk_screen.press(chord)
        kiosk_screen.activate(window)
        await until_there(lambda: pressed(kiosk_screen, LAST))
        # A page that is blocked is called by its address; the one of F1 is another tab there.
        blocked = "chrome://downloads/ - Chromium"
        assert kiosk_screen.shown() - {"Openbox"} == {"sign in", blocked}
        assert kiosk_screen.place_of(window) == place
        assert page.asked.count("/") == 1
        await ended(browser)
        await until_there(lambda: not list(visit.iterdir()))


@threat("T33")
@pytest.mark.browser
async def test_nothing_that_opens_more_of_it_comes_to_the_browser_while_the_keys_are_held(
    kiosk_screen: Screen, tmp_path: Path
) -> None:
    keys = GlobalKey("ctrl+q", CHORDS, BUTTONS)
    keys.hold(True)
    async with Site() as page:
        page.page = PAGE
        browser = opened(tmp_path, page)
        window = await shown(kiosk_screen)
        await until_there(lambda: comes(kiosk_screen, page, "a"))
        kiosk_screen.ask("key", "--delay", "1", *CHORDS)
        await until_there(lambda: comes(kiosk_screen, page, "b"))
        for word in ("", "ctrl", "shift", "alt"):
            for button in (1, 2, 3) if word else (2, 3):
                click(kiosk_screen, window, button, word)
        click(kiosk_screen, window, 1, top=0)
        await until_there(lambda: "button--0" in heard(page.asked))
        assert {*heard(page.asked)} == {"key--KeyA", "key--KeyB", "button--0"}
        assert kiosk_screen.shown() == {"sign in"}
        kiosk_screen.press(*KEPT)
        await until_there(lambda: comes(kiosk_screen, page, "c"))
        assert len({*heard(page.asked)}) == 4 + len(KEPT)
        keys.hold(False)
        await until_there(lambda: comes(kiosk_screen, page, "ctrl+b"))
        keys.close()
        await ended(browser)
        await until_there(lambda: not list(tmp_path.iterdir()))


@threat("T33")
@pytest.mark.browser
async def test_the_sign_in_is_over_when_its_window_is_closed_whatever_else_is_open(
    kiosk_screen: Screen, tmp_path: Path
) -> None:
    async with Site() as page:
        page.page = PAGE
        browser = opened(tmp_path, page)
        closed: list[bool] = []
        browser.closed.connect(lambda: closed.append(True))
        window = await shown(kiosk_screen)
        browser.look()
        click(kiosk_screen, window, 1, top=LINK)
        await until_there(lambda: kiosk_screen.windows("sign in - Chromium"))
        browser.look()
        assert browser.is_open
        assert closed == []
        kiosk_screen.activate(window)
        kiosk_screen.press("alt+F4")
        await until_there(lambda: looked(browser))
        await until_there(lambda: not kiosk_screen.shown() - {"Openbox"})
        assert closed == [True]
        await ended(browser)


def opened(folder: Path, page: Site) -> KioskBrowser:
    """The real one without a policy, as in a try-out."""
    rules = KioskRules(browser=chromium(), browser_arguments=("--no-sandbox",), is_tryout=True)
    browser = KioskBrowser(rules, folder, HERE)
    assert browser.open(f"http://localhost:{page.port}/")
    return browser


async def shown(screen: Screen) -> int:
    """Its one window, with the keyboard in it."""
    found: list[int] = []

    def is_there() -> bool:
        found[:] = screen.windows("sign in")
        return bool(found)

    await until_there(is_there)
    screen.activate(found[0])
    return found[0]


def looked(browser: KioskBrowser) -> bool:
    """Once more, as a visit does each second; whether it found the window gone."""
    browser.look()
    return not browser.is_open


def click(screen: Screen, window: int, button: int, held: str = "", *, top: int = LINK) -> None:
    """On the page, while a key is held."""
    left, above, *_ = screen.place_of(window)
    words = ("mousemove", str(left + 300), str(above + top), "click", str(button))
    screen.ask(*(("keydown", held, *words, "keyup", held) if held else words))


def comes(screen: Screen, page: Site, chord: str) -> bool:
    """Once more until the page hears of it."""
    screen.press(chord)
    held, _, key = chord.rpartition("+")
    return f"key-{held}-Key{key.upper()}" in heard(page.asked)


def pressed(screen: Screen, chord: str) -> bool:
    """Press once more until its window is there."""
    screen.press(chord)
    return bool(screen.windows(".*ownload.*"))
