"""What a test needs beside Python, and what happens where it is lacking."""

from __future__ import annotations

import os
import shutil
from typing import NoReturn

import pytest


def need(tool: str) -> str:
    """The path of a program; without it the test is skipped, or fails where ``CI=true``."""
    return shutil.which(tool) or lack(f"the program “{tool}”")


def lack(what: str) -> NoReturn:
    """Skip the test for want of something; where ``CI=true`` nothing may be wanting."""
    message = f"this test needs {what}, which is not here"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
