"""The browser of the kiosk: one window for one sign-in, and nothing of it afterwards.

The desk hands addresses to the person's own browser (``browser.py``). Here the program is the one
that the policy names by its whole path, with a profile that nobody used before, and it goes with
everything it wrote when the sign-in is over. What a visitor could do in it is limited thrice: by
its command line (``browser_command.py``), by its own machine policy (``browser_policy.py``) and by
the system that runs the kiosk.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QUrl, Signal

from companyportal.desktop.browser_command import (
    CONTENT_HOSTS,
    Pages,
    Place,
    arguments,
    environment,
)
from companyportal.desktop.browser_entry import BrowserEntry
from companyportal.desktop.browser_processes import end_browser
from companyportal.desktop.browser_window import BrowserWindow
from companyportal.desktop.web_address import is_page, whole_address
from companyportal.endpoints import LOOPBACK_HOSTS, Endpoints
from companyportal.kiosk_rules import KioskRules

_log = logging.getLogger(__name__)


class KioskBrowser(QObject):
    """One browser at a time, in a folder of its own below the visit's.

    Signals:
        closed(): it ended by itself: the visitor closed the sign-in's window, or it never started.
    """

    closed = Signal()

    def __init__(
        self,
        rules: KioskRules,
        folder: Path,
        endpoints: Endpoints,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.place = Place()
        """Where the next one stands."""
        self._rules = rules
        self._folder = folder
        self._hosts = allowed_hosts(rules, endpoints)
        self._process: QProcess | None = None
        self._own: Path | None = None
        self._entry: BrowserEntry | None = None
        self._window: BrowserWindow | None = None

    @property
    def is_open(self) -> bool:
        """True until it was closed, by whomever."""
        return self._process is not None

    def open(self, url: str) -> bool:
        """Show a page in a fresh browser, in place of a former one. False: refused, or there is no
        browser.

        Only https of an allowed host; in a try-out also this computer.
        """
        self.close()
        address = whole_address(url)
        if address is None or not self._is_allowed(address):
            _log.warning("an address was refused")
            return False
        program = Path(self._rules.browser)
        if not program.is_absolute() or not os.access(program, os.X_OK):
            _log.warning("there is no browser")
            return False
        self._entry = BrowserEntry(address, self)
        entry = self._entry.address
        if entry is None:
            _log.warning("no port for the browser could be opened")
            return False
        self._start(program, entry, address)
        self._window = BrowserWindow(entry.host(), entry.path())
        return True

    def look(self) -> None:
        """See whether the sign-in is still shown; to be told now and then. The browser itself lives
        on while there is another window, which a link may have opened.
        """
        if self._window is not None and self._window.is_gone():
            self.close()
            self.closed.emit()

    def close(self) -> None:
        """End it, if there is one. Its processes and its folder go in a thread, within a moment."""
        process, own = self._process, self._own
        self._process = self._own = None
        if self._entry is not None:
            self._entry.close()
            self._entry = None
        if self._window is not None:
            self._window.close()
            self._window = None
        if process is None or own is None:
            return
        if process.state() is QProcess.ProcessState.NotRunning:  # it told so itself
            process.deleteLater()
        else:
            process.finished.connect(process.deleteLater)
            process.kill()
        try:
            threading.Thread(target=end_browser, args=(own,), name="browser-end").start()
        except RuntimeError:  # the computer gives no more threads: rather wait than leave it
            end_browser(own)

    def _is_allowed(self, address: QUrl) -> bool:
        if not is_page(address):
            return False
        host = address.host()
        if host in LOOPBACK_HOSTS:
            return self._rules.is_tryout
        return address.scheme() == "https" and any(_is_of(host, each) for each in self._hosts)

    def _start(self, program: Path, entry: QUrl, address: QUrl) -> None:
        # Short, and never the same again: the former one may still be going.
        own = self._folder / f"b-{secrets.token_hex(3)}"
        own.mkdir(mode=0o700)
        process = QProcess(self)
        process.setProgram(str(program))
        pages = Pages(entry, address, self._hosts)
        process.setArguments(arguments(self._rules, pages, own / "p", self.place))
        process.setWorkingDirectory(str(own))
        process.setProcessEnvironment(_process_environment(own, self.place))
        process.setStandardInputFile(QProcess.nullDevice())
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._on_gone)
        process.errorOccurred.connect(self._on_error)
        self._process, self._own = process, own
        process.start()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._on_gone()

    def _on_gone(self) -> None:
        """By itself, or because ``close`` ended it, which has forgotten it by then."""
        if self._process is not None and self.sender() is self._process:
            self.close()
            self.closed.emit()


def allowed_hosts(rules: KioskRules, endpoints: Endpoints) -> tuple[str, ...]:
    """The sign-in's own hosts and the organisation's; ``*.`` may stand before one."""
    sign_in = (urlsplit(endpoints.authority).hostname or "").lower()
    content = () if sign_in in LOOPBACK_HOSTS else CONTENT_HOSTS
    return tuple(dict.fromkeys((sign_in, *content, *(host.lower() for host in rules.hosts))))


def _is_of(host: str, pattern: str) -> bool:
    return host == pattern or (pattern.startswith("*.") and host.endswith(pattern[1:]))


def _process_environment(own: Path, place: Place) -> QProcessEnvironment:
    made = QProcessEnvironment()
    for name, value in environment(own, place.comfort.language).items():
        made.insert(name, value)
    return made
