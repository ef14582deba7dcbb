"""What a test needs beside Python: skipped with its name where it lacks, failed where CI runs."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


def need_command(name: str, package: str) -> str:
    """The path of a command; skips where there is none, naming Debian's ``package``."""
    if (path := shutil.which(name)) is None:
        pytest.skip(f"needs {name}: apt-get install {package}")
    return path


def need_file(path: str, package: str) -> None:
    """Skips where that file or folder is not there, naming Debian's ``package``."""
    if not Path(path).exists():
        pytest.skip(f"needs {path}: apt-get install {package}")
