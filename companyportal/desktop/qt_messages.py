"""What Qt itself has to say goes into the log, through the log's filter, not to the terminal.

Qt quotes what it was given: an address that no browser opened, a text that it could not draw.
"""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from companyportal.tracebacks import without_values

_log = logging.getLogger("qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class QtMessages:
    """From ``start`` to ``stop``; Qt must not call into Python after its end."""

    def start(self) -> None:
        """Take them."""
        qInstallMessageHandler(_on_message)

    def stop(self) -> None:
        """Leave them to Qt again."""
        qInstallMessageHandler(None)


def _on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _log.log(_LEVELS[kind], "%s: %s", context.category or "default", without_values(text))
