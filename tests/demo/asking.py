"""Somebody who asks things of devices."""

from __future__ import annotations

from typing import Any

from companyportal.demo.devices import DemoDevice
from companyportal.demo.server import DemoServer
from tests.demo.finding import MANAGED, named
from tests.demo.program import Program
from tests.http_browser import HttpBrowser

LONG_S = 30.0
"""Longer than any device of the organisation takes that answers at all."""


class Asking:
    """The program of a device's person, asking things of it."""

    def __init__(self, demo: DemoServer, program: Program, browser: HttpBrowser) -> None:
        self.demo = demo
        self.program = program
        self._browser = browser

    async def of(self, name: str, **options: Any) -> DemoDevice:
        """Sign in whoever has the device of that name."""
        device = named(self.demo, name)
        self._browser.username = device.owner.username
        await self.program.sign_in(self._browser, prompt="login", **options)
        return device

    async def ask(
        self, device: DemoDevice, action: str, members: dict[str, Any] | None = None
    ) -> int:
        """Ask for it, at the beta where only that knows it; the status."""
        beta = "/beta" if action == "setDeviceName" else ""
        path = f"{beta}{MANAGED}/{device.device_id}/{action}"
        if members is None:
            answer, _ = await self.program.call("POST", path)
        else:
            answer, _ = await self.program.send("POST", path, members)
        return answer.status

    async def look(self, device: DemoDevice) -> dict[str, Any]:
        """The whole device."""
        body: dict[str, Any] = await self.program.get(f"{MANAGED}/{device.device_id}")
        return body
