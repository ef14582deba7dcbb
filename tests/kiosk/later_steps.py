"""More places that a visitor comes to: what became of what they asked, and ways back."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from functools import partial

from companyportal.demo.device_record import Answer
from tests.kiosk import steps
from tests.kiosk.steered import Kiosk

PC = "PC-0042"
_PATIENCE_S = 3


async def gave_up(kiosk: Kiosk) -> None:
    """The sign-in was left, and another may begin."""
    await steps.browser(kiosk)
    await kiosk.until(partial(_is_cancelled, kiosk), "the way back")


async def _is_cancelled(kiosk: Kiosk) -> bool:
    """By the page's own button: the quick browser has no window, so the page lies above the bar
    that would stand over one. Pressed once more where the page was only being laid out.
    """
    windows = [each for each in await kiosk.look() if each.kind == "VisitWindow"]
    parts = [part for each in windows for part in each.parts if part.is_called("Cancel")]
    if parts and parts[0].is_enabled:
        await kiosk.click_at(*parts[0].middle)
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE_S):
            await kiosk.sees("Sign in to see your devices.")
            return True
    return False


async def restart_question(kiosk: Kiosk) -> None:
    """Shall the computer be restarted?"""
    await steps.devices(kiosk)
    await kiosk.click(PC)
    await kiosk.click("Restart")
    await kiosk.sees(f"Restart {PC}?")


async def recovery_key(kiosk: Kiosk) -> None:
    """One of its keys is shown."""
    await _proven(kiosk, PC, "Show recovery key")
    await kiosk.click("Show recovery key")
    await kiosk.pass_sees("The recovery key is here")
    await kiosk.click(await kiosk.words_with("Show for "))
    await kiosk.sees("Recovery key: ")


async def located(kiosk: Kiosk) -> None:
    """It has told where it is, and the place is shown."""
    await _proven(kiosk, PC, "Locate…")
    await kiosk.click("Locate")
    await kiosk.pass_sees("The device was found")
    await kiosk.click(await kiosk.words_with("Show for "))
    await kiosk.sees("Within ")


async def removed(kiosk: Kiosk) -> None:
    """The passcode of an iPhone is gone, and there is no other."""
    await _proven(kiosk, steps.OWN_PHONE, "Reset passcode")
    await kiosk.click("Reset passcode")
    await kiosk.pass_sees("The passcode was removed")


async def failed(kiosk: Kiosk) -> None:
    """The phone could not do it."""
    answer(kiosk, Answer.FAILED)
    await steps.confirm(kiosk)
    await kiosk.click("Reset passcode")
    await kiosk.pass_sees("The device could not do it")


async def refused(kiosk: Kiosk) -> None:
    """The service does not do it for this visitor."""
    await steps.confirm(kiosk)
    kiosk.demo.tenant.faults.add("forbidden")
    await kiosk.click("Reset passcode")
    await kiosk.pass_sees("Your organisation does not allow you to do this.")
    kiosk.demo.tenant.faults.discard("forbidden")


async def unknown(kiosk: Kiosk) -> None:
    """The connection broke after the request had left."""
    await steps.confirm(kiosk)
    kiosk.demo.tenant.faults.add("post-reset-after-accept:1")
    await kiosk.click("Reset passcode")
    await kiosk.pass_sees("We do not know yet whether it worked")


async def waiting(kiosk: Kiosk) -> None:
    """The phone is off."""
    answer(kiosk, Answer.NEVER)
    await steps.confirm(kiosk)
    await kiosk.click("Reset passcode")
    await kiosk.pass_sees(f"Waiting for {steps.PHONE}")


def answer(kiosk: Kiosk, what: Answer) -> None:
    """How her phone answers a reset."""
    demo = kiosk.demo
    [phone] = [
        each
        for each in demo.tenant.devices_of(demo.people[0])
        if each.record.properties["deviceName"] == steps.PHONE
    ]
    phone.record = replace(phone.record, answers={"resetPasscode": what})


async def _proven(kiosk: Kiosk, device: str, action: str) -> None:
    """The second sign-in is done."""
    await steps.devices(kiosk)
    await kiosk.click(device)
    await kiosk.sees("More")
    if action.endswith("…"):
        await kiosk.click("More")
    await kiosk.click(action)
    await kiosk.click("Sign out")
    await kiosk.sees("You are signed in again as")
