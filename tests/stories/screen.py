"""A screen in memory, and the windows on it as another program sees them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

from tests.needs import need_command

_LIMIT_S = 60
SELECTIONS = ("clipboard", "primary")


class Screen:
    """An X server of its own; ``display`` is how programs find it."""

    def __init__(self, display: str) -> None:
        self.display = display
        self._environment = {**os.environ, "DISPLAY": display}
        self._xdotool = need_command("xdotool", "xdotool")
        self._xclip = need_command("xclip", "xclip")

    def windows(self, title: str) -> list[int]:
        """The windows of that title that can be seen, from the lowest to the topmost."""
        found = self.ask("search", "--onlyvisible", "--name", f"^{title}$")
        return [window for window in map(int, found.split()) if self._is_of_a_person(window)]

    def place_of(self, window: int) -> tuple[int, int, int, int]:
        """Left, top, width and height."""
        lines = self.ask("getwindowgeometry", "--shell", str(window)).split()
        told = dict(line.split("=") for line in lines)
        left, top, width, height = (
            int(told.get(name, 0)) for name in ("X", "Y", "WIDTH", "HEIGHT")
        )
        return left, top, width, height

    def place(self, window: int, left: int, top: int, width: int, height: int) -> None:
        """Move and resize it, as a window manager does."""
        self.ask("windowmove", str(window), str(left), str(top))
        self.ask("windowsize", str(window), str(width), str(height))

    def titles(self) -> str:
        """Of all windows, also of those that cannot be seen, one a line."""
        return self.ask("search", "--name", ".", "getwindowname", "%@")

    def shown(self) -> set[str]:
        """The titles of all windows that can be seen."""
        found = self.ask("search", "--onlyvisible", "--name", ".", "getwindowname", "%@")
        return set(found.splitlines())

    def activate(self, window: int) -> None:
        """Give it the focus, as the window manager does for a click on it."""
        self.ask("windowactivate", str(window))

    def press(self, *keys: str) -> None:
        """Chords by the names of X, such as ``alt+F4``, one after the other."""
        self.ask("key", *keys)

    def write(self, text: str) -> None:
        """Type it where the focus is."""
        self.ask("type", text)

    def click(self, left: int, top: int) -> None:
        """With the first button."""
        self.ask("mousemove", str(left), str(top), "click", "1")

    def pasted(self, selection: str) -> bytes:
        """What another program gets of a selection; nothing where there is nothing in time."""
        command = [self._xclip, "-selection", selection, "-out"]
        try:
            return subprocess.run(
                command, env=self._environment, capture_output=True, timeout=_LIMIT_S, check=False
            ).stdout
        except subprocess.TimeoutExpired:
            return b""  # its owner was stopped

    def _is_of_a_person(self, window: int) -> bool:
        """Not one of the toolkit's own, of one pixel."""
        return min(self.place_of(window)[2:]) > 1

    def ask(self, *words: str) -> str:
        """What xdotool answers; nothing where it finds nothing, or no longer."""
        return subprocess.run(
            [self._xdotool, *words],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=_LIMIT_S,
            check=False,
        ).stdout


@contextmanager
def screen(size: str = "1280x900") -> Iterator[Screen]:
    """The server takes the first free number itself, so that many can start at once."""
    xvfb = need_command("Xvfb", "xvfb")
    command = [xvfb, "-displayfd", "1", "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        [*command, "-noreset"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            yield Screen(f":{server.stdout.readline().strip()}")
        finally:
            server.terminate()
            server.wait(_LIMIT_S)
