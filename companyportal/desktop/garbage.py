"""Collects cyclic garbage on the GUI's thread only.

Python collects on whatever thread happens to allocate. A collection on a worker thread may destroy
objects of Qt there, which Qt forbids: timers and sockets belong to the thread that made them.
Source: https://doc.qt.io/qt-6/threads-qobject.html#qobject-reentrancy
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 30_000


class Garbage(QObject):
    """Looks every half minute whether there is enough to collect, by Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """From now on nobody else collects."""
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        gc.enable()

    def look(self) -> int:
        """Collect the oldest generation that is due; which one, or -1 for none."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation] > 0:
                gc.collect(generation)
                return generation
        return -1
