"""The virtual environment ``.venv``, made from a hash-checked lock file by the running Python."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
import time
import venv
from pathlib import Path

from tools.run import ROOT, Failed, say

LOCKS = {
    "run": ROOT / "requirements" / "run.lock",
    "dev": ROOT / "requirements" / "dev.lock",
}
"""What the program needs, and the same with all that its development needs."""

_PYVER = "{}.{}.{}".format(*sys.version_info[:3])


def python_of(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def site_packages_of(folder: Path) -> Path:
    """Where a virtual environment made by this Python keeps its packages."""
    if sys.platform == "win32":
        return folder / "Lib" / "site-packages"
    return folder / "lib" / "python{}.{}".format(*sys.version_info[:2]) / "site-packages"


def prepare(kind: str, folder: Path = ROOT / ".venv") -> Path:
    """Make sure that the environment holds the ``"run"`` or the ``"dev"`` lock; its interpreter.

    Quick where it is up to date. Raises: Failed.
    """
    stamp = folder / "company-portal.json"
    wanted = {"python": _PYVER, **{name: _digest(lock) for name, lock in LOCKS.items()}}
    made = _read(stamp)
    # What is installed for development has all that the program needs: the locks agree.
    if made == {**wanted, "kind": "dev"} or made == {**wanted, "kind": kind}:
        _refuse_broken_qt(folder)
        return python_of(folder)
    started = time.perf_counter()
    say(f"── setting up {folder.name} with Python {_PYVER} ({LOCKS[kind].name})")
    stamp.unlink(missing_ok=True)
    if made != {**wanted, "kind": "run"}:  # what is there cannot be built upon
        _create(folder)
    _install(folder, LOCKS[kind])
    _refuse_broken_qt(folder)
    stamp.write_text(json.dumps({**wanted, "kind": kind}), encoding="utf-8")
    say(f"   {time.perf_counter() - started:.1f} s")
    return python_of(folder)


def qt_problem(python: tuple[int, int], pyside: str) -> str:
    """Why this PySide6 may not run on this Python, or an empty text.

    Up to Python 3.11 PySide6 6.12 takes one reference from None with every call of a Qt method
    that returns nothing, until the process aborts; from 3.12 on None is immortal.
    """
    if python < (3, 12) and pyside.split(".")[:2] == ["6", "12"]:
        return (
            f"PySide6 {pyside} crashes on Python {python[0]}.{python[1]}: remove .venv and run "
            "this again, or use Python 3.12 or 3.13"
        )
    return ""


def _refuse_broken_qt(folder: Path) -> None:
    for info in site_packages_of(folder).glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.dist-info"):
        version = info.name.removesuffix(".dist-info").split("-")[1]
        if problem := qt_problem(sys.version_info[:2], version):
            raise Failed(problem)


def _create(folder: Path) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise Failed("this Python cannot make virtual environments: install python3-venv")
    try:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=sys.platform != "win32").create(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Failed(f"{folder} cannot be made: {error}") from error


def _install(folder: Path, lock: Path) -> None:
    """Install exactly what the lock names, from wheels only: no package runs code while at it."""
    command = [str(python_of(folder)), "-m", "pip", "install", "-qq", "--no-input"]
    command += ["--disable-pip-version-check", "--require-hashes", "--only-binary=:all:"]
    if subprocess.run([*command, "-r", str(lock)], cwd=ROOT, check=False).returncode:
        raise Failed(f"the packages of {lock.relative_to(ROOT)} could not be installed")


def _digest(path: Path) -> str:
    # Line ends may differ from one checkout to another; the packages do not.
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def _read(stamp: Path) -> dict[str, str]:
    try:
        data = json.loads(stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}
