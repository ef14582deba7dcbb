"""What the modules of this package may bring along when they are imported."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from pathlib import Path

from companyportal import desktop

_AFTER_THE_FIRST_PAINT = {"watched_loop"}
"""It is qasync's loop, and that brings the widgets along."""
_LATE = "dbus_fast,aiohttp,msal,requests,cryptography,msgspec,PySide6.QtWidgets,PySide6.QtDBus"


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    names = [
        f"companyportal.desktop.{each.name}"
        for each in pkgutil.iter_modules(desktop.__path__)
        if each.name not in _AFTER_THE_FIRST_PAINT
    ]
    assert "companyportal.desktop.bubbles" in names
    program = (
        f"import sys, {', '.join(names)}; print(set(sys.argv[1].split(',')) & {{*sys.modules}})"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, _LATE],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "set()\n"
