"""What is left of half a minute, as a ring and as a number."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.views.count_down_ring import CountDownRing
from companyportal.views.time_left import TimeLeft


class SecondsRing(CountDownRing):
    """In the colour of a warning; whoever shows it says it, too."""

    MARKS_S = ()

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(size, parent)
        self._time = TimeLeft(self)

    def _figures(self) -> str:
        return self.locale().toString(self._seconds)

    def _unit(self) -> str:
        return self.tr("second(s)", "", self._seconds)

    def _words(self) -> str:
        return self._time.words(self._seconds)
