"""A visitor reads each page of the kiosk as they chose, and the next one as everybody does."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest

from companyportal.demo.tenant import SeenRequest
from companyportal.desktop.browser_keys import LEAD_ON
from tests.kiosk import steps
from tests.kiosk.browser_hands import page_opens, sign_in
from tests.kiosk.browsing import chromium
from tests.kiosk.leaving import IDLE_S, WARNS_AFTER_S
from tests.kiosk.seen import Part
from tests.kiosk.steered import Kiosk
from tests.proofs import promise

pytestmark = [pytest.mark.desktop, pytest.mark.browser, pytest.mark.slow]
PHONE = "01 99 00 42 42".replace(" ", "\u00a0")


@promise(8)
async def test_from_the_sign_in_to_the_page_after_the_end(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What the computer speaks is not what its visitors are to read.
    for name in ("LANGUAGE", "LC_ALL", "LC_TIME", "LC_NUMERIC"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    told = {"language": "en", "support_phone": "01 99 00 42 42"}
    kiosk.start(chromium(), kiosk_idle_s=IDLE_S, **told)
    await kiosk.ready()

    await sign_in_in_two_languages(kiosk)
    await kiosk.click(steps.PHONE)
    await kiosk.sees("Remote lock")
    await kiosk.click("Show all details")
    await kiosk.sees("7 October 2025")
    await kiosk.sees(PHONE)
    await ask_in_french(kiosk)
    # As long as somebody reads how it ended, that stays.
    await kiosk.sees("La session est terminée", "station")
    await kiosk.sees(PHONE, "station")
    for language, said in (("English", "The session has ended"), ("Français", "La session")):
        await kiosk.pass_s(2)
        await kiosk.click(language, "station")
        await kiosk.sees(said, "station")
    await kiosk.pass_s(4)
    await kiosk.ready()


async def sign_in_in_two_languages(kiosk: Kiosk) -> None:
    """By keyboard to the one, by mouse to the other."""
    await kiosk.begin()
    await page_opens(kiosk)
    await kiosk.sees("5 minutes left")
    for strip in ("BrowserBar", "BrowserFoot", "", "BrowserBar", "BrowserFoot"):
        await kiosk.press(LEAD_ON)
        if strip:
            await kiosk.until(partial(has_keyboard, kiosk, strip), strip)
        else:
            await page_opens(kiosk)
    await kiosk.press("space")
    await kiosk.sees("Encore 5 minutes")
    await kiosk.until(lambda: shows(kiosk, "Se connecter"), "the page in French")
    first, *_, again = (page.query for page in pages(kiosk))
    assert first == again
    await press(kiosk, "English")
    await kiosk.until(lambda: shows(kiosk, "Sign in"), "the page in English")
    await sign_in(kiosk, kiosk.demo.people[0].username)


async def ask_in_french(kiosk: Kiosk) -> None:
    """Who reads the question otherwise has not answered it."""
    await kiosk.pass_s(WARNS_AFTER_S + 1)
    await kiosk.sees("19 seconds left")
    await kiosk.click("Contrast")
    await kiosk.click("Français")
    await kiosk.sees("Êtes-vous encore là")
    await kiosk.sees(PHONE)
    await kiosk.pass_s(IDLE_S - WARNS_AFTER_S - 1)


def pages(kiosk: Kiosk) -> list[SeenRequest]:
    """What was asked of the sign-in page."""
    return [each for each in kiosk.demo.tenant.requests if each.path.endswith("/authorize")]


async def shows(kiosk: Kiosk, title: str) -> bool:
    """A browser with that page."""
    return bool(await asyncio.to_thread(kiosk.screen.windows, f"{title}.*"))


async def has_keyboard(kiosk: Kiosk, kind: str) -> bool:
    """That window of ours."""
    return any(each.kind == kind and each.is_active for each in await kiosk.look())


async def press(kiosk: Kiosk, words: str) -> None:
    """The button below the browser."""

    async def found() -> Part | None:
        feet = [each for each in await kiosk.look() if each.kind == "BrowserFoot"]
        return next((p for f in feet for p in f.parts if p.is_button and p.is_called(words)), None)

    part: Part = await kiosk.until(found, words)
    await kiosk.click_at(*part.middle)
