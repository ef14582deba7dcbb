"""Moves what stands still for days a little to and fro, so that no screen keeps its shadow."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from companyportal.views.theme import current

_EVERY_MS, _EVERY_MS_CALM = 15_000, 60_000
_FAR = 8
"""Pixels to either side at 100 % text: less than the margins have."""
_LAPS = (1, 3)
"""How often it goes across and up while one round lasts: never the same way back."""


class Drift(QObject):
    """A few pixels a minute in all: one at a time, or once a minute where motion is unwanted."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self._content = content
        self._step = 0
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.go_on)
        current().changed.connect(self._apply)
        self._apply()
        self.timer.start(_EVERY_MS)

    def go_on(self) -> None:
        """The next place."""
        is_calm = current().reduces_motion
        self._step += _EVERY_MS_CALM // _EVERY_MS if is_calm else 1
        self.timer.setInterval(_EVERY_MS_CALM if is_calm else _EVERY_MS)
        self._apply()

    def _apply(self) -> None:
        far = current().px(_FAR)
        x, y = (_to_and_fro(self._step * lap, far) for lap in _LAPS)
        self._content.setContentsMargins(far + x, far + y, far - x, far - y)


def _to_and_fro(step: int, far: int) -> int:
    """From 0 to ``far``, to ``-far`` and back, a pixel a step."""
    place = (step + far) % (4 * far)
    return place - far if place <= 2 * far else 3 * far - place
