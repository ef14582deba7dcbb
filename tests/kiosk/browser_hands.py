"""A visitor's hands in the kiosk's real browser: keys, as in any browser."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tests.kiosk.seen import Part
from tests.kiosk.steered import Kiosk

PAGES = "(Sign in|Se connecter|Se reconnecter).*"
_TRIES = 5
_LOOKS = 100
_PAUSE_S = 0.05


async def sign_in(kiosk: Kiosk, username: str) -> None:
    """Type name and password into the page that is open, or the password where the name is known.

    A busy computer may lose the first keys of a page that has just come; then once more.
    """
    await page_opens(kiosk)
    known = "login_hint" in _last_query(kiosk)
    for _ in range(_TRIES):
        before = _count(kiosk, "POST")
        await fill_in(kiosk, "" if known else username)
        if await _holds(lambda: not kiosk.screen.windows(PAGES)):
            return
        if _count(kiosk, "POST") > before:  # the page says that something is wrong
            await kiosk.press(*([] if known else ["shift+Tab"]))
        else:
            await _open_again(kiosk)
    raise AssertionError(f"nobody was signed in\n{await kiosk.described()}")


async def fill_in(kiosk: Kiosk, username: str) -> None:
    """From the field that has the keyboard on; without a name it is the password's."""
    if username:
        await kiosk.press("ctrl+a")
        await kiosk.type(username)
        await kiosk.press("Tab")
    await kiosk.press("ctrl+a")
    await kiosk.type("demo")
    await kiosk.press("Return")


async def end_session(kiosk: Kiosk) -> None:
    """By the bar above the browser; the visit's window below has such a button, too."""

    async def found() -> Part | None:
        parts = [
            part for each in await kiosk.look() if each.kind == "BrowserBar" for part in each.parts
        ]
        return next((each for each in parts if each.is_called("End session")), None)

    button: Part = await kiosk.until(found, "the bar")
    await kiosk.click_at(*button.middle)


async def _open_again(kiosk: Kiosk) -> None:
    before = _count(kiosk, "GET")

    async def is_there() -> bool:
        return _count(kiosk, "GET") > before

    await kiosk.press("F5")
    await kiosk.until(is_there, "the page")
    await page_opens(kiosk)


async def page_opens(kiosk: Kiosk) -> int:
    """Wait for its window, with the page and the keyboard in it; which it is."""

    async def has_keyboard() -> int:
        windows = await asyncio.to_thread(kiosk.screen.windows, PAGES)
        active = (await kiosk.hands("getactivewindow")).strip()
        return windows[0] if windows and active == str(windows[0]) else 0

    found: int = await kiosk.until(has_keyboard, "the browser’s window")
    return found


def _count(kiosk: Kiosk, method: str) -> int:
    asked = [each for each in kiosk.demo.tenant.requests if each.path.endswith("/authorize")]
    return sum(each.method == method for each in asked)


def _last_query(kiosk: Kiosk) -> dict[str, str]:
    pages = [each for each in kiosk.demo.tenant.requests if each.path.endswith("/authorize")]
    return dict(pages[-1].query)


async def _holds(condition: Callable[[], bool]) -> bool:
    for _ in range(_LOOKS):
        if await asyncio.to_thread(condition):
            return True
        await asyncio.sleep(_PAUSE_S)
    return False
