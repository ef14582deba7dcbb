"""Starts the program when the person signs in to the computer, hidden in the tray.

What the system holds is the truth, since people switch such starts off in its own settings, too.
Each system has its place: a file of the desktop, a value in the registry, a file for launchd.
Libraries are imported inside functions: the start needs none of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from companyportal.desktop.desktop_entry import desktop_entry, is_enabled
from companyportal.desktop.own_command import own_command
from companyportal.desktop.run_value import RunValue, open_run_value
from companyportal.desktop.windows_line import windows_line

NAME = "companyportal"
_FILE_MODE = 0o644


class Autostart(Protocol):
    """Asks and tells the system; every call may raise OSError."""

    @property
    def is_possible(self) -> bool:
        """False where there is nothing to be asked."""
        ...

    def is_on(self) -> bool:
        """Whether the system starts the program."""
        ...

    def set(self, is_on: bool) -> None:
        """Make it so; doing it again changes nothing."""
        ...


class NullAutostart:
    """A run that the system could not start again: a demo, a test."""

    is_possible = False

    def is_on(self) -> bool:
        """See Autostart."""
        return False

    def set(self, is_on: bool) -> None:
        """See Autostart."""


class XdgAutostart:
    """A file in the folder of what the desktop starts.

    Source: https://specifications.freedesktop.org/autostart-spec/latest/
    """

    is_possible = True

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._file = folder / f"{NAME}.desktop"
        self._command = command

    def is_on(self) -> bool:
        """See Autostart."""
        try:
            return is_enabled(self._file.read_text(encoding="utf-8", errors="replace"))
        except FileNotFoundError:
            return False

    def set(self, is_on: bool) -> None:
        """See Autostart."""
        if is_on:
            _write(self._file, desktop_entry(self._command).encode())
        else:
            self._file.unlink(missing_ok=True)


class LaunchAgent:
    """A file for launchd, which looks at it at the next login.

    Source: launchd.plist(5)
    """

    is_possible = True

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        self._label = f"org.example.{NAME}"
        self._file = folder / f"{self._label}.plist"
        self._command = command

    def is_on(self) -> bool:
        """See Autostart."""
        import plistlib

        try:
            content = plistlib.loads(self._file.read_bytes())
        except FileNotFoundError:
            return False
        except (plistlib.InvalidFileException, ValueError):
            return False
        return isinstance(content, dict) and content.get("RunAtLoad") is True

    def set(self, is_on: bool) -> None:
        """See Autostart."""
        import plistlib

        if is_on:
            content = {
                "Label": self._label,
                "ProgramArguments": list(self._command),
                "RunAtLoad": True,
                "LimitLoadToSessionType": "Aqua",
            }
            _write(self._file, plistlib.dumps(content))
        else:
            self._file.unlink(missing_ok=True)


class RunKey:
    """A value below Windows' Run key; where the Task Manager has switched it off, it is off.

    Source: https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys
    """

    is_possible = True

    def __init__(self, value: RunValue, command: Sequence[str]) -> None:
        self._value = value
        self._line = windows_line(command)

    def is_on(self) -> bool:
        """See Autostart."""
        return bool(self._value.read()) and not self._value.is_held_back()

    def set(self, is_on: bool) -> None:
        """See Autostart."""
        if is_on:
            self._value.write(self._line)
        else:
            self._value.remove()


def open_autostart(options: Sequence[str]) -> Autostart:
    """This system's way; ``options`` are the words of the command line that belong to the run."""
    command = (*own_command(), "--hidden", *options)
    if sys.platform == "win32":
        return RunKey(open_run_value(), command)
    if sys.platform == "darwin":
        return LaunchAgent(Path.home() / "Library" / "LaunchAgents", command)
    folder = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return XdgAutostart(Path(folder) / "autostart", command)


def _write(file: Path, content: bytes) -> None:
    """As a whole or not at all."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.new")
    temporary.write_bytes(content)
    temporary.chmod(_FILE_MODE)
    temporary.replace(file)
