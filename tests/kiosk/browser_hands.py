"""A visitor's hands in the kiosk's real browser: keys, as in any browser."""

from __future__ import annotations

import asyncio

from tests.kiosk.steered import Kiosk

PAGES = "(Sign in|Se connecter|Se reconnecter).*"
_LOOKS = 100
_PAUSE_S = 0.05


async def sign_in(kiosk: Kiosk, username: str) -> None:
    """Type name and password into the page that is open, or the password where the name is known.

    Where a busy computer lost a key the page says so, and the visitor tries again.
    """
    before = _sent(kiosk)
    await page_opens(kiosk)
    known = "login_hint" in _last_query(kiosk)
    for _ in range(5):
        if not known:
            await kiosk.press("ctrl+a")
            await kiosk.type(username)
            await kiosk.press("Tab")
        await kiosk.press("ctrl+a")
        await kiosk.type("demo")
        await kiosk.press("Return")
        if await _holds(lambda: _sent(kiosk) > before and not kiosk.screen.windows(PAGES)):
            return
        if known:
            await kiosk.press("Tab", "shift+Tab")
    raise AssertionError(f"nobody was signed in\n{await kiosk.described()}")


async def page_opens(kiosk: Kiosk) -> int:
    """Wait for its window, with the page and the keyboard in it; which it is."""

    async def has_keyboard() -> int:
        windows = await asyncio.to_thread(kiosk.screen.windows, PAGES)
        active = (await kiosk.hands("getactivewindow")).strip()
        return windows[0] if windows and active == str(windows[0]) else 0

    found: int = await kiosk.until(has_keyboard, "the browser’s window")
    return found


def _sent(kiosk: Kiosk) -> int:
    return sum(
        each.site == "pages" and each.method == "POST" for each in kiosk.demo.tenant.requests
    )


def _last_query(kiosk: Kiosk) -> dict[str, str]:
    pages = [each for each in kiosk.demo.tenant.requests if each.path.endswith("/authorize")]
    return dict(pages[-1].query)


async def _holds(condition: object) -> bool:
    for _ in range(_LOOKS):
        if await asyncio.to_thread(condition):  # type: ignore[arg-type]
            return True
        await asyncio.sleep(_PAUSE_S)
    return False
