"""The start with the system: real files, read back as a desktop reads them."""

from __future__ import annotations

import plistlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from companyportal.desktop.autostart import (
    LaunchAgent,
    NullAutostart,
    RunKey,
    XdgAutostart,
    open_autostart,
)
from companyportal.desktop.own_command import own_command
from companyportal.desktop.windows_line import windows_line

COMMANDS = [
    ("/usr/bin/companyportal", "--hidden"),
    ("/opt/Company Portal/bin/start", "--hidden"),
    ("/opt/50%/a", "--data", "/home/é ü/x"),
    ('/opt/quo"te/$HOME/`id`/back\\slash', "--settings", "/a;b|c&d>e*f?#(g)~'h'"),
    ("/opt/new\nline/tab\there", ""),
]


def started_by(file: Path) -> list[str]:
    """What a desktop starts: the string escapes undone, then the quoting, then the field codes.

    Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
    """
    [value] = re.findall(r"^Exec=(.*)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    escapes = {"\\s": " ", "\\n": "\n", "\\t": "\t", "\\r": "\r", "\\\\": "\\"}
    text = re.sub(r"\\[sntr\\]", lambda found: escapes[found[0]], value)
    words = re.findall(
        r'"((?:[^"`$\\]|\\["`$\\])*)"(?: |$)|([^\s"\'\\><~|&;$*?#()`]+)(?: |$)', text
    )
    assert " ".join(b or f'"{a}"' for a, b in words) == text, "not wholly understood"
    unquoted = [plain or re.sub(r'\\(["`$\\])', r"\1", quoted) for quoted, plain in words]
    assert not any(re.search(r"(?<!%)(?:%%)*%[^%]", word) for word in unquoted)
    return [word.replace("%%", "%") for word in unquoted]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_desktop_starts_exactly_these_words(tmp_path: Path, command: tuple[str, ...]) -> None:
    autostart = XdgAutostart(tmp_path / "autostart", command)
    assert not autostart.is_on()
    autostart.set(True)
    autostart.set(True)
    [file] = (tmp_path / "autostart").iterdir()
    assert started_by(file) == list(command)
    assert autostart.is_on()
    autostart.set(False)
    autostart.set(False)
    assert not autostart.is_on()
    assert list((tmp_path / "autostart").iterdir()) == []


def test_a_desktop_that_reads_such_files_finds_no_fault(tmp_path: Path) -> None:
    checker = subprocess.run(
        ["sh", "-c", "command -v desktop-file-validate"], capture_output=True, check=False
    )
    autostart = XdgAutostart(tmp_path, COMMANDS[3])
    autostart.set(True)
    text = (tmp_path / "companyportal.desktop").read_text(encoding="utf-8")
    assert text.startswith("[Desktop Entry]\nType=Application\n")
    keys = [line.partition("=")[0] for line in text.splitlines()[1:]]
    assert len(keys) == len(set(keys))
    assert {"Name", "Exec", "Icon", "Terminal"} <= set(keys)
    if checker.returncode == 0:
        subprocess.run(
            ["desktop-file-validate", str(tmp_path / "companyportal.desktop")], check=True
        )


@pytest.mark.parametrize(
    "change", ["Hidden=true\n", "X-GNOME-Autostart-enabled=false\n", " hidden = True \n"]
)
def test_what_was_switched_off_in_the_desktops_own_settings_is_off(
    tmp_path: Path, change: str
) -> None:
    autostart = XdgAutostart(tmp_path, COMMANDS[0])
    autostart.set(True)
    file = tmp_path / "companyportal.desktop"
    text = file.read_text(encoding="utf-8").replace("X-GNOME-Autostart-enabled=true\n", "")
    file.write_text(text + change, encoding="utf-8")
    assert not autostart.is_on()
    autostart.set(True)
    assert autostart.is_on()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("no folder")
    autostart = XdgAutostart(tmp_path / "autostart", COMMANDS[0])
    with pytest.raises(OSError, match=r"exists|directory"):
        autostart.set(True)


def test_launchd_is_given_the_same_words(tmp_path: Path) -> None:
    agent = LaunchAgent(tmp_path / "LaunchAgents", COMMANDS[3])
    assert not agent.is_on()
    agent.set(True)
    [file] = (tmp_path / "LaunchAgents").iterdir()
    content = plistlib.loads(file.read_bytes())
    assert content["ProgramArguments"] == list(COMMANDS[3])
    assert content["Label"] == file.stem
    assert agent.is_on()
    file.write_bytes(b"no plist")
    assert not agent.is_on()
    agent.set(False)
    assert list((tmp_path / "LaunchAgents").iterdir()) == []


class Registry:
    """A value and a switching-off, as Windows keeps them."""

    def __init__(self) -> None:
        self.line = ""
        self.was_switched_off = False

    def read(self) -> str:
        return self.line

    def is_held_back(self) -> bool:
        return self.was_switched_off

    def write(self, line: str) -> None:
        self.line, self.was_switched_off = line, False

    def remove(self) -> None:
        self.line = ""


def test_windows_is_given_one_line_with_its_own_quoting() -> None:
    registry = Registry()
    key = RunKey(registry, ("C:\\Program Files\\Portal\\portal.exe", "--hidden"))
    assert not key.is_on()
    key.set(True)
    assert registry.line == '"C:\\Program Files\\Portal\\portal.exe" --hidden'
    assert key.is_on()
    registry.was_switched_off = True
    assert not key.is_on(), "by the Task Manager"
    key.set(True)
    assert key.is_on()
    key.set(False)
    assert not key.is_on()


@pytest.mark.parametrize(
    "words",
    [
        *COMMANDS,
        ("C:\\a b\\", "C:\\ab\\", 'x"y', 'x\\"y z', "\\\\srv\\s hare\\\\", "", "\t", '"', "\\"),
    ],
)
def test_one_line_is_written_as_pythons_own_library_writes_it(words: tuple[str, ...]) -> None:
    assert windows_line(words) == subprocess.list2cmdline(words)


def test_a_run_that_cannot_be_started_again_has_nothing_to_ask() -> None:
    nothing = NullAutostart()
    nothing.set(True)
    assert (nothing.is_possible, nothing.is_on()) == (False, False)


@pytest.mark.skipif(sys.platform != "linux", reason="the folder of Linux desktops")
def test_linux_desktops_find_it_in_the_persons_folder(home: Path) -> None:
    open_autostart(["--data", "/x y"]).set(True)
    words = started_by(home / "config" / "autostart" / "companyportal.desktop")
    assert words == [sys.executable, "-m", "companyportal", "--hidden", "--data", "/x y"]


@pytest.mark.parametrize(
    ("executable", "words"),
    [
        ("/usr/bin/companyportal", ["/usr/bin/companyportal"]),
        ("/opt/py/bin/python3.12", ["/opt/py/bin/python3.12", "-m", "companyportal"]),
        ("/Applications/Company Portal.app/Contents/MacOS/Company Portal", None),
    ],
)
def test_an_installed_program_starts_itself(executable: str, words: list[str] | None) -> None:
    assert list(own_command(executable=executable)) == (words or [executable])
