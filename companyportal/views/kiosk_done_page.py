"""The few seconds after a visit: that it is over and why, and nothing about whose it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from companyportal.organisation import Organisation
from companyportal.views.cover_page import CoverPage
from companyportal.views.mark import Mark
from companyportal.views.text import Text
from companyportal.visit import VisitEnd

_BY_ITSELF = (VisitEnd.STUCK, VisitEnd.CRASHED)


class KioskDonePage(CoverPage):
    """A disc, what is the case, what that means."""

    def __init__(self, organisation: Organisation, parent: QWidget | None = None) -> None:
        super().__init__(organisation, parent)
        self._end = VisitEnd.ASKED
        self._is_unknown = False
        centre = Qt.AlignmentFlag.AlignHCenter
        self._mark = Mark("check-circle", "success", "success_bg", size=88, glyph=44)
        self._title = Text("", "display", align=centre)
        self._line = Text("", "lead", "text2", align=centre)
        self._request = Text("", "lead", "unknown", align=centre)
        self.middle.addWidget(self._mark, 0, centre)
        for words in (self._title, self._line, self._request):
            self.middle.addWidget(words)
        self.add_foot()
        self._render()

    @property
    def title(self) -> str:
        """For those who cannot see it."""
        words = (self._title.text(), self._line.text(), self._request.text())
        return " ".join(each for each in words if each)

    def focus_first(self) -> None:
        """Any key closes it, but for those that lead to the foot and press there."""
        self.setFocus()

    def set_end(self, end: VisitEnd, *, is_unknown: bool = False) -> None:
        """How the visit ended; ``is_unknown``: a request left whose end nobody heard of."""
        self._end, self._is_unknown = end, is_unknown
        self._render()
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def _render(self) -> None:
        self._mark.set_state(*self._look())
        self._title.setText(self._titles())
        self._line.setText(self._lines())
        self._request.setText(
            self.tr("A request was already on its way. Sign in again to see its outcome.")
            if self._is_unknown
            else ""
        )
        self._request.setVisible(self._is_unknown)

    def _look(self) -> tuple[str, str]:
        """The icon and its state: never a success where something went by itself."""
        if self._is_unknown:
            return "unknown", "unknown"
        return ("info", "info") if self._end in _BY_ITSELF else ("check-circle", "success")

    def _titles(self) -> str:
        if self._end is VisitEnd.ASKED:
            return self.tr("Done. You are signed out.")
        return self.tr("The session has ended")

    def _lines(self) -> str:
        match self._end:
            case VisitEnd.IDLE:
                return self.tr("The screen was not touched for a while. Nothing stays here.")
            case VisitEnd.LIMIT:
                return self.tr("The time was over. Nothing stays here. You can start again.")
            case VisitEnd.INTERRUPTED:
                return self.tr("The screen was locked or switched off. You can start again.")
            case VisitEnd.OTHER_PERSON:
                return self.tr("Another account signed in. Start again with your own.")
            case VisitEnd.STUCK | VisitEnd.CRASHED:
                return self.tr("The program stopped working. You can start again.")
            case _:
                return self.tr("Nothing stays here.")
