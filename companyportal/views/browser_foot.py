"""The strip below the sign-in browser: the foot of every page stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent

from companyportal.organisation import Organisation
from companyportal.views.browser_strip import BrowserStrip
from companyportal.views.fitting_page import forget_sizes
from companyportal.views.kiosk_foot import KioskFoot
from companyportal.views.spacing import column
from companyportal.views.theme import current

_LOW = 540
"""Pixels at 100 % text; a lower screen leaves the browser as much as can be."""


class BrowserFoot(BrowserStrip):
    """Who helps, and how one reads better."""

    def __init__(self, organisation: Organisation) -> None:
        super().__init__()
        self.foot = KioskFoot(organisation)
        self._box = column(self, 0)
        self._box.addWidget(self.foot)
        self.follow_theme()

    def part_of(self, area: QRect) -> QRect:
        """The lower edge."""
        self.foot.set_low(current().em(area.height()) < _LOW)
        self.foot.arrange(area.width())
        forget_sizes(self)
        height = min(self._box.totalHeightForWidth(area.width()), area.height() // 3)
        return QRect(area.left(), area.bottom() + 1 - height, area.width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome, and a line over it."""
        super().paintEvent(event)
        QPainter(self).fillRect(0, 0, self.width(), 1, current().color("line"))
