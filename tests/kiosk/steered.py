"""A kiosk from outside: a station and its visits as processes, a screen, and hands before it.

The story's time stands still unless ``pass_s`` moves it, in all processes and in the demo
organisation alike: however slow the computer is, nobody is idle by accident.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companyportal.demo.server import DemoServer
from tests.kiosk.steering import TIME_FILE
from tests.stories.screen import Screen
from tests.virtual_clock import VirtualClock
from tools.run import ROOT

_LIMIT_S = 60
_PAUSE_S = 0.05
"""Between two looks."""
READY = "Touch to start"
QUICK = """#!/bin/sh
exec "{python}" -IS "{script}" "{folder}" "$@"
"""


@dataclass(frozen=True)
class Part:
    """Something that can be seen on a window, and where."""

    kind: str
    text: str
    name: str
    place: tuple[int, int, int, int]
    whole: tuple[int, int, int, int]
    is_enabled: bool
    has_focus: bool
    is_button: bool

    def is_called(self, words: str) -> bool:
        """By what it says, or what a reader is told."""
        return words in (self.text, self.name, self.text.partition("\n")[0])

    @property
    def middle(self) -> tuple[int, int]:
        """Of what can be seen of it."""
        left, top, width, height = self.place
        return left + width // 2, top + height // 2

    @property
    def is_whole(self) -> bool:
        """Enough of it can be seen to hit it."""
        return self.place[3] >= min(self.whole[3], 40) and self.place[2] > 0


@dataclass(frozen=True)
class Window:
    """One window of ours; ``owner`` is ``station`` or ``visit``."""

    owner: str
    kind: str
    title: str
    is_active: bool
    number: int
    place: tuple[int, int, int, int]
    parts: tuple[Part, ...]

    @property
    def words(self) -> str:
        """All that can be read, one text a line."""
        return "\n".join(text for each in self.parts if (text := each.text or each.name))


class Kiosk:
    """One run of the station; all that it writes is in ``folder``, of a short path, and ``runtime``."""

    def __init__(
        self,
        demo: DemoServer,
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
        self.clicks = 0
        self._clock = clock
        self._station: subprocess.Popen[bytes] | None = None
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
                os.kill(pid, 18)
                os.kill(pid, 9)
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
            await self._clock.advance(step)
            self._note_time()
            await self._ask_all({"advance_to": self._clock.boot})
            seconds -= step

    async def until(self, condition: Callable[[], Awaitable[object]], what: str = "") -> Any:
        """Wait for something while no time passes; what it was."""
        until_s = time.monotonic() + _LIMIT_S
        while time.monotonic() < until_s:
            if found := await condition():
                return found
            await asyncio.sleep(_PAUSE_S)
        raise AssertionError(f"never: {what}\n{await self.described()}")

    async def pass_until(
        self, condition: Callable[[], Awaitable[object]], what: str = "", *, most_s: int = 60
    ) -> Any:
        """Wait for something that takes its time."""
        for _ in range(most_s):
            if found := await condition():
                return found
            await self.pass_s(1)
            await asyncio.sleep(_PAUSE_S)
        return await self.until(condition, what)

    # seeing

    async def look(self) -> list[Window]:
        """All windows of ours that can be seen."""
        answers = await self._ask_all({"look": "windows"})
        return [
            _window(owner.partition("-")[0], each)
            for owner, windows in answers.items()
            for each in windows
        ]

    async def texts(self) -> dict[str, list[str]]:
        """Every text of every widget, seen or not, by the process that has it."""
        return await self._ask_all({"look": "texts"})

    async def described(self) -> str:
        """For whoever has to find out what went wrong."""
        windows = "\n".join(f"{w.owner} {w.kind}:\n{w.words}" for w in await self.look())
        return f"{windows}\n{self.log[-4_000:]}"

    async def words(self, owner: str = "visit") -> str:
        """All that can be read on the windows of one of them."""
        return "\n".join(each.words for each in await self.look() if each.owner == owner)

    async def sees(self, text: str, owner: str = "visit") -> None:
        """Wait until it can be read."""

        async def is_there() -> bool:
            return text in await self.words(owner)

        await self.until(is_there, f"“{text}”")

    async def is_ready(self) -> bool:
        """The station waits for a visitor, and nothing covers it."""
        windows = await self.look()
        ours = [each for each in windows if each.owner == "station"]
        return len(windows) == len(ours) == 1 and READY in ours[0].words

    async def ready(self) -> None:
        """Wait until the next visitor may come."""
        await self.pass_until(self.is_ready, "ready", most_s=3)

    async def find(self, words: str, owner: str = "visit") -> Part | None:
        """The one button of that name; None where there is none, or it cannot be pressed yet."""
        parts = [p for w in await self.look() if w.owner == owner for p in w.parts]
        found = [each for each in parts if each.is_button and each.is_called(words)]
        found = [each for each in found if each.is_enabled] or found
        return found[0] if found and found[0].is_enabled else None

    # doing

    async def begin(self) -> None:
        """Touch the screen."""
        await self.click(READY, "station")

    async def click(self, words: str, owner: str = "visit") -> None:
        """Press the button of that name by the mouse, as soon as it can be."""
        self.clicks += 1
        part = await self.shown(words, owner)
        await self.click_at(*part.middle)

    async def click_at(self, x: int, y: int, button: int = 1) -> None:
        """Press whatever is there."""
        await self.hands("mousemove", str(x), str(y), "click", str(button))

    async def shown(self, words: str, owner: str = "visit") -> Part:
        """That button, scrolled to where it can be seen, and at rest."""
        before: Part | None = None

        async def is_at_rest() -> Part | None:
            nonlocal before
            part = await self.find(words, owner)
            if part is not None and not part.is_whole:
                await self.hands("mousemove", "640", "500", "click", "5")
                return None
            was, before = before, part
            return part if part is not None and was == part else None

        found: Part = await self.until(is_at_rest, f"the button “{words}”")
        return found

    async def press(self, *keys: str) -> None:
        """Keys or chords, one after another, wherever the keyboard is."""
        await self.hands("key", *keys)

    async def type(self, text: str) -> None:
        """Write it, wherever the keyboard is."""
        await self.hands("type", "--delay", "2", text)

    async def tab_to(self, words: str, owner: str = "visit") -> None:
        """Tab until that button has the focus."""

        async def is_there() -> bool:
            part = await self.find(words, owner)
            return part is not None and part.has_focus

        for _ in range(60):
            if await is_there():
                return
            await self.press("Tab")
            await asyncio.sleep(_PAUSE_S)
        raise AssertionError(f"Tab never came to “{words}”\n{await self.described()}")

    async def hands(self, *words: str) -> str:
        """What xdotool does; its answer."""
        return await asyncio.to_thread(self.screen.ask, *words)

    # inside

    async def _ask_all(self, question: dict[str, Any]) -> dict[str, Any]:
        """Of each process that lives: its name and its answer."""
        paths = [path for path in self.steering.iterdir() if path.name != TIME_FILE]
        answers = await asyncio.gather(*(asyncio.to_thread(_ask, p, question) for p in paths))
        named = zip((path.name for path in paths), answers, strict=True)
        return {name: answer[0] for name, answer in named if answer}

    def _connection(self) -> dict[str, object]:
        told = self.demo.describe()
        del told["people"]
        return told

    def _quick_browser(self) -> Path:
        script = Path(__file__).with_name("quick_browser.py")
        words = QUICK.format(python=sys.executable, script=script, folder=self.folder)
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
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }


def is_alive(pid: int) -> bool:
    """It runs, or is stopped; a zombie does not."""
    return state_of(pid) not in "ZX"


def state_of(pid: int) -> str:
    """The letter of proc_pid_stat(5); X where there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return "X"
    return stat.rpartition(")")[2].split()[0]


def _ask(path: Path, question: dict[str, Any]) -> list[Any]:
    """The answer, alone in a list; none of a process that is gone, or stopped."""
    pid = int(path.name.rpartition("-")[2])
    while (state := state_of(pid)) not in "ZX":
        if state == "T":
            return []
        with suppress(OSError, ValueError):  # it ends just now
            return [_answer(path, question)]
        time.sleep(_PAUSE_S)
    path.unlink(missing_ok=True)
    return []


def _answer(path: Path, question: dict[str, Any]) -> Any:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_LIMIT_S)
        line.connect(str(path))
        line.sendall(json.dumps(question).encode() + b"\n")
        with line.makefile("rb") as answer:
            return json.loads(answer.readline())


def _window(owner: str, told: dict[str, Any]) -> Window:
    parts = tuple(
        Part(**{**each, "place": tuple(each["place"]), "whole": tuple(each["whole"])})
        for each in told["parts"]
    )
    return Window(owner, **{**told, "place": tuple(told["place"]), "parts": parts})
