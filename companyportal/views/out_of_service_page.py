"""Shown while nobody can be served: why, since when, and who helps meanwhile."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.organisation import Organisation
from companyportal.views.kiosk_foot import KioskFoot
from companyportal.views.mark import Mark
from companyportal.views.qr_code import QrCode
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, spaced
from companyportal.views.station_head import StationHead
from companyportal.views.support_line import support_line
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.visit import Comfort, OutOfService


class OutOfServicePage(QWidget):
    """A reason in plain words, its name for whoever is called, and the ways to reach them."""

    def __init__(
        self, organisation: Organisation, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._organisation = organisation
        self._times = TimeWords(clock, self)
        self._reason = OutOfService.PROGRAM
        self._since = clock.now()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.head = StationHead(organisation, clock)
        self._mark = Mark("warning", "warning", "warning_bg", size=72, glyph=36)
        self._title = Text("", "display", align=centre)
        self._why = Text("", "lead", "text2", align=centre)
        self._help = Text("", "heading", align=centre)
        self.code = QrCode(organisation.support_site_url)
        self._since_line = Text("", "body", "text2", align=centre)
        self.foot = KioskFoot(organisation, has_phone=False)
        self._lay_out()
        self._render()

    @property
    def title(self) -> str:
        """For those who cannot see it."""
        words = (self._title.text(), self._why.text(), self._help.text())
        return " ".join(each for each in words if each)

    def set_reason(self, reason: OutOfService, since: datetime) -> None:
        """Why, and since when."""
        self._reason, self._since = reason, since
        self._render()

    def set_comfort(self, comfort: Comfort) -> None:
        """What the person chose to read better."""
        self.foot.set_comfort(comfort)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _render(self) -> None:
        self._title.setText(self.tr("This station is out of service"))
        self._why.setText(self._reasons()[self._reason])
        self._help.setText(support_line(self._organisation))
        self._help.setVisible(bool(self._help.text()))
        since = self.tr("Out of service since {time} · reason: {code}")
        time = self._times.brief(self._since)
        self._since_line.setText(since.format(time=time, code=self._reason.value))

    def _reasons(self) -> dict[OutOfService, str]:
        return {
            OutOfService.POLICY: self.tr("It is not set up as it should be."),
            OutOfService.STORAGE: self.tr("It could not clear away what a visit leaves behind."),
            OutOfService.CLOCK: self.tr("Its clock is wrong."),
            OutOfService.SERVICE: self.tr("The sign-in cannot be reached from here."),
            OutOfService.BROWSER: self.tr("The browser for the sign-in cannot be used."),
            OutOfService.PROGRAM: self.tr("The program does not start."),
        }

    def _lay_out(self) -> None:
        scroll = ScrollPage(max_width=10_000, margin=0)
        column(self, 0).addWidget(scroll)
        box = spaced(scroll.content, 0)
        box.addWidget(self.head)
        middle = column(gap=14, margins=(48, 16, 48, 16))
        middle.addStretch(1)
        middle.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addWidget(self._title)
        middle.addWidget(self._why)
        middle.addWidget(self._help)
        middle.addWidget(self.code)
        middle.addWidget(self._since_line)
        middle.addStretch(1)
        box.addLayout(middle, 1)
        box.addWidget(self.foot)
