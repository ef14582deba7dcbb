"""How a visitor leaves without a word."""

from __future__ import annotations

from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import names

IDLE_S, WARNS_AFTER_S = 30, 10
"""The shortest that a policy may say."""


async def walk_away(kiosk: Kiosk) -> None:
    """The question covers everything, and nobody answers."""
    await kiosk.pass_s(WARNS_AFTER_S + 1)
    await kiosk.sees("I’m still here")
    await nobody_is_named(kiosk)
    await kiosk.pass_s(IDLE_S - WARNS_AFTER_S)


async def nobody_is_named(kiosk: Kiosk) -> None:
    """On the screen, that is: below the cover the page waits for the visitor's answer."""
    words = await kiosk.words()
    assert [name for name in names(kiosk.demo) if name in words] == []
