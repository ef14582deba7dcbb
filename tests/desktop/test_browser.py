"""Which addresses are handed to the person's browser, mail program and telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from companyportal.desktop.browser import open_folder, open_in_browser, open_link
from tests.proofs import threat
from tools.run import ROOT

SCHEMES = ("https", "http", "mailto", "tel", "file", "ftp", "javascript", "data")


class Desktop(QObject):
    """Stands in for the desktop's own opening of addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Note the address as it would be handed on."""
        self.opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))


@pytest.fixture
def desktop(qapp: object) -> Iterator[Desktop]:
    desktop = Desktop()
    # PySide's own description asks for bytes; only text is taken.
    set_handler: Any = QDesktopServices.setUrlHandler
    for scheme in SCHEMES:
        set_handler(scheme, desktop, "open")
    yield desktop
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


PAGES = [
    "https://login.microsoftonline.com/t/oauth2/v2.0/authorize?state=a%20b&x=%2B",
    "https://support.example.org:8443/",
    "http://localhost:50123/authorize?client_id=1",
    "http://127.0.0.1:50123/",
    "http://[::1]:50123/",
]
ODD = [
    "",
    "login.example.org",
    "http://login.microsoftonline.com/",
    "http://localhost.evil.example/",
    "http://127.0.0.2/",
    "https://",
    "https:///path",
    "https://user@example.org/",
    "https://user:word@example.org/",
    "https://localhost:1@evil.example/",
    "https://@example.org/",
    " https://example.org/",
    "https://example.org/ x",
    "https://example.org/\n",
    "https://example.org/\x00",
    "https://example.org\\@evil.example/",
    "https://example.org/\u202egpj",
    "https://example.org:99999999/",
    "https://exa mple.org/",
    "https://example.org/" + "x" * 9000,
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://example.org/",
    "-https://example.org/",
    "xdg-open https://example.org/",
]


@pytest.mark.parametrize("url", PAGES)
def test_pages_are_opened_as_they_are(url: str, desktop: Desktop) -> None:
    assert open_in_browser(url)
    assert desktop.opened == [url]


@threat("T15")
@pytest.mark.parametrize("url", [*ODD, "mailto:help@example.org", "tel:+33123456789"])
def test_anything_else_is_no_page(url: str, desktop: Desktop) -> None:
    assert not open_in_browser(url)
    assert desktop.opened == []


@pytest.mark.parametrize(
    "url",
    [
        "https://support.example.org/",
        "mailto:help@example.org",
        "mailto:help+it@example.org?subject=Passcode&body=Hello",
        "tel:+33123456789",
        "tel:+33-1-23.45(67)89;ext=12",
    ],
)
def test_an_organisations_links_are_opened(url: str, desktop: Desktop) -> None:
    assert open_link(url)
    assert desktop.opened == [url]


@threat("T38")
@pytest.mark.parametrize(
    "url",
    [
        *ODD,
        "http://localhost:50123/",
        "mailto:",
        "mailto:a@example.org,b@example.org",
        "mailto:a@example.org?attach=/etc/passwd",
        "mailto:a@example.org?bcc=b@example.org",
        "mailto:a@example.org%0Abcc:b@example.org",
        "mailto://a@example.org",
        "mailto:a@example.org#x",
        "tel:*%2306%23",
        "tel:*#06#",
        "tel:",
        "tel:evil.example",
        "tel://12345",
        "sms:12345",
    ],
)
def test_other_links_are_refused(url: str, desktop: Desktop) -> None:
    assert not open_link(url)
    assert desktop.opened == []


STARTS_A_PROGRAM = re.compile(
    r"import subprocess|subprocess\.|os\.(system|popen|exec|spawn|posix_spawn|startfile)|QProcess"
    r"|startDetached|webbrowser\.(open|get)|\bpty\.spawn"
)

KIOSK = {"kiosk_browser.py", "visit_process.py", "windows_job.py"}
"""What no desk imports."""


@threat("T15")
def test_a_folder_is_shown_and_a_file_never(desktop: Desktop, tmp_path: Path) -> None:
    (tmp_path / "a b#c").mkdir()
    (tmp_path / "run.desktop").write_text("[Desktop Entry]\nExec=true\n")
    assert open_folder(str(tmp_path / "a b#c"))
    for refused in (tmp_path / "run.desktop", tmp_path / "none", "https://example.org", ""):
        assert not open_folder(str(refused))
    assert desktop.opened == [f"file://{tmp_path}/a%20b%23c"]


def test_no_program_is_started_but_by_the_desktop_itself() -> None:
    """So no variable such as BROWSER is ever read, and no shell ever sees an address, by us.

    Asking the system who this computer is takes constant commands without any text from outside.
    The kiosk starts its own processes, and the one browser that the machine's policy names.
    """
    assert STARTS_A_PROGRAM.search("webbrowser.open(url)")
    sources = (ROOT / "companyportal").rglob("*.py")
    starting = {p.name for p in sources if STARTS_A_PROGRAM.search(p.read_text("utf-8"))}
    assert starting - KIOSK == {"this_computer.py"}
