"""Over every page of the station: whose it is, and what time it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.organisation import Organisation
from companyportal.views.brand import Brand
from companyportal.views.spacing import row, spaced
from companyportal.views.text import Text
from companyportal.views.theme import current
from companyportal.views.time_words import TimeWords

_EVERY_MS = 1_000
_WIDE = 440
"""In pixels at 100 % text."""


class StationHead(QWidget):
    """Mark and name at one side, day and time of day at the other."""

    def __init__(
        self, organisation: Organisation, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._words = TimeWords(clock, self)
        brand = Brand(size=36, role="heading")
        brand.set_organisation(organisation)
        self.day = Text("", "body", "text2", wrap=False)
        self.time = Text("", "heading", wrap=False, tabular=True)
        self._box = box = row(self, 14)
        self.set_tight(False)
        box.addWidget(brand, 1)
        box.addWidget(self.day, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.time, 0, Qt.AlignmentFlag.AlignVCenter)
        self.timer = QTimer(self, interval=_EVERY_MS)
        self.timer.timeout.connect(self.tell_time)
        self.timer.start()
        self.tell_time()
        current().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name of the organisation goes before the day."""
        super().resizeEvent(event)
        self._fit()

    def set_tight(self, is_tight: bool) -> None:
        """Less air above."""
        spaced(self._box, 14, (36, 10 if is_tight else 24, 36, 0))

    def tell_time(self) -> None:
        """What the clock says now."""
        now = self._clock.now()
        self.day.setText(self._words.today(now))
        self.time.setText(self._words.time(now))

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.tell_time()

    def _fit(self) -> None:
        self.day.setVisible(current().em(self.width()) >= _WIDE)
