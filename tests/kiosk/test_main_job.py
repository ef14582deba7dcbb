"""A visitor resets a passcode at the kiosk and goes, with real Chromium for both sign-ins."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from companyportal.desktop.bus_bubbles import BusBubbles
from tests.kiosk.asked import told_of
from tests.kiosk.browser_hands import page_opens, sign_in
from tests.kiosk.browsing import chromium
from tests.kiosk.memory import can_read, holds
from tests.kiosk.seen import Part
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import Traces, nothing_stays
from tests.kiosk.words import said
from tests.proofs import promise, threat
from tests.session_bus import NotificationService

pytestmark = [pytest.mark.desktop, pytest.mark.browser, pytest.mark.slow]
PHONE = "Marie’s Galaxy"
SHORT = 20
"""Characters; tokens, codes and cookies are longer than any passcode."""


@promise(7)
@threat("T32")
@threat("T33")
async def test_by_touch_in_french_and_nothing_stays(kiosk: Kiosk) -> None:
    marie = kiosk.demo.people[0].username
    kiosk.start(chromium())
    await kiosk.ready()
    traces = Traces(kiosk)
    await kiosk.click("Français", "station")
    await kiosk.click(said("fr", "Touch to start"), "station")
    await sign_in(kiosk, marie)
    await kiosk.click(PHONE)
    await kiosk.click(said("fr", "Reset passcode"))
    await kiosk.click(said("fr", "Sign out"))
    await page_opens(kiosk)
    # Everybody may read these words, and what watches a computer writes them down.
    words = b"".join(kiosk.processes().values())
    assert b"--app=http://localhost" in words
    assert marie.partition("@")[0].encode() not in words
    await sign_in(kiosk, marie)
    assert kiosk.demo.tenant.posts == []
    await kiosk.click(said("fr", "Reset passcode"))
    passcode = await made_passcode(kiosk)
    await kiosk.sees(said("fr", "Your temporary passcode is ready"))
    await hold_to_see(kiosk, said("fr", "Hold to show"), passcode)
    if can_read(visit := kiosk.visits[0]):  # the search below finds them where they are
        assert holds(visit, marie)
        assert holds(visit, passcode)
    theirs = await belongings(kiosk)
    assert len(theirs) == 2, "the browser is gone already"
    await kiosk.click(said("fr", "End session"))
    await kiosk.sees(said("fr", "Done. You are signed out."), "station")
    await kiosk.until(lambda: are_gone(theirs), "an end that waits for no time to pass")
    await nothing_stays(kiosk, traces)
    [post] = kiosk.demo.tenant.posts
    assert post.path.endswith("/resetPasscode")
    assert [*traces.in_memory()] == []


@promise(7)
@promise(8)
@threat("T34")
async def test_by_keyboard_alone_and_the_desktop_hears_of_nothing(
    kiosk: Kiosk,
    session_bus: str,
    notification_service: Callable[..., Awaitable[NotificationService]],
) -> None:
    desktop = await notification_service("--tray")
    kiosk.bus = session_bus
    marie = kiosk.demo.people[0].username
    kiosk.start(chromium())
    await kiosk.ready()
    traces = Traces(kiosk)
    await kiosk.press("Return")
    await sign_in(kiosk, marie)
    await kiosk.sees(PHONE)
    await go(kiosk, PHONE)
    await go(kiosk, "Reset passcode")
    await go(kiosk, "Sign out")
    await sign_in(kiosk, marie)
    await go(kiosk, "Reset passcode")
    passcode = await made_passcode(kiosk)
    await kiosk.tab_to("Hold to show")
    await kiosk.hands("keydown", "space")
    await kiosk.until(lambda: reads(kiosk, passcode), "the passcode")
    await kiosk.hands("keyup", "space")
    await kiosk.press("ctrl+q")
    await kiosk.sees("Done. You are signed out.", "station")
    await nothing_stays(kiosk, traces)
    assert len(kiosk.demo.tenant.posts) == 1
    assert await heard_by(desktop) == ["ready", "Notify of a test"]
    assert [*traces.in_memory()] == []


async def belongings(kiosk: Kiosk) -> set[Path]:
    """Folder and processes of the visit that is on the screen, as the system shows them."""
    [visit] = [int(name.partition("-")[2]) for name in await kiosk.shown_by("visit")]
    [folder] = [each for each in kiosk.visit_root.iterdir() if bytes(each) in told_of(visit)]
    named = {pid for pid, words in kiosk.processes().items() if bytes(folder) in words}
    return {folder, *(Path("/proc", str(pid)) for pid in named | {visit})}


async def are_gone(belongings: set[Path]) -> bool:
    """Nothing of them is left, no process either that nobody has asked after."""
    return not any(each.exists() for each in belongings)


async def heard_by(desktop: NotificationService) -> list[str]:
    """All that somebody asked of tray and bubbles; the last of it in this very moment."""
    bubbles = BusBubbles()
    await bubbles.start()
    assert await bubbles.show("n", "of a test", "")
    await desktop.next("Notify")
    await bubbles.close()
    return [f"{each['event']} {each.get('title', '')}".strip() for each in desktop.calls]


async def go(kiosk: Kiosk, words: str) -> None:
    """Come to it by Tab, and press it by Enter."""
    await kiosk.shown_anywhere(words)
    await kiosk.tab_to(words)
    await kiosk.press("Return")


async def made_passcode(kiosk: Kiosk) -> str:
    """The one that the organisation has made for the phone, as soon as it can be seen here."""

    async def is_here() -> bool:
        return any(each.kind == "SecretCells" for each in await parts(kiosk))

    await kiosk.pass_until(is_here, "a passcode")
    [passcode] = [each for each in kiosk.demo.tenant.secrets if len(each) < SHORT]
    return passcode


async def hold_to_see(kiosk: Kiosk, words: str, passcode: str) -> None:
    """It can be read as long as the button is held, and not a moment longer."""

    async def reads_nothing() -> bool:
        return not await reads(kiosk, passcode)

    x, y = (await kiosk.shown(words)).middle
    assert await reads_nothing()
    await kiosk.hands("mousemove", str(x), str(y), "mousedown", "1")
    await kiosk.until(lambda: reads(kiosk, passcode), "the passcode")
    await kiosk.hands("mouseup", "1")
    await kiosk.until(reads_nothing, "a hidden passcode")


async def reads(kiosk: Kiosk, passcode: str) -> bool:
    """It can be read now, character by character."""
    told = [each.name for each in await parts(kiosk) if each.kind == "SecretCells"]
    return len(told) == 1 and told[0].count(", ") == len(passcode) - 1


async def parts(kiosk: Kiosk) -> list[Part]:
    """All that can be seen of the visit."""
    return [part for window in await kiosk.look() for part in window.parts]
