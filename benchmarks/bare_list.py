"""The yardstick at rest: a bare window of Qt with a list of its own, then nothing at all.

``python -m benchmarks.bare_list STARTED [hidden]`` tells what it holds, and lives until its
standard input is closed; hidden, as a program in the tray is.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QSocketNotifier, QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.processes import memory_mb, tell

REST_MS = 500

if __name__ == "__main__":
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    window = QListView()
    window.setModel(QStringListModel([f"Device {number}" for number in range(1, 6)]))
    window.resize(1100, 720)
    window.show()

    def rest() -> None:
        """Everything has been painted."""
        tell(memory_mb=memory_mb())
        if "hidden" in sys.argv:
            window.hide()

    QTimer.singleShot(REST_MS, rest)
    end = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    end.activated.connect(app.quit)
    app.exec()
