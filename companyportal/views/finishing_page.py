"""The end of a visit: neutral, whatever was on the screen before."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from companyportal.organisation import Organisation
from companyportal.views.announce import announce
from companyportal.views.cover_page import CoverPage
from companyportal.views.text import Text
from companyportal.views.track import Track


class FinishingPage(CoverPage):
    """Names nobody and nothing, and there is nothing to press but its foot."""

    def __init__(self, organisation: Organisation, parent: QWidget | None = None) -> None:
        super().__init__(organisation, parent)
        self._is_sending = False
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Text("", "display", align=centre)
        self._line = Text("", "lead", "text2", align=centre)
        self.track = Track()
        self.middle.addWidget(self._title)
        self.middle.addWidget(self._line)
        self.middle.addWidget(self.track, 0, centre)
        self.add_foot()
        self._retranslate()

    @property
    def title(self) -> str:
        """What it says."""
        return self._title.text()

    def begin(self, *, is_sending: bool) -> None:
        """It has just appeared; ``is_sending``: a request is on its way, and its answer is waited
        for.
        """
        self._is_sending = is_sending
        self._retranslate()
        announce(self, self._title.text(), is_urgent=True)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._is_sending:
            self._title.setText(self.tr("Finishing…"))
            self._line.setText(self.tr("A request is on its way. Its answer is waited for."))
        else:
            self._title.setText(self.tr("Signing out…"))
            self._line.setText(self.tr("Everything on this screen is being erased."))
