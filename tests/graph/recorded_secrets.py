"""What Graph answers where a PIN, a place or a recovery key is in it, recorded from the demo."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import Any, NamedTuple

from companyportal.demo.server import DemoServer
from companyportal.graph.devices import SELECTED
from tests.demo.finding import MANAGED, named
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock

BITLOCKER = "/informationProtection/bitlocker/recoveryKeys"


class Secrets(NamedTuple):
    """Decoded JSON; nobody may change it."""

    locked: dict[str, Any]
    """A Mac that was locked, with its PIN."""
    located: dict[str, Any]
    """A phone that was located, with the place."""
    listed: dict[str, Any]
    """The recovery keys of a computer, without the keys."""
    key: dict[str, Any]
    """One of them, with the key."""


@cache
def secret_replies() -> Secrets:
    """Recorded once a process, on a loop of its own."""
    return asyncio.run(_recorded())


async def _recorded() -> Secrets:
    clock = VirtualClock()
    async with DemoServer(clock=clock) as demo:
        mac, phone = named(demo, "MacBook d’Inès"), named(demo, "iPhone d’Inès")
        name = mac.owner.username
        async with HttpBrowser(username=name) as browser, Program(demo.endpoints) as us:
            await us.sign_in(browser)
            for device, action in ((mac, "remoteLock"), (phone, "locateDevice")):
                answer, _ = await us.call("POST", f"{MANAGED}/{device.device_id}/{action}")
                assert answer.status == 204, action
            await clock.advance(60)
            details = f"{SELECTED},deviceActionResults"
            listed = await us.get(BITLOCKER)
            return Secrets(
                locked=await us.get(f"{MANAGED}/{mac.device_id}", select=details),
                located=await us.get(f"{MANAGED}/{phone.device_id}", select=details),
                listed=listed,
                key=await us.get(f"{BITLOCKER}/{listed['value'][0]['id']}", select="id,key"),
            )
