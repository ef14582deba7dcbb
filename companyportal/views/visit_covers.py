"""What takes the place of a visit's pages: the question whether anybody is there, and the end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from companyportal.models.organisation import OrganisationModel
from companyportal.models.visit import Visit, VisitState
from companyportal.views.finishing_page import FinishingPage
from companyportal.views.idle_warning import IdleWarning
from companyportal.views.stage import Stage

_ENDED = (VisitState.FINISHING, VisitState.OVER)


class VisitCovers(QStackedWidget):
    """One of three: the frame with everything personal, the question, the end.

    Signals:
        stay_asked(), end_asked(): see IdleWarning.
    """

    stay_asked = Signal()
    end_asked = Signal()

    def __init__(
        self,
        frame: QWidget,
        stage: Stage,
        visit: Visit,
        *,
        organisation: OrganisationModel,
        warning_s: int,
    ) -> None:
        """``warning_s``: how long the question stands."""
        super().__init__()
        self._frame: QWidget | None = frame
        self._stage = stage
        self._visit = visit
        self._came_from: QWidget | None = None
        self.warning = IdleWarning(warning_s, organisation.organisation)
        self.finishing = FinishingPage(organisation.organisation)
        for screen in (frame, self.warning, self.finishing):
            self.addWidget(screen)
        self.warning.stay_asked.connect(self.stay_asked)
        self.warning.end_asked.connect(self.end_asked)

    def render_visit(self, *, is_asked_elsewhere: bool = False) -> None:
        """Read the model; ``is_asked_elsewhere``: another window says the question aloud."""
        state = self._visit.state
        if state in _ENDED:
            self._end()
        elif state is VisitState.WARNING:
            self.warning.set_left(self._visit.warning_left_s, is_aloud=not is_asked_elsewhere)
            if self.currentWidget() is not self.warning:
                self._cover(is_asked_elsewhere)
        elif self.currentWidget() is self.warning:
            self._uncover()

    def _cover(self, is_asked_elsewhere: bool) -> None:
        assert self._frame is not None
        self._came_from = self._frame.focusWidget()
        self._stage.is_covered = True
        self.setCurrentWidget(self.warning)
        if not is_asked_elsewhere:
            self.warning.begin()

    def _uncover(self) -> None:
        assert self._frame is not None
        self.setCurrentWidget(self._frame)
        self._stage.is_covered = False
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def _end(self) -> None:
        """Nothing personal stays in any widget: they all go, not only out of sight."""
        if self._frame is None:
            return
        frame, self._frame, self._came_from = self._frame, None, None
        self._stage.is_covered = False
        self.setCurrentWidget(self.finishing)
        self.removeWidget(frame)
        frame.hide()
        # What was pressed is perhaps in it, and still on its way back.
        frame.deleteLater()
        self.finishing.begin(is_sending=self._visit.is_sending)
