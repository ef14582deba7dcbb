"""Links as macOS hands them over: to the program that runs, as an event.

Source: https://doc.qt.io/qt-6/qfileopenevent.html
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QFileOpenEvent


class LinkEvents(QObject):
    """Hears them from the start on; elsewhere there are none, and nothing is listened to."""

    def __init__(
        self, open_link: Callable[[str], None], *, is_mac: bool = sys.platform == "darwin"
    ) -> None:
        super().__init__()
        self._open_link = open_link
        app = QCoreApplication.instance()
        if is_mac and app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes the event of a link, and of nothing else."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self._open_link(event.url().toString())
            return True
        return False

    def close(self) -> None:
        """Hear no more."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
