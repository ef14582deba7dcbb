"""Resetting a passcode, on a page of its own: three steps at the top, one of them below.

The page decides which step is shown, from the models alone, and leaves everything else to it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.capabilities import ResetEffect
from companyportal.clock import Clock
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.models.account import AccountModel
from companyportal.models.follow_up import FollowUp
from companyportal.models.organisation import OrganisationModel
from companyportal.models.passcode_reset import PasscodeReset
from companyportal.models.reset_progress import Step
from companyportal.records import OperationState
from companyportal.views.announce import announce
from companyportal.views.back_button import BackButton
from companyportal.views.effect_words import effect_of
from companyportal.views.reset_before import ResetBefore
from companyportal.views.reset_confirm import ResetConfirm
from companyportal.views.reset_ended import ResetEnded
from companyportal.views.reset_failed import ResetFailed
from companyportal.views.reset_passcode import ResetPasscode
from companyportal.views.reset_removed import ResetRemoved
from companyportal.views.reset_sending import ResetSending
from companyportal.views.reset_sign_in import ResetSignIn
from companyportal.views.reset_step import ResetModels, ResetStep
from companyportal.views.reset_unknown import ResetUnknown
from companyportal.views.reset_waiting import ResetWaiting
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, spaced
from companyportal.views.stepper import Stepper
from companyportal.views.text import Text, display

_NUMBERS = {
    Step.BEFORE_START: 0,
    Step.SIGNING_OUT: 1,
    Step.SIGN_IN_AGAIN: 1,
    Step.CHECKING: 1,
    Step.CONFIRM: 2,
    Step.SENDING: 2,
    Step.FOLLOWING: 2,
}
"""Which of the three each step belongs to; an end stays where it happened."""


class ResetPage(ScrollPage):
    """The reset that is under way, or has just ended.

    Signals:
        back(): to the device.
        devices_asked(): to the list.
        support_asked(): the person wants help.
    """

    back = Signal()
    devices_asked = Signal()
    support_asked = Signal()

    def __init__(
        self,
        reset: PasscodeReset,
        follow_up: FollowUp,
        account: AccountModel,
        organisation: OrganisationModel,
        clipboard: SecretClipboard,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(max_width=704, parent=parent)
        self._models = ResetModels(reset, follow_up, account, organisation, clipboard, clock)
        self.back_button = BackButton()
        self._title = Text("", "title")
        self.stepper = Stepper()
        self.before = ResetBefore(self._models)
        self.sign_in = ResetSignIn(self._models)
        self.confirm = ResetConfirm(self._models)
        self.sending = ResetSending(self._models)
        self.waiting = ResetWaiting(self._models)
        self.unknown = ResetUnknown(self._models)
        self.passcode = ResetPasscode(self._models)
        self.removed = ResetRemoved(self._models)
        self.failed = ResetFailed(self._models)
        self.ended = ResetEnded(self._models)
        self._shown: ResetStep | None = None
        self._number = 0
        self._lay_out()
        self._connect()
        self._render()

    @property
    def steps(self) -> tuple[ResetStep, ...]:
        """All of them; one is visible."""
        started = (self.before, self.sign_in, self.confirm, self.sending)
        sent = (self.waiting, self.unknown, self.passcode, self.removed, self.failed)
        return (*started, *sent, self.ended)

    @property
    def shown(self) -> ResetStep | None:
        """The step on the screen; None where no reset is under way."""
        return self._shown

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened: the keyboard goes to the first control of the step."""
        first = self._shown.first if self._shown is not None else None
        (first or self.back_button).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()

    def showEvent(self, event: QShowEvent) -> None:
        """Shown again: as the models stand now."""
        super().showEvent(event)
        self._render()

    def hideEvent(self, event: QHideEvent) -> None:
        """Left: nothing secret stays, and the last button goes to sleep again."""
        super().hideEvent(event)
        if self._shown is not None:
            self._shown.leave()

    def _connect(self) -> None:
        models = self._models
        self.back_button.clicked.connect(self.back)
        for step in self.steps:
            step.devices_asked.connect(self.devices_asked)
            step.support_asked.connect(self.support_asked)
        for signal in (models.reset.changed, models.account.changed, models.organisation.changed):
            signal.connect(self._render)
        models.follow_up.changed.connect(self._on_follow_up_changed)

    def _on_follow_up_changed(self, device_id: str) -> None:
        device = self._models.device
        if device is not None and device.device_id == device_id:
            self._render()

    def _render(self) -> None:
        progress = self._models.reset.progress
        self._title.setText(self.tr("Reset passcode"))
        self._number = _NUMBERS.get(progress.step, self._number)
        step = self._step()
        is_done = step in (self.passcode, self.removed)
        names = [self.tr("Before you start"), self.tr("Sign in again"), self.tr("Reset")]
        self.stepper.set_steps(names, self._number, is_done=is_done)
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        is_another = step is not self._shown
        if is_another:
            self._show(step)
        if progress.device is None or step is None:
            return
        self.back_button.set_words(display(progress.device.name))
        step.render_step(progress.device)
        if is_another and self.isVisible():
            announce(self, step.announcement, is_urgent=step is self.ended)
            if has_focus:
                self.focus_first()

    def _step(self) -> ResetStep | None:
        step = self._models.reset.progress.step
        if step is Step.FOLLOWING:
            return self._result()
        return {
            Step.BEFORE_START: self.before,
            Step.SIGNING_OUT: self.sign_in,
            Step.SIGN_IN_AGAIN: self.sign_in,
            Step.CHECKING: self.sign_in,
            Step.CONFIRM: self.confirm,
            Step.SENDING: self.sending,
            Step.ENDED: self.ended,
        }.get(step)

    def _result(self) -> ResetStep:
        followed = self._models.followed
        if followed is None:
            return self.failed
        if followed.state is OperationState.UNKNOWN:
            return self.unknown
        if followed.state.is_open:
            return self.waiting
        if followed.state is not OperationState.DONE:
            return self.failed
        is_removed = effect_of(followed.device) is ResetEffect.REMOVED
        return self.removed if is_removed else self.passcode

    def _show(self, step: ResetStep | None) -> None:
        """Put another step on the screen; the keyboard goes along if it was on this page."""
        if self._shown is not None:
            self._shown.leave()
            self._shown.hide()
        self._shown = step
        if step is not None:
            step.show()

    def _lay_out(self) -> None:
        content = spaced(self.content, 18)
        head = column(gap=8)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._title)
        head.addSpacing(6)
        head.addWidget(self.stepper)
        content.addLayout(head)
        for step in self.steps:
            step.hide()
            content.addWidget(step)
        content.addStretch(1)
