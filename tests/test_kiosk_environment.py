"""What must not be set where a kiosk starts is gone before Qt reads it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from companyportal.desktop.visit_environment import visit_environment
from companyportal.kiosk_environment import dangerous
from tests.proofs import threat
from tools.run import ROOT

_PROGRAM = """
import json, os, sys
from companyportal import kiosk_environment
names = kiosk_environment.scrub(os.environ) if sys.argv[1] == "scrubbed" else ()
from PySide6.QtWidgets import QApplication
app = QApplication([])
print(json.dumps([names, app.libraryPaths()]))
"""


@threat("T36")
@pytest.mark.parametrize("how", ["scrubbed", "as it was"])
def test_no_plug_in_comes_from_where_a_variable_points_to(tmp_path: Path, how: str) -> None:
    """As it was, Qt would look there."""
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, how],
        env={"QT_QPA_PLATFORM": "offscreen", "QT_PLUGIN_PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    names, paths = json.loads(done.stdout)
    is_scrubbed = how == "scrubbed"
    assert names == (["QT_PLUGIN_PATH"] if is_scrubbed else [])
    assert (str(tmp_path) in paths) is not is_scrubbed


def test_an_ordinary_session_has_nothing_of_it() -> None:
    ordinary = {
        "PATH": "/usr/bin",
        "HOME": "/home/kiosk",
        "LANG": "fr_FR.UTF-8",
        "DISPLAY": ":0",
        "XDG_SESSION_TYPE": "x11",
        "QT_ACCESSIBILITY": "1",
        "QT_IM_MODULE": "ibus",
        "QT_QPA_PLATFORMTHEME": "gnome",
        "QT_SCALE_FACTOR": "2",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    assert dangerous(ordinary) == ()
    assert dangerous({**ordinary, "ld_preload": "x", "PythonPath": ""}) == (
        "PythonPath",
        "ld_preload",
    )


@threat("T36")
@pytest.mark.parametrize("is_tryout", [True, False])
def test_a_visit_inherits_keyboard_and_reader_of_the_screen_and_nothing_that_harms(
    is_tryout: bool,
) -> None:
    helpful = {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus", "https_proxy": "proxy:8080"}
    harmful = {"LD_PRELOAD": "x", "QT_PLUGIN_PATH": "x", "HTTP_PROXY": "x", "BROWSER": "x"}
    passed = visit_environment({**helpful, **harmful}, is_tryout=is_tryout)
    assert helpful.items() <= passed.items()
    assert not harmful.keys() & passed.keys()
    assert dangerous(passed) == ()
