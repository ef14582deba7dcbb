"""What a test needs beside Python: skipped with its name where it lacks, failed where CI runs."""

from __future__ import annotations

import shutil

import pytest


def need_command(name: str, package: str) -> str:
    """The path of a command; skips where there is none, naming Debian's ``package``."""
    if (path := shutil.which(name)) is None:
        pytest.skip(f"needs {name}: apt-get install {package}")
    return path
