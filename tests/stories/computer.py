"""A computer with a screen, a home and a browser, on which the program is started for real."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.program import until
from tests.stories.places import Place, files, keep, processes
from tests.stories.screen import SELECTIONS, Screen, screen
from tools.run import ROOT

_LIMIT_S = 60
WATCHED = "tests.stories.watched_program"
_PATIENCE = 30_000
"""So many looks at another process before it is given up."""
_BROWSER = """#!/bin/sh
echo "$1" >> "{folder}/opened"
env >> "{folder}/environment-of-the-browser"
"""


class Program:
    """One start of the program, as a process of its own."""

    def __init__(
        self, command: list[str], environment: dict[str, str], log: Path, screen: Screen
    ) -> None:
        self._log = log
        self._screen = screen
        self._output = log.open("wb")
        self._said = log.with_suffix(".said")
        self._answers = self._said.open("wb")
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=self._answers,
            stderr=self._output,
            env=environment,
            cwd=ROOT,
            text=True,
        )

    @property
    def words(self) -> str:
        """What it has written on the standard error output."""
        return self._log.read_text(encoding="utf-8")

    @property
    def output(self) -> str:
        """What it has written on the standard output."""
        return self._said.read_text(encoding="utf-8")

    @property
    def events(self) -> list[dict[str, Any]]:
        """What a watched program has told so far."""
        lines = self.output.splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]

    async def told(self, event: str) -> dict[str, Any]:
        """Wait until it tells of that event, for the first time."""
        await self.until(lambda: any(each["event"] == event for each in self.events))
        return next(each for each in self.events if each["event"] == event)

    async def ask(self, *words: str) -> dict[str, Any]:
        """Give a watched program a command; its answer."""
        before = len(self.events)
        self.go_on(json.dumps(words))
        await self.until(lambda: len(self.events) > before)
        return self.events[before]

    def go_on(self, line: str = "") -> None:
        """Write a line to its standard input."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for something that this program does; fails where it ends before."""

        def is_so() -> bool:
            if condition():
                return True
            assert self.process.poll() is None, self.words
            return False

        try:
            await until(is_so, turns=_PATIENCE)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.words}\n{self.events}") from error

    async def ended(self) -> int:
        """Wait for its end; the exit code."""
        await until(lambda: self.process.poll() is not None, turns=_PATIENCE)
        assert self.process.returncode is not None
        return self.process.returncode

    async def end(self, number: int = signal.SIGTERM) -> int:
        """End it by a signal; the exit code."""
        self.look()
        self.process.send_signal(number)
        return await self.ended()

    def look(self) -> None:
        """Keep, for the secrets net, what others can see of it while it runs."""
        titles = self._screen.titles().encode()
        keep(Place("screen", "titles", titles), *processes(os.getpid()))
        keep(*(Place("clipboard", name, self._screen.pasted(name)) for name in SELECTIONS))

    def close(self) -> None:
        """Whatever happened, it is gone."""
        if self.process.poll() is None:
            self.look()
            self.process.kill()
        self.process.wait(_LIMIT_S)
        assert self.process.stdin is not None
        self.process.stdin.close()
        self._output.close()
        self._answers.close()


class Computer:
    """Where programs are started; ``folder`` holds all that they leave, under a short path, because
    a socket's must be short.
    """

    def __init__(self, screen: Screen, folder: Path, bus: str) -> None:
        self.screen = screen
        self.folder = folder
        self.data = folder / "data"
        self._programs: list[Program] = []
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            "DISPLAY": screen.display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(folder),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "TMPDIR": str(folder / "tmp"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "DBUS_SESSION_BUS_ADDRESS": bus,
        }
        for name in ("bin", "tmp", "run", "config"):
            (folder / name).mkdir(mode=0o700)
        browser = folder / "bin" / "xdg-open"
        browser.write_text(_BROWSER.format(folder=folder), encoding="utf-8")
        browser.chmod(0o700)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for program in self._programs:
            program.close()
        keep(*files(self.folder))

    @property
    def opened(self) -> list[str]:
        """The addresses that were handed to the browser, which does nothing but note them."""
        file = self.folder / "opened"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

    def left(self) -> set[str]:
        """What lies in the folders for what does not outlive a program."""
        places = (self.folder / "tmp", self.folder / "run" / "companyportal")
        return {each.name for place in places if place.exists() for each in place.iterdir()}

    def start(
        self, *arguments: str | Path, module: str = "companyportal", **changes: str
    ) -> Program:
        """Start the program, its data in ``data``; ``changes`` are to the environment."""
        words = [str(word) for word in (*arguments, "--data", self.data)]
        return self.run(module, *words, **changes)

    def run(self, module: str, *words: str, **changes: str) -> Program:
        """Start any program of Python's."""
        log = self.folder / f"program-{len(self._programs)}.log"
        # Whoever starts the tests in the background has SIGINT ignored, for their children as well.
        command = ["env", "--default-signal", sys.executable, "-m", module, *words]
        program = Program(command, {**self._environment, **changes}, log, self.screen)
        self._programs.append(program)
        return program


@contextmanager
def computer(*, bus: str = "disabled:", size: str = "1280x900") -> Iterator[Computer]:
    """One for a test; everything ends and goes with it."""
    with (
        tempfile.TemporaryDirectory(prefix="pc-", dir="/tmp") as folder,
        screen(size) as display,
        Computer(display, Path(folder), bus) as made,
    ):
        yield made
