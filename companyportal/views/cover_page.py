"""A page with one thing to say, in the middle of the screen, over the foot of every page."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companyportal.organisation import Organisation
from companyportal.views.fitting_page import FittingPage
from companyportal.views.kiosk_foot import KioskFoot
from companyportal.views.spacing import column, spaced
from companyportal.views.theme import current
from companyportal.visit import Comfort

_SIDE = 24


class CoverPage(FittingPage):
    """Names nobody and lets nothing through; what it says goes into ``middle``, and then comes
    ``add_foot``.
    """

    LEVELS = 2

    def __init__(self, organisation: Organisation, parent: QWidget | None = None) -> None:
        """``organisation``: whose people help."""
        super().__init__(parent)
        self.middle: QVBoxLayout = column(gap=12)
        self.foot = KioskFoot(organisation)
        self.content.addStretch(1)
        self.content.addLayout(self.middle)
        self.content.addStretch(1)

    def add_foot(self) -> None:
        """To be called when everything else is made: Tab key and reader come to it after that."""
        self.content.addWidget(self.foot)
        self.follow_theme()

    def set_comfort(self, comfort: Comfort) -> None:
        """How the visitor reads now."""
        self.foot.set_comfort(comfort)

    def fit(self) -> None:
        """Only while somebody sees it: most visits end without the question."""
        if self.isVisible():
            super().fit()

    def showEvent(self, event: QShowEvent) -> None:
        """As everything is by then."""
        super().showEvent(event)
        self.fit()

    def arrange(self, level: int) -> None:
        """Roomy, or with less air."""
        air = 8 if level else _SIDE
        spaced(self.middle, 12, (_SIDE, air, _SIDE, air))
        self.foot.arrange(self.width())
        self.foot.set_low(level > 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), current().color("layer"))
