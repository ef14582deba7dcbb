"""The yardstick: a window of Qt with its own list of five names, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.telling import tell


class BareWindow(QListView):
    """Tells when it is painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """See QListView."""
        super().paintEvent(event)
        tell()
        QApplication.exit()


if __name__ == "__main__":
    app = QApplication([])
    window = BareWindow()
    window.setModel(QStringListModel([f"Device {number}" for number in range(1, 6)]))
    window.resize(1100, 720)
    window.show()
    app.exec()
