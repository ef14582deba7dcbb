"""One run of a kiosk: a station and its visits as processes, in the time of a story.

That time stands still unless ``pass_s`` moves it, in all processes and in the demo organisation
alike: however slow the computer is, nobody is idle by accident.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.kiosk.asked import ask, is_alive, state_of, told_of
from tests.kiosk.steering import TIME_FILE
from tests.kiosk.watched_demo import WatchedDemo
from tests.stories.screen import Screen
from tests.virtual_clock import VirtualClock
from tools.run import ROOT

_LIMIT_S = 60
_PAUSE_S = 0.05
_MADE = {"reach", "visit"}
"""One of these tasks sleeps in each visit that waits, or has begun."""
_QUICK = """#!/bin/sh
exec "{python}" -IS "{script}" "{folder}" "$@"
"""


class Run:
    """All that is written lies in ``folder``, which has a short path, and in ``runtime``."""

    def __init__(
        self,
        demo: WatchedDemo,
        clock: VirtualClock,
        screen: Screen,
        folder: Path,
        runtime: Path,
    ) -> None:
        self.demo = demo
        self.screen = screen
        self.folder = folder
        self.runtime = runtime
        self.steering = folder / "s"
        self.bus = "disabled:"
        """The address of the session's."""
        self._clock = clock
        self._station: subprocess.Popen[bytes] | None = None
        self._made: set[int] = set()
        for name in ("s", "home", "tmp", "config", "state", "cache", "data"):
            (folder / name).mkdir(mode=0o700)
        self._note_time()

    # the program

    def start(self, browser: str = "", *words: str, **settings: object) -> None:
        """Start the station; without ``browser`` it signs ``visitor`` in by itself."""
        self._write("connect.json", json.dumps(self._connection()))
        values = {"kiosk_browser": browser or str(self._quick_browser()), **settings}
        lines = (f"{key} = {json.dumps(value)}\n" for key, value in values.items())
        self._write("settings.toml", "".join(lines))
        given = ["--connect", "connect.json", "--settings", "settings.toml"]
        paths = [str(self.folder / each) if "." in each else each for each in given]
        command = [sys.executable, "-m", "tests.kiosk.program", str(self.steering)]
        with (self.folder / "station.log").open("ab") as log:
            self._station = subprocess.Popen(
                ["env", "--default-signal", *command, "--kiosk", "--full-screen", *paths, *words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=self._environment(),
                cwd=ROOT,
            )

    @property
    def station(self) -> subprocess.Popen[bytes]:
        """Its process."""
        assert self._station is not None
        return self._station

    @property
    def visits(self) -> list[int]:
        """The processes of visits that have come so far as to be asked, the oldest first."""
        found = sorted(self.steering.glob("visit-*"), key=lambda path: path.stat().st_mtime_ns)
        return [pid for path in found if is_alive(pid := int(path.name.partition("-")[2]))]

    def processes(self) -> dict[int, bytes]:
        """Who names a folder of this run, in their words or in their environment; and how."""
        marks = [os.fsencode(each) for each in (self.folder, self.runtime)]
        pids = [int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()]
        told = {pid: told_of(pid) for pid in pids if is_alive(pid)}
        return {pid: words for pid, words in told.items() if any(mark in words for mark in marks)}

    @property
    def visit_root(self) -> Path:
        """Where the folders of visits lie."""
        return self.runtime / "companyportal-kiosk"

    def set_visitor(self, username: str) -> None:
        """Who stands before the quick browser; empty: somebody who only looks."""
        self._write("visitor", username)

    def close(self) -> None:
        """Whatever happened, it is gone."""
        for pid in [*self.visits, *([self.station.pid] if self._station else [])]:
            with suppress(OSError):
                os.kill(pid, signal.SIGCONT)
                os.kill(pid, signal.SIGKILL)
        if self._station:
            self._station.wait(_LIMIT_S)

    @property
    def log(self) -> str:
        """What the station wrote."""
        logs = [*self.folder.glob("station.log"), *self.folder.glob("state/**/*.log")]
        return "\n".join(path.read_text(encoding="utf-8") for path in logs)

    # time

    async def pass_s(self, seconds: float, *, step_s: float = 1.0) -> None:
        """Let so much time pass, for everybody."""
        while seconds > 0:
            step = min(step_s, seconds)
            await self._visits_are_made()
            await self._clock.advance(step)
            self._note_time()
            talk = await self.ask_all({"advance_to": self._clock.boot})
            await self._are_heard(talk)
            seconds -= step

    # inside

    async def _visits_are_made(self) -> None:
        """No time passes while one is being made, or the station would hold it for stuck."""
        until_s = time.monotonic() + _LIMIT_S
        while self._in_the_making() and time.monotonic() < until_s:
            await asyncio.sleep(_PAUSE_S)
            for name, sleeping in (await self.ask_all({"look": "sleeping"})).items():
                if _MADE & {*sleeping}:
                    self._made.add(int(name.partition("-")[2]))

    async def _are_heard(self, talk: dict[str, Any]) -> None:
        """What visits have said has come to the station; not what one that has died, or stands
        still, may have begun to say.
        """
        until_s = time.monotonic() + _LIMIT_S
        said = _talk_of("visit", talk)
        while time.monotonic() < until_s:
            heard = _talk_of("station", talk)
            late = {pid for pid, number in said.items() if heard.get(pid, 0) < number}
            speaking = [pid for pid in late if state_of(int(pid)) not in "TZX"]
            if not speaking or state_of(self.station.pid) in "TZX":
                return
            await asyncio.sleep(_PAUSE_S)
            talk = await self.ask_all({"look": "talk"})

    def _in_the_making(self) -> set[int]:
        found = set()
        for thread in Path("/proc", str(self.station.pid), "task").glob("*/children"):
            with suppress(OSError):
                found |= {int(pid) for pid in thread.read_text().split()}
        return {pid for pid in found - self._made if state_of(pid) not in "TZX"}

    async def ask_all(self, question: dict[str, Any]) -> dict[str, Any]:
        """Of each process that lives: its name and its answer."""
        paths = [path for path in self.steering.iterdir() if path.name != TIME_FILE]
        answers = await asyncio.gather(*(asyncio.to_thread(ask, p, question) for p in paths))
        named = zip((path.name for path in paths), answers, strict=True)
        return {name: answer[0] for name, answer in named if answer}

    def _connection(self) -> dict[str, object]:
        told = self.demo.describe()
        del told["people"]
        return told

    def _quick_browser(self) -> Path:
        script = Path(__file__).with_name("quick_browser.py")
        words = _QUICK.format(python=sys.executable, script=script, folder=self.folder)
        path = self._write("browser", words)
        path.chmod(0o700)
        return path

    def _write(self, name: str, content: str) -> Path:
        path = self.folder / name
        path.write_text(content, encoding="utf-8")
        return path

    def _note_time(self) -> None:
        now = f"{self._clock.boot} {self._clock.wall.timestamp()}"
        new = self._write("time.new", now)
        new.replace(self.steering / TIME_FILE)

    def _environment(self) -> dict[str, str]:
        own = {
            name: str(self.folder / folder)
            for name, folder in (
                ("HOME", "home"),
                ("TMPDIR", "tmp"),
                ("XDG_CONFIG_HOME", "config"),
                ("XDG_STATE_HOME", "state"),
                ("XDG_CACHE_HOME", "cache"),
                ("XDG_DATA_HOME", "data"),
            )
        }
        return {
            **os.environ,
            **own,
            "XDG_RUNTIME_DIR": str(self.runtime),
            "QT_QPA_PLATFORM": "xcb",
            "DISPLAY": self.screen.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
        }


def _talk_of(owner: str, talk: dict[str, Any]) -> dict[str, int]:
    """Messages by the process of the visit, as the one or the other has counted them."""
    told: dict[str, int] = {}
    for name, [counts] in talk.items():
        told |= counts if name.startswith(owner) else {}
    return told
