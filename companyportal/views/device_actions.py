"""What can be done with a device, and in words why something cannot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.follow_up import FollowUp
from companyportal.models.followed import Followed
from companyportal.records import OperationState
from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.icon import IconView
from companyportal.views.message_bar import MessageBar
from companyportal.views.reason_words import ReasonWords
from companyportal.views.spacing import column, row
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords


class DeviceActions(QWidget):
    """Buttons in a row, the reason below them, and the way to a running request above.

    Signals:
        reset_asked(device: Device)
        result_asked(device: Device)
        support_asked()
    """

    reset_asked = Signal(object)
    result_asked = Signal(object)
    support_asked = Signal()

    def __init__(
        self,
        details: DeviceDetailsModel,
        follow_up: FollowUp,
        times: TimeWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._details = details
        self._follow_up = follow_up
        self._times = times
        self._reasons = ReasonWords(self)
        self.result = MessageBar("info", "clock")
        self.reset = Button("", "primary", icon="passcode")
        self.check = Button("", icon="refresh")
        self.support = Button("", "link")
        self._reason = Text("", "body", "text2")
        self._lay_out()
        self.reset.clicked.connect(self._on_reset_clicked)
        self.check.clicked.connect(details.refresh)
        self.support.clicked.connect(self.support_asked)
        self.result.action_clicked.connect(self._on_result_clicked)
        details.changed.connect(self.render_actions)
        follow_up.changed.connect(self.render_actions)
        self.render_actions()

    def focus_first(self) -> None:
        """The page was opened."""
        self.reset.setFocus()

    def render_actions(self) -> None:
        """Read the models."""
        device = self._details.device
        if device is None:
            return
        reason = self._why_not()
        self.reset.setText(self.tr("Reset passcode"))
        self.reset.set_reason(reason)
        self.check.setText(self.tr("Check again"))
        waits = self._details.awaits_session
        self.check.set_busy(self._details.is_busy or waits)
        self._reason.setText(reason)
        self._reason_row.setVisible(bool(reason))
        self.support.setText(self.tr("IT support"))
        self.support.setVisible(bool(reason) and not (self._details.is_offline or waits))
        self._render_result(self._follow_up.find(device.device_id, Action.RESET_PASSCODE))

    def _why_not(self) -> str:
        offer = self._details.offer(Action.RESET_PASSCODE)
        if offer is not None and offer.reason is not None:
            return self._reasons.why(offer.reason)
        if self._details.awaits_session:
            return self.tr("Signing you in…")
        if self._details.is_offline:
            return self.tr("Not available while you are offline.")
        return ""

    def _render_result(self, followed: Followed | None) -> None:
        self.result.setVisible(followed is not None)
        if followed is None:
            return
        when = self._times.at(followed.ended_at or followed.asked_at)
        title, line, icon, kind = self._result_words(followed.state, when)
        self.result.set_look(kind, icon)
        self.result.set_words(title, line, action=self.tr("See the result"))

    def _result_words(self, state: OperationState, when: str) -> tuple[str, str, str, str]:
        if state is OperationState.DONE:
            line = self.tr("It ended {when}.").format(when=when)
            return self.tr("The passcode was reset."), line, "check-circle", "success"
        if state in (OperationState.FAILED, OperationState.NOT_SUPPORTED):
            line = self.tr("It ended {when}.").format(when=when)
            return self.tr("The reset did not work."), line, "warning", "warning"
        line = self.tr("It was requested {when}.").format(when=when)
        if state in (OperationState.UNKNOWN, OperationState.UNRESOLVED):
            title = self.tr("We do not know yet whether the reset worked.")
            return title, line, "unknown", "unknown"
        return self.tr("A reset is waiting for this device."), line, "clock", "info"

    def _on_reset_clicked(self) -> None:
        device = self._details.device
        if device is not None and not self._why_not():
            self.reset_asked.emit(device)

    def _on_result_clicked(self) -> None:
        device: Device | None = self._details.device
        if device is not None:
            self.result_asked.emit(device)

    def _lay_out(self) -> None:
        box = column(self, gap=10)
        box.addWidget(self.result)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.reset)
        flow.addWidget(self.check)
        box.addWidget(buttons)
        self._reason_row = QWidget()
        line = row(self._reason_row, gap=8, margins=(2, 0, 0, 0))
        line.addWidget(IconView("info", "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = Columns(at=520, gap=12)
        words.add(self._reason, 1)
        words.add(self.support, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        line.addWidget(words, 1)
        box.addWidget(self._reason_row)
