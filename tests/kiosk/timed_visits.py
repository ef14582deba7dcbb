"""A program of its own for those who listen from outside: one visit in each of the languages on its
command line, in which somebody is there for 13 minutes and then goes. Time is its own.
"""

from __future__ import annotations

import asyncio
import sys

from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.visit import Comfort, VisitEnd
from tests.counter import at_counter
from tests.http_browser import HttpBrowser
from tests.nets.loop import qt_loop
from tests.virtual_clock import VirtualClock

_STEPS = 78
"""Of ten seconds."""


async def visits(languages: list[str]) -> None:
    """One after another."""
    clock = VirtualClock()
    async with DemoServer(clock=clock) as demo, HttpBrowser() as browser:
        for language in languages:
            comfort = Comfort(language)
            async with at_counter(demo, browser, clock=clock, comfort=comfort) as counter:
                await counter.sign_in()
                for _ in range(_STEPS):
                    counter.visit.note_input()
                    await counter.stands(10)
                await counter.stands(90)
                assert counter.visit.reason is VisitEnd.IDLE


if __name__ == "__main__":
    app = QApplication(["companyportal"])
    app.setApplicationName("Company Portal")
    with asyncio.Runner(loop_factory=qt_loop) as runner:
        runner.run(visits(sys.argv[1:]))
