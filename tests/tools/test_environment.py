"""Set-up: which Python, which Qt, and when .venv is made anew."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tools import environment
from tools.environment import prepare, python_of, qt_problem, site_packages_of
from tools.run import ROOT, Failed


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_supported_pythons_are_taken(version: tuple[int, int]) -> None:
    assert dev.version_problem(*version) == ""


@pytest.mark.parametrize("version", [(2, 7), (3, 8), (3, 10), (3, 14), (4, 0)])
def test_other_pythons_are_refused_by_name(version: tuple[int, int]) -> None:
    problem = dev.version_problem(*version)
    assert f"Python {version[0]}.{version[1]}." in problem
    assert "3.11, 3.12 or 3.13" in problem


def test_dev_py_starts_without_any_package() -> None:
    """Only the standard library before .venv is there: what it imports is all of its own."""
    script = "import sys, dev, tools.verbs; print(*{m.partition('.')[0] for m in sys.modules})"
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = ['.']; {script}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split()) - {"dev", "tools", "__main__"}
    assert loaded <= sys.stdlib_module_names


@pytest.mark.parametrize("pyside", ["6.12.0", "6.12.3"])
def test_pyside_6_12_is_refused_on_python_3_11(pyside: str) -> None:
    assert "crashes" in qt_problem((3, 11), pyside)


@pytest.mark.parametrize(
    ("python", "pyside"), [((3, 11), "6.11.3"), ((3, 12), "6.12.0"), ((3, 13), "6.12.0")]
)
def test_other_pairs_are_not(python: tuple[int, int], pyside: str) -> None:
    assert qt_problem(python, pyside) == ""


def test_a_broken_qt_in_an_environment_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stamp(tmp_path, "dev", monkeypatch)
    info = site_packages_of(tmp_path) / "pyside6_essentials-6.12.0.dist-info"
    info.mkdir(parents=True)
    monkeypatch.setattr(sys, "version_info", (3, 11, 7, "final", 0))
    monkeypatch.setattr(environment, "site_packages_of", lambda folder: info.parent)
    with pytest.raises(Failed, match=r"PySide6 6\.12\.0 crashes on Python 3\.11"):
        prepare("dev", tmp_path)


@pytest.mark.parametrize(("has", "wanted"), [("run", "run"), ("dev", "dev"), ("dev", "run")])
def test_what_is_up_to_date_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has: str, wanted: str
) -> None:
    _stamp(tmp_path, has, monkeypatch)
    assert prepare(wanted, tmp_path) == python_of(tmp_path)


def test_what_is_missing_is_installed_on_top(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _stamp(tmp_path, "run", monkeypatch)
    prepare("dev", tmp_path)
    assert done == ["install dev.lock"]
    assert json.loads((tmp_path / "company-portal.json").read_text())["kind"] == "dev"


def test_another_lock_makes_the_environment_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _stamp(tmp_path, "dev", monkeypatch)
    lock = tmp_path / "dev.lock"
    lock.write_text("changed")
    monkeypatch.setitem(environment.LOCKS, "dev", lock)
    prepare("dev", tmp_path)
    assert done == ["create", "install dev.lock"]


def test_a_set_up_that_broke_off_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _stamp(tmp_path, "run", monkeypatch)
    (tmp_path / "company-portal.json").write_text("{")
    prepare("run", tmp_path)
    assert done == ["create", "install run.lock"]


def _stamp(folder: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A folder that looks like an environment set up for ``kind``; what is then done to it."""
    done: list[str] = []
    monkeypatch.setattr(environment, "_create", lambda folder: done.append("create"))
    monkeypatch.setattr(
        environment, "_install", lambda folder, lock: done.append(f"install {lock.name}")
    )
    folder.joinpath("company-portal.json").unlink(missing_ok=True)
    prepare(kind, folder)
    done.clear()
    return done
