"""What Graph answers to each question of the program, recorded from the demo organisation."""

from __future__ import annotations

import asyncio
from functools import cache
from typing import Any, NamedTuple

from companyportal.demo.server import DemoServer
from companyportal.graph.devices import PAGE_SIZE, SELECTED
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock


class Replies(NamedTuple):
    """Decoded JSON; nobody may change it."""

    page: dict[str, Any]
    """A page of the list, with a link to the next one."""
    waiting: dict[str, Any]
    """One device that has been asked for a new passcode and has not answered."""
    done: dict[str, Any]
    """The same device when it has: with the passcode."""
    management: dict[str, Any]
    """The organisation's brand."""


@cache
def replies() -> Replies:
    """Recorded once a process, on a loop of its own."""
    return asyncio.run(_recorded())


async def _recorded() -> Replies:
    clock = VirtualClock()
    async with DemoServer(clock=clock, devices=8) as demo:
        person = demo.people[0]
        async with HttpBrowser(username=person.username) as browser, Program(demo.endpoints) as us:
            await us.sign_in(browser)
            path = f"/deviceManagement/managedDevices/{await _phone(us)}"
            await us.call("POST", f"{path}/resetPasscode")
            details = f"{SELECTED},deviceActionResults"
            waiting = await us.get(path, select=details)
            await clock.advance(60)
            return Replies(
                page=await us.get("/me/managedDevices", select=SELECTED, top="12"),
                waiting=waiting,
                done=await us.get(path, select=details),
                management=await us.get("/deviceManagement", select="intuneBrand"),
            )


async def _phone(us: Program) -> str:
    """A device that makes passcodes."""
    listed = await us.get("/me/managedDevices", select=SELECTED, top=str(PAGE_SIZE))
    phones = [item["id"] for item in listed["value"] if item["operatingSystem"] == "Android"]
    return str(phones[0])
