"""Renews the lock files from pyproject.toml: one set for every supported Python and system.

uv resolves them, because pip-tools locks only for the machine it runs on. The package index is the
one that pip is set up to use here; its address stays out of the files.
"""

from __future__ import annotations

import os
import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path

from tools.environment import LOCKS, python_of
from tools.run import ROOT, Failed, run

_HEADER = "# Made by `python3 dev.py lock` from pyproject.toml; don't edit.\n"


def renew(arguments: Sequence[str]) -> None:
    """Write both locks. Pins that still fit stay; ``--upgrade`` looks for newer ones.

    Raises: Failed.
    """
    folder = ROOT / "build" / "lock-venv"
    python = python_of(folder)
    if not python.exists():
        venv.EnvBuilder(with_pip=True).create(folder)
    pip = [str(python), "-m", "pip"]
    run("uv", [*pip, "install", "-qq", "--disable-pip-version-check", "uv>=0.9"])
    for name, extra in (("run", []), ("dev", ["--group", "dev", "-c", str(LOCKS["run"])])):
        command = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
        command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"]
        command += ["--python-version", "3.11", "--output-file", LOCKS[name], *extra, *arguments]
        run(f"lock {name}", [*command, "pyproject.toml"], env=_index(pip))
        _finish(LOCKS[name])


def _finish(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    if "://" in text:
        raise Failed(f"{lock.name} names an address; it must not")
    if not text.startswith(_HEADER):
        lock.write_text(_HEADER + text, encoding="utf-8", newline="\n")


def _index(pip: list[str]) -> dict[str, str]:
    """What uv must know of pip's configuration, as environment variables."""
    asked = [*pip, "config", "get", "global.index-url"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    found = {
        "UV_DEFAULT_INDEX": os.environ.get("PIP_INDEX_URL") or answer,
        "SSL_CERT_FILE": os.environ.get("SSL_CERT_FILE") or os.environ.get("PIP_CERT", ""),
    }
    return {name: value for name, value in found.items() if value}
