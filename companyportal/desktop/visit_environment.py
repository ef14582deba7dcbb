"""What a visit inherits of its station's environment: the screen, its keyboard and its reader, the
language and the time zone.

Everything else stays behind, because some variables bring foreign code into a program and others
tell it where to write.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_PASSED = {
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_RUNTIME_DIR",
    "XDG_SESSION_ID",
    "XDG_SESSION_TYPE",
    "DBUS_SESSION_BUS_ADDRESS",
    "AT_SPI_BUS_ADDRESS",
    "QT_IM_MODULE",
    "QT_IM_MODULES",
    "XMODIFIERS",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "LANG",
    "LANGUAGE",
    "TZ",
}
"""With what the screen reader and the screen keyboard need, which name a part of Qt's own; and the
way out, which sees nothing of what goes through it.
"""
_PASSED_OF_WINDOWS = {"SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "PROGRAMDATA", "COMPUTERNAME"}
"""Nothing starts there without the first."""
_PASSED_IN_TRYOUT = {"QT_QPA_PLATFORM", "QT_SCALE_FACTOR"}
_OF_PYTHON = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1"}
"""Nothing is written beside the program, and no module comes from a user's folder."""
_PATH = "/usr/local/bin:/usr/bin:/bin"


def visit_environment(environment: Mapping[str, str], *, is_tryout: bool) -> dict[str, str]:
    """What it gets beside the folders of its own."""
    names = _PASSED | (_PASSED_IN_TRYOUT if is_tryout else set())
    if sys.platform == "win32":
        names |= _PASSED_OF_WINDOWS
    passed = {
        name: value
        for name, value in environment.items()
        if name.upper() in names or name.startswith("LC_")
    }
    if authority := _x_authority(environment):
        passed["XAUTHORITY"] = authority
    return {**passed, "PATH": _path(environment), **_OF_PYTHON}


def _x_authority(environment: Mapping[str, str]) -> str:
    """Where the screen's key lies; by default in the home, which a visit does not share.

    Source: Xsecurity(7)
    """
    if "DISPLAY" not in environment or environment.get("XAUTHORITY"):
        return environment.get("XAUTHORITY", "")
    usual = Path(environment.get("HOME", os.devnull), ".Xauthority")
    return str(usual) if usual.is_file() else ""


def _path(environment: Mapping[str, str]) -> str:
    if sys.platform != "win32":
        return _PATH
    root = environment.get("SYSTEMROOT", r"C:\Windows")
    return rf"{root}\System32;{root}"
