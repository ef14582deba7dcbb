"""The real program on a computer whose wall clock is wrong, and is moved while it runs.

libfaketime stands between the program and the system's clocks. It leaves the boot clock alone,
which no person can move either.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from tests.http_browser import HttpBrowser
from tests.needs import need_command
from tests.proofs import fault, promise, threat
from tests.stories.computer import WATCHED, Computer, Program, computer

pytestmark = [pytest.mark.desktop, pytest.mark.slow, threat("T08"), fault("R19"), promise(3)]
INTERRUPTED = "This computer was locked or went to sleep"


@pytest.fixture
def pc() -> Iterator[Computer]:
    """A computer without a session bus."""
    with computer() as made:
        yield made


class MovedClock:
    """The wall clock of one computer, which the person may set as they like."""

    def __init__(self, folder: Path) -> None:
        need_command("faketime", "faketime")
        self._file = folder / "time"
        self._library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))

    @property
    def environment(self) -> dict[str, str]:
        """For a program that shall see this clock."""
        return {
            "LD_PRELOAD": str(self._library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_CACHE_DURATION": "1",  # seconds until it looks again
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }

    def set(self, off_by: str) -> None:
        """Such as "+1h", "-1d" or "-3610" seconds from the right time."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(off_by, encoding="utf-8")
        fresh.rename(self._file)


async def reads(program: Program, text: str) -> None:
    """Look until that text can be read."""
    words = ""
    for _ in range(2_000):
        words = str((await program.ask("look"))["words"])
        if text in words:
            return
    raise AssertionError(f"no “{text}” in:\n{words}\n{program.words}")


def start(pc: Computer, demo: DemoServer, clock: MovedClock) -> Program:
    """Start the program under that clock."""
    ca_file = pc.folder / "ca.pem"
    shutil.copy(str(demo.endpoints.ca_file), ca_file)
    file = pc.folder / "connection.json"
    file.write_text(json.dumps({**demo.describe(), "ca_file": str(ca_file)}), encoding="utf-8")
    return pc.start("--connect", file, module=WATCHED, **clock.environment)


@pytest.mark.parametrize(
    ("off_by", "told", "moved_to"),
    [
        ("-1h", "This computer’s clock is off by 60 minutes.", "-3610"),
        ("+1d", "This computer’s clock is off by 24 hours.", "+23h"),
    ],
)
async def test_signing_in_works_and_moving_the_clock_closes_the_gate(
    pc: Computer, demo: DemoServer, off_by: str, told: str, moved_to: str
) -> None:
    clock = MovedClock(pc.folder)
    clock.set(off_by)
    program = start(pc, demo, clock)
    await program.told("painted")
    await reads(program, "Welcome to Company Portal")
    await program.ask("click", "Sign in")
    await program.until(lambda: pc.opened)
    async with HttpBrowser(username=demo.people[0].username) as browser:
        await browser.sign_in(pc.opened[0])
        await reads(program, told)
        await reads(program, "Checked at")
        await program.ask("choose", "Marie’s Galaxy")
        await reads(program, "Reset passcode")
        await program.ask("click", "Reset passcode")
        await program.ask("click", "Sign out")
        await program.until(lambda: len(pc.opened) == 2)
        await browser.sign_in(pc.opened[1])
    await reads(program, "Reset the passcode of Marie’s Galaxy?")
    clock.set(moved_to)
    await reads(program, INTERRUPTED)
    assert demo.tenant.posts == []
    assert await program.end() == 0
