"""Shown while nobody can be served: why, since when, and who helps meanwhile."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from companyportal.clock import Clock
from companyportal.organisation import Organisation
from companyportal.views.fitting_page import FittingPage
from companyportal.views.kiosk_foot import KioskFoot
from companyportal.views.mark import Mark
from companyportal.views.qr_code import QrCode
from companyportal.views.spacing import column, row, spaced
from companyportal.views.station_head import StationHead
from companyportal.views.support_line import support_line
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.visit import Comfort, OutOfService


class OutOfServicePage(FittingPage):
    """A reason in plain words, its name for whoever is called, and the ways to reach them."""

    LEVELS = 2

    def __init__(
        self, organisation: Organisation, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._organisation = organisation
        self._times = TimeWords(clock, self)
        self._reason = OutOfService.PROGRAM
        self._since = clock.now()
        self.head = StationHead(organisation, clock)
        self._mark = Mark("warning", "warning", "warning_bg", size=72, glyph=36)
        self._title = Text("", "display")
        self._why = Text("", "lead", "text2")
        self._help = Text("", "heading")
        self.code = QrCode(organisation.support_site_url)
        self._since_line = Text("", "body", "text2")
        self.foot = KioskFoot(organisation, has_phone=False)
        self._lay_out()
        self.follow_theme()
        self._render()

    @property
    def title(self) -> str:
        """For those who cannot see it."""
        words = (self._title.text(), self._why.text(), self._help.text())
        return " ".join(each for each in words if each)

    def focus_first(self) -> None:
        """What can be done here."""
        self.foot.language.setFocus()

    def set_reason(self, reason: OutOfService, since: datetime) -> None:
        """Why, and since when."""
        self._reason, self._since = reason, since
        self._render()
        self.fit()

    def set_comfort(self, comfort: Comfort) -> None:
        """What the person chose to read better."""
        self.foot.set_comfort(comfort)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def arrange(self, level: int) -> None:
        """The picture to scan stands beside the words, or below them on an upright screen; the mark
        goes where there is no room for it.
        """
        is_upright, is_tight = self.is_upright, level > 0
        self.foot.arrange(self.width())
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if is_upright else directions.LeftToRight
        self._middle.setDirection(direction)
        for place, share in enumerate((1, 0, 0, 1) if is_upright else (0, 1, 0, 0)):
            self._middle.setStretch(place, share)
        sides = Qt.AlignmentFlag.AlignLeft if is_upright else Qt.AlignmentFlag.AlignHCenter
        self._middle.setAlignment(self.code, sides | Qt.AlignmentFlag.AlignVCenter)
        self._mark.setVisible(not is_tight)
        air = 8 if is_tight else 16
        spaced(self._middle, 16 if is_tight else 40, (64, air, 64, air))
        self.head.set_tight(is_tight)
        self.foot.set_low(is_tight)

    def _render(self) -> None:
        self._title.setText(self.tr("This station is out of service"))
        self._why.setText(self._reasons()[self._reason])
        self._help.setText(support_line(self._organisation))
        self._help.setVisible(bool(self._help.text()))
        since = self.tr("Since: {time} · Reason: {code}")
        time = self._times.contact(self._since)
        self._since_line.setText(since.format(time=time, code=self._reason.value))

    def _reasons(self) -> dict[OutOfService, str]:
        return {
            OutOfService.POLICY: self.tr("It is not set up as it should be."),
            OutOfService.STORAGE: self.tr("It could not clear away what a visit leaves behind."),
            OutOfService.DISK: self.tr("It has no room left to work."),
            OutOfService.CLOCK: self.tr("Its clock is wrong."),
            OutOfService.SERVICE: self.tr("The sign-in cannot be reached from here."),
            OutOfService.BROWSER: self.tr("The browser for the sign-in cannot be used."),
            OutOfService.PROGRAM: self.tr("The program does not start."),
        }

    def _lay_out(self) -> None:
        self.content.addWidget(self.head)
        words = column(gap=12)
        words.addStretch(1)
        words.addWidget(self._mark)
        for line in (self._title, self._why, self._help, self._since_line):
            words.addWidget(line)
        words.addStretch(1)
        self._middle = row()
        self._middle.addStretch()
        self._middle.addLayout(words)
        self._middle.addWidget(self.code, 0, Qt.AlignmentFlag.AlignVCenter)
        self._middle.addStretch()
        self.content.addLayout(self._middle, 1)
        self.content.addWidget(self.foot)
