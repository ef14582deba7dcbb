"""How long a kiosk is deaf while its visitor chooses how to read; every page has been made."""

from __future__ import annotations

import asyncio
import sys

from benchmarks import stalls
from benchmarks.heartbeat import Heartbeat
from benchmarks.processes import Facts, tell, told
from benchmarks.row import Row
from companyportal import imports
from companyportal.visit import Comfort

REST_S = 0.4
_WHILE = {
    "chosen": "contrast, the largest words and French are chosen at a kiosk, one by one",
    "begun": "a kiosk's visitor has chosen all three before they begin",
}
_USUAL, _CONTRAST, _LARGEST = Comfort(), Comfort(has_contrast=True), Comfort(text_step=2)
_ALL = Comfort("fr", has_contrast=True, text_step=2)
_CHOSEN: dict[str, tuple[Comfort, ...]] = {
    "rest": (),
    "chosen": (_CONTRAST, _USUAL, _LARGEST, _USUAL, Comfort("fr"), _USUAL),
    "begun": (_ALL, _USUAL),
}


async def measure(runs: int, rest_s: float = REST_S) -> list[Row]:
    """The beats of a timer on the program's own loop, while one device is on the screen; after each
    change it rests.
    """
    found: dict[str, list[Facts]] = {"rest": [], **{name: [] for name in _WHILE}}
    for _ in range(runs):
        for facts in await told("benchmarks.kiosk", str(rest_s)):
            found[facts["while"]].append(facts)
    return [stalls.row(what, found[name], found["rest"]) for name, what in _WHILE.items()]


async def watch(rest_s: float) -> int:
    """In a process of its own; tells what the heartbeat found."""
    from companyportal.demo.server import DemoServer
    from tests.counter import at_counter
    from tests.http_browser import HttpBrowser
    from tests.virtual_clock import VirtualClock

    clock = VirtualClock()
    async with (
        DemoServer(clock=clock, delay_s=0) as demo,
        HttpBrowser(username=demo.people[0].username) as browser,
        at_counter(demo, browser, clock=clock) as counter,
    ):
        await counter.sign_in()
        for _ in counter.window.make_all():
            await asyncio.sleep(0)
        counter.window.frame.router.open_device(counter.device("Galaxy"))
        await asyncio.sleep(rest_s)
        beat = Heartbeat()
        for name, chosen in _CHOSEN.items():
            beat.start()
            for comfort in (_USUAL, *chosen):
                for _ in counter.window.wear(comfort):
                    await asyncio.sleep(0)
                await asyncio.sleep(rest_s)
            tell(**{"while": name}, **beat.stop())
    return 0


if __name__ == "__main__":
    imports.prepare()  # as the program does, before it imports anything
    from PySide6.QtWidgets import QApplication

    from companyportal.desktop.watched_loop import run_to_end

    sys.exit(run_to_end(QApplication([]), watch(float(sys.argv[2]))))
