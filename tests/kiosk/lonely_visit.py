"""A process with a kiosk browser, as a visit is one: ``program folder url``. It never ends."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from companyportal.desktop.kiosk_browser import KioskBrowser
from companyportal.kiosk_rules import KioskRules
from tests.kiosk.browsing import HERE


def main() -> int:
    program, folder, url = sys.argv[1:]
    app = QCoreApplication(sys.argv[:1])
    rules = KioskRules(browser=program, browser_arguments=("--no-sandbox",), is_tryout=True)
    browser = KioskBrowser(rules, Path(folder), HERE)
    browser.closed.connect(app.quit)
    assert browser.open(url)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
