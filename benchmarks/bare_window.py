"""The yardstick: a Qt window with nothing in it."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.telling import tell


class BareWindow(QWidget):
    """Tells when it is painted, and ends."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """See QWidget."""
        tell()
        QApplication.exit()


if __name__ == "__main__":
    app = QApplication([])
    window = BareWindow()
    window.resize(1160, 760)
    window.show()
    app.exec()
