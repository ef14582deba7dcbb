"""A program of its own for those who look from outside: Marie's devices, then her new passcode.

Tells each scene as one JSON line, with what the other side shall find there, and goes on with the
next line on the standard input. Time is its own.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.models.protected_progress import Step
from tests.desk import at_desk
from tests.http_browser import HttpBrowser
from tests.nets.loop import qt_loop
from tests.program import until
from tests.studio import Studio, Visitor, sign_in, to_confirmation
from tests.virtual_clock import VirtualClock


async def show(folder: Path) -> None:
    """Both scenes."""
    clock = VirtualClock()
    async with DemoServer(clock=clock) as demo, HttpBrowser() as browser:
        person = Visitor(browser)
        async with at_desk(demo, folder, open_url=person.open_url, clock=clock) as life:
            studio = Studio(life, demo, clock, folder, person)
            portal = life.portal
            await sign_in(studio, browser)
            await scene("devices", [device.name for device in portal.devices.devices])
            await to_confirmation(studio, "Galaxy")
            portal.protected.confirm()
            await studio.until_step(Step.FOLLOWING)
            await until(lambda: clock.sleepers)
            await studio.let_pass(12)
            await until(lambda: portal.notifications.unread)
            secret = portal.follow_up.passcode(studio.device("Galaxy").device_id)
            assert secret is not None
            await scene("passcode", [secret.reveal()])


async def scene(name: str, found: list[str]) -> None:
    """Tell it, and stay until the other side has seen enough."""
    print(json.dumps({"event": name, "found": found}), flush=True)
    await asyncio.to_thread(sys.stdin.readline)


if __name__ == "__main__":
    app = QApplication(["companyportal"])
    app.setApplicationName("Company Portal")
    with asyncio.Runner(loop_factory=qt_loop) as runner, tempfile.TemporaryDirectory() as data:
        runner.run(show(Path(data)))
