"""The places that a visitor comes to, in their order; each ends when it can be seen.

The browser is the quick one: whoever signs in is the kiosk's ``visitor``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from tests.kiosk.steered import Kiosk

Step = Callable[[Kiosk], Awaitable[None]]
PHONE = "Marie’s Galaxy"
OWN_PHONE = "Marie’s iPhone"
"""Hers, and so hers to remove and to erase."""
HELD_S = 100
"""Longer than any visit waits for an answer."""


async def browser(kiosk: Kiosk) -> None:
    """The sign-in page is open, and nobody types."""
    kiosk.set_visitor("")
    await kiosk.begin()
    await kiosk.sees("End session")
    await kiosk.until(kiosk.has_page, "a sign-in page")


async def devices(kiosk: Kiosk) -> None:
    """Marie has signed in."""
    kiosk.set_visitor(kiosk.demo.people[0].username)
    await kiosk.begin()
    await kiosk.sees(PHONE)


async def device(kiosk: Kiosk, name: str = PHONE) -> None:
    """Her phone."""
    await devices(kiosk)
    await kiosk.click(name)
    await kiosk.sees("Remote lock")


async def lock_question(kiosk: Kiosk) -> None:
    """Shall it be locked?"""
    await device(kiosk)
    await kiosk.click("Remote lock")
    await kiosk.sees(f"Lock {PHONE}?")


async def rename(kiosk: Kiosk) -> None:
    """Another name has been typed, and not taken yet."""
    await device(kiosk)
    await kiosk.click("Rename")
    await kiosk.until(kiosk.is_writing, "a field")
    await kiosk.type("Taken")
    await kiosk.sees("Taken")


async def menu(kiosk: Kiosk) -> None:
    """The other actions."""
    await device(kiosk, OWN_PHONE)
    await kiosk.click("More")
    await kiosk.sees("Factory reset…")


async def support(kiosk: Kiosk) -> None:
    """The address of the help desk's pages, to take along."""
    await devices(kiosk)
    await kiosk.click("See why")
    await kiosk.click("IT support")
    await kiosk.click("Show code")
    await kiosk.sees("Close")


async def before_start(kiosk: Kiosk) -> None:
    """What a reset is."""
    await device(kiosk)
    await kiosk.click("Reset passcode")
    await kiosk.sees("Before you start")


async def second_browser(kiosk: Kiosk) -> None:
    """The second sign-in, and nobody types."""
    await before_start(kiosk)
    kiosk.set_visitor("")
    await kiosk.click("Sign out")
    await kiosk.until(kiosk.has_page, "a sign-in page")


async def confirm(kiosk: Kiosk) -> None:
    """The last question before a reset."""
    await before_start(kiosk)
    await kiosk.click("Sign out")
    await kiosk.sees("You are signed in again as")


async def erase(kiosk: Kiosk) -> None:
    """The last question before a factory reset; the end of the serial number has been typed, and is
    enough.
    """
    await proven(kiosk, "Factory reset…")
    await kiosk.click("Factory reset this iPhone…")
    await kiosk.until(kiosk.is_writing, "a field")
    await kiosk.type("9QX2")
    await kiosk.shown_anywhere("Factory reset this iPhone")


async def removal(kiosk: Kiosk) -> None:
    """The last page before a removal."""
    await proven(kiosk, "Remove…")


async def proven(kiosk: Kiosk, action: str) -> None:
    """The second sign-in is done."""
    await menu(kiosk)
    await kiosk.click(action)
    await kiosk.click("Sign out")
    await kiosk.sees("You are signed in again as")


async def passcode(kiosk: Kiosk) -> None:
    """It is shown."""
    await confirm(kiosk)
    await kiosk.click("Reset passcode")
    await kiosk.pass_sees("Your temporary passcode is ready")
    await kiosk.click(await kiosk.words_with("Show for "))
    await kiosk.sees("Temporary passcode: ")


async def sending(kiosk: Kiosk) -> None:
    """The request is on its way, and takes its time."""
    await confirm(kiosk)
    kiosk.demo.held_s = HELD_S
    before = kiosk.sent
    await kiosk.click("Reset passcode")

    async def has_sent() -> bool:
        return kiosk.sent > before

    await kiosk.until(has_sent, "a request")
