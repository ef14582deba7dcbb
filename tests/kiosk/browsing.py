"""What the tests of the kiosk's browser share."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

from companyportal.desktop.kiosk_browser import KioskBrowser
from companyportal.endpoints import Endpoints
from tests.needs import need_command
from tests.program import until
from tools.run import ROOT

_PATIENCE = 50_000
HERE = Endpoints.for_demo(
    authority="https://localhost:1/t",
    service="https://localhost:1/v1.0",
    client_id="c",
    tenant_id="t",
    ca_file=Path("ca.pem"),
)
"""A try-out's connection, of which only the host counts here."""


def chromium() -> str:
    """The path of the real one."""
    return need_command("chromium", "chromium")


def only_folder_in(folder: Path) -> Path:
    """That of the one browser there is."""
    (own,) = folder.iterdir()
    return own


def start_visit(folder: Path, url: str) -> subprocess.Popen[bytes]:
    """A process with a browser, in a group of its own."""
    words = [sys.executable, "-m", "tests.kiosk.lonely_visit", chromium(), str(folder), url]
    return subprocess.Popen(words, cwd=ROOT, start_new_session=True)


async def until_there(condition: Callable[[], object]) -> None:
    """Wait for what a browser does, on a machine that has much else to do."""
    await until(condition, turns=_PATIENCE)


async def ended(browser: KioskBrowser) -> None:
    """Close it and wait for the end of its program: Qt warns of one that is destroyed before."""
    browser.close()
    await until_there(lambda: not browser.findChildren(QProcess))
