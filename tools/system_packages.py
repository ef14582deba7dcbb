"""What the operating system must bring, beside Python: libraries for Qt, tools for the tests.

On Debian and Ubuntu root gets them installed; everybody else is told the one line to run. The
names were found by adding one package at a time to an empty Debian system until Qt started.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tools.run import say


@dataclass(frozen=True)
class Need:
    """One thing the program or its tests use, and how to see whether it is there.

    ``probe`` is a library's name as the linker knows it, a command, the path of a file, or a module
    of the running Python (``python:name``); several, separated by spaces, are alternatives.
    """

    package: str
    probe: str
    reason: str

    def is_met(self) -> bool:
        """True where one of the alternatives is there."""
        return any(_is_there(name) for name in self.probe.split())


PYTHON = (Need("python3-venv", "python:ensurepip", "makes the virtual environment"),)
"""Debian packs this part of Python on its own."""

WINDOW = (
    Need("libgl1", "libGL.so.1", "Qt"),
    Need("libegl1", "libEGL.so.1", "Qt"),
    Need("libxkbcommon0", "libxkbcommon.so.0", "Qt"),
    Need("libdbus-1-3", "libdbus-1.so.3", "Qt"),
    Need("libfontconfig1", "libfontconfig.so.1", "Qt; brings a font, too"),
    Need("libglib2.0-0", "libglib-2.0.so.0", "Qt"),
    Need("libxcb-cursor0", "libxcb-cursor.so.0", "Qt under X"),
    Need("libxkbcommon-x11-0", "libxkbcommon-x11.so.0", "Qt under X"),
    Need("libxcb-icccm4", "libxcb-icccm.so.4", "Qt under X"),
    Need("libxcb-keysyms1", "libxcb-keysyms.so.1", "Qt under X"),
    Need("libxcb-shape0", "libxcb-shape.so.0", "Qt under X"),
    Need("libxss1", "libXss.so.1", "the kiosk: how long nobody has touched anything"),
)
"""For the program itself."""

TESTS = (
    Need("chromium", "chromium chromium-browser", "the person's browser"),
    Need("chromium-driver", "chromedriver", "drives the browser"),
    Need("xvfb", "Xvfb", "a screen in memory"),
    Need("dbus", "dbus-daemon", "session buses for notifications, tray and secrets"),
    Need("dbus-bin", "dbus-monitor", "sees everything that goes over them"),
    Need("gnome-keyring", "gnome-keyring-daemon", "Secret Service for the token cache"),
    Need("at-spi2-core", "/usr/libexec/at-spi2-registryd", "the accessibility tree"),
    Need("python3-pyatspi", "/usr/lib/python3/dist-packages/pyatspi", "reads that tree"),
    Need("python3-dbusmock", "/usr/lib/python3/dist-packages/dbusmock", "plays the log-in service"),
    Need("faketime", "faketime", "a computer whose clock is wrong"),
    Need("fonts-inter", "/usr/share/fonts/opentype/inter", "the font of the screenshots"),
    Need("xclip", "xclip", "reads the clipboard from outside"),
    Need("xdotool", "xdotool", "finds and moves windows from outside"),
    Need("x11-xkb-utils", "setxkbmap", "keyboards without a Q"),
    Need("util-linux", "unshare", "a policy for one browser alone"),
    Need("openbox", "openbox", "arranges the windows of the kiosk, as it does at a service desk"),
)
"""On top, for the tests: what they ask for in ``tests/needs.py``, and the font of the pictures."""


def provide(needs: Iterable[Need]) -> None:
    """Install what is missing where that can be done here, else say what to install.

    Goes on in either case: a test that lacks its tool says so itself.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [need for need in needs if not need.is_met()]
    if not missing:
        return
    line = "apt-get install --no-install-recommends " + " ".join(n.package for n in missing)
    if shutil.which("apt-get") is None:
        say("Missing on this system (Debian's names; yours may differ):")
        for need in missing:
            say(f"   {need.package}: {need.reason}")
    elif os.geteuid() != 0:
        say(f"Missing on this system; please run:\n   sudo {line}")
    else:
        _install([need.package for need in missing])


def _install(packages: list[str]) -> None:
    """With one look at the package lists. A failure is told, and the rest goes on without."""
    started = time.perf_counter()
    say(f"── installing {' '.join(packages)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install):
        # Its hundreds of lines are of use only where it fails.
        done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
        if done.returncode:
            say(f"{' '.join(command[:2])} failed:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
    say(f"   {time.perf_counter() - started:.1f} s")


def _is_there(name: str) -> bool:
    if name.startswith("python:"):
        return importlib.util.find_spec(name.removeprefix("python:")) is not None
    if name.startswith("/"):
        return Path(name).exists()
    if ".so." not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
