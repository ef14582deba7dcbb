"""What is imported and made before the first paint, and what has to wait."""

from __future__ import annotations

import json
import pkgutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from benchmarks.kept_list import DEVICES, keep_list
from companyportal import desktop
from tests.proofs import threat

ROOT = Path(__file__).parents[2]
_AFTER_THE_FIRST_PAINT = {"watched_loop"}
"""It is qasync's loop, and that brings the widgets along."""
_LATE = "dbus_fast,aiohttp,msal,requests,cryptography,msgspec,PySide6.QtWidgets,PySide6.QtDBus"

_STATION = """
import sys
from companyportal import __main__, imports
imports.prepare()
from companyportal import kiosk, station_life
loaded = {name for name, each in sys.modules.items() if type(each) is not imports.Later}
print(loaded & {*sys.argv[1].split(",")})
"""
_TO_THE_LOOP = """
import os, sys
from companyportal import __main__, imports
imports.prepare()
from companyportal.desktop import first_turns, watched_loop
turn_until, seen = first_turns.turn_until, []
def turn_and_tell(painted):
    painted.connect(lambda: seen.append("painted"))
    turn_until(painted)
def run_to_end(app, work):
    print(*(type(each).__name__ for each in app.topLevelWidgets() if each.isVisible()), *seen)
    sys.stdout.flush()
    os._exit(0)
first_turns.turn_until = turn_and_tell
watched_loop.run_to_end = run_to_end
__main__.main(sys.argv[1:])
"""
_TO_THE_FIRST_PAINT = """
import builtins, json, os, sys
from companyportal import __main__, imports
imports.prepare()
from companyportal import app
from PySide6.QtWidgets import QApplication, QWidget
turn_until = app.turn_until
def turn_and_tell(painted, *others):
    signals = []
    painted.connect(lambda: signals.append("painted"))
    turn_until(painted, *others)
    [window] = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    print(json.dumps({
        "signals": signals,
        "cards": window.devices_page.view.model().rowCount(),
        "modules": [name for name, each in sys.modules.items() if type(each) is not imports.Later],
        "classes": sorted(each.__name__ for each in QWidget.__subclasses__()),
        "import": type(builtins.__import__).__name__ + " of " + builtins.__import__.__module__,
    }), flush=True)
    os._exit(0)
app.turn_until = turn_and_tell
__main__.main(sys.argv[1:])
"""


def _run(program: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return done.stdout


@pytest.fixture(scope="module")
def first_paint(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The program of somebody with five devices, stopped when its window has been painted."""
    home = tmp_path_factory.mktemp("home")
    keep_list(home)
    settings = home / ".config/companyportal/settings.toml"
    data = home / ".local/state/companyportal"
    told: dict[str, Any] = json.loads(
        _run(_TO_THE_FIRST_PAINT, "--settings", str(settings), "--data", str(data))
    )
    return told


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
    assert _run(program, _LATE) == "set()\n"


@threat("T02")
def test_a_station_could_not_even_ask_for_a_token() -> None:
    own = ("auth.session", "portal", "store", "demo.server", "visit_life", "station_life")
    late = ["aiohttp", "msal", "msgspec", "jwt", "requests", "cryptography", "sqlite3", "keyring"]
    late += [f"companyportal.{name}" for name in own]
    assert _run(_STATION, ",".join(late)) == "{'companyportal.station_life'}\n"


def test_no_event_loop_stands_still_while_a_station_is_made_and_painted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    told = _run(_TO_THE_LOOP, "--demo", "--kiosk", "--data", str(tmp_path / "data"))
    assert told == "StationWindow painted\n"


def test_the_desks_program_knows_nothing_of_the_kiosk(first_paint: dict[str, Any]) -> None:
    kiosk = {"kiosk", "station_life", "visit_life", "models.station", "desktop.visit_process"}
    assert not {f"companyportal.{name}" for name in kiosk} & {*first_paint["modules"]}


def test_the_first_paint_shows_the_kept_list(first_paint: dict[str, Any]) -> None:
    assert first_paint["signals"] == ["painted"]
    assert first_paint["cards"] == len(DEVICES)


def test_no_event_loop_and_no_network_is_imported_for_the_first_paint(
    first_paint: dict[str, Any],
) -> None:
    late = {"asyncio.events", "qasync", "ssl", "pickle", "ctypes", "html.entities"}
    late |= {"PySide6.QtNetwork", "PySide6.QtDBus", "dbus_fast", "keyring", "requests"}
    late |= {"aiohttp", "msal", "jwt", "msgspec", "cryptography"}
    assert not late & {*first_paint["modules"]}


def test_no_other_page_is_made_for_the_first_paint(first_paint: dict[str, Any]) -> None:
    pages = ("device_page", "protected_page", "support_page", "settings_page", "shortcuts_page")
    sheets = ("account_menu", "notification_panel", "popover", "not_connected_window", "dialog")
    questions = ("support_details", "close_question", "erase_question")
    rare = ("sign_in_page", "no_devices", "illustration", *questions)
    late = {f"companyportal.views.{name}" for name in (*pages, *sheets, *rare)}
    assert not late & {*first_paint["modules"]}
    assert "companyportal.views.devices_page" in first_paint["modules"]


def test_pyside_reads_no_sources_and_loads_only_the_widgets_in_use(
    first_paint: dict[str, Any],
) -> None:
    assert first_paint["import"] == "builtin_function_or_method of builtins"
    assert "QCalendarWidget" not in first_paint["classes"]
