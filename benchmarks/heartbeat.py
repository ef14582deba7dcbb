"""How long the event loop leaves a timer of one millisecond waiting."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, Qt, QTimer


class Heartbeat(QObject):
    """Beats every millisecond while nothing is in its way, and notes how long each took."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gaps_ms: list[float] = []
        self._busy_ms: list[float] = []
        self._last = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to count."""
        self._gaps_ms.clear()
        self._busy_ms.clear()
        self._last = (time.perf_counter(), time.thread_time())
        self._timer.start()

    def stop(self) -> dict[str, list[float]]:
        """Between each two beats since ``start``: all milliseconds, and those of them in which this
        thread had the processor. Another program takes from the first kind only.
        """
        self._beat()
        self._timer.stop()
        return {"gaps_ms": self._gaps_ms[:], "busy_ms": self._busy_ms[:]}

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self._gaps_ms.append(1000 * (now[0] - self._last[0]))
        self._busy_ms.append(1000 * (now[1] - self._last[1]))
        self._last = now
