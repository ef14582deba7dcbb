"""A protected action on a page of its own: three steps at the top, one of them below.

The page decides from the models which step is shown, and leaves everything else to it. A step is
made when it is first needed, for most people see four of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.clock import Clock
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.models.account import AccountModel
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.device_list import DeviceList
from companyportal.models.follow_up import FollowUp
from companyportal.models.organisation import OrganisationModel
from companyportal.models.protected_action import ProtectedAction
from companyportal.views.action_done import ActionDone
from companyportal.views.action_words import ActionWords
from companyportal.views.announce import announce
from companyportal.views.back_button import BackButton
from companyportal.views.device_words import device_name
from companyportal.views.footed_page import FootedPage
from companyportal.views.located import Located
from companyportal.views.lock_pin import LockPin
from companyportal.views.protected_before import ProtectedBefore
from companyportal.views.protected_choice import SUCCESSES, step_name, step_number
from companyportal.views.protected_confirm import ProtectedConfirm
from companyportal.views.protected_ended import ProtectedEnded
from companyportal.views.protected_failed import ProtectedFailed
from companyportal.views.protected_sending import ProtectedSending
from companyportal.views.protected_sign_in import ProtectedSignIn
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.protected_unknown import ProtectedUnknown
from companyportal.views.protected_waiting import ProtectedWaiting
from companyportal.views.recovery_keys import RecoveryKeys
from companyportal.views.reset_passcode import ResetPasscode
from companyportal.views.reset_removed import ResetRemoved
from companyportal.views.spacing import column, spaced
from companyportal.views.stage import is_covered
from companyportal.views.stepper import Stepper
from companyportal.views.text import Text
from companyportal.views.venue import is_public

_Step = TypeVar("_Step", bound=ProtectedStep)
_NAMES = (
    "before",
    "sign_in",
    "confirm",
    "sending",
    "waiting",
    "passcode",
    "removed",
    "pin",
    "keys",
    "place",
    "done",
    "failed",
    "unknown",
    "ended",
)


class ProtectedPage(FootedPage):
    """The action that is under way, or has just ended.

    Signals:
        back(): to the device.
        devices_asked(): to the list.
        support_asked(): the person wants help.
        link_asked(address: str): open it in the browser.
    """

    back = Signal()
    devices_asked = Signal()
    support_asked = Signal()
    link_asked = Signal(str)

    def __init__(
        self,
        protected: ProtectedAction,
        follow_up: FollowUp,
        account: AccountModel,
        organisation: OrganisationModel,
        details: DeviceDetailsModel,
        devices: DeviceList,
        clipboard: SecretClipboard | None,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(max_width=704, parent=parent)
        self._models = ProtectedModels(
            protected, follow_up, account, organisation, details, devices, clipboard, clock
        )
        self.back_button = BackButton()
        self._title = Text("", "title")
        self.stepper = Stepper()
        self._words = ActionWords(self)
        self._column = column()
        self._shown: ProtectedStep | None = None
        self._number = 0
        self._lay_out()
        self._connect()
        self._render()

    def make_all(self) -> Iterator[object]:
        """Make the steps that are missing, one each time."""
        for name in _NAMES:
            yield getattr(self, name)

    @cached_property
    def before(self) -> ProtectedBefore:
        """What will happen."""
        return self._add(ProtectedBefore(self._models))

    @cached_property
    def sign_in(self) -> ProtectedSignIn:
        """Out, and in again by the browser."""
        return self._add(ProtectedSignIn(self._models))

    @cached_property
    def confirm(self) -> ProtectedConfirm:
        """The question."""
        return self._add(ProtectedConfirm(self._models))

    @cached_property
    def sending(self) -> ProtectedSending:
        """The request is on its way."""
        return self._add(ProtectedSending(self._models))

    @cached_property
    def waiting(self) -> ProtectedWaiting:
        """The device has still to answer."""
        return self._add(ProtectedWaiting(self._models))

    @cached_property
    def unknown(self) -> ProtectedUnknown:
        """Nobody knows whether the request arrived."""
        return self._add(ProtectedUnknown(self._models))

    @cached_property
    def passcode(self) -> ResetPasscode:
        """The new passcode."""
        return self._add(ResetPasscode(self._models))

    @cached_property
    def removed(self) -> ResetRemoved:
        """The passcode has gone."""
        return self._add(ResetRemoved(self._models))

    @cached_property
    def pin(self) -> LockPin:
        """The PIN of a locked Mac."""
        return self._add(LockPin(self._models))

    @cached_property
    def keys(self) -> RecoveryKeys:
        """The recovery keys."""
        return self._add(RecoveryKeys(self._models))

    @cached_property
    def place(self) -> Located:
        """Where the device was."""
        step = self._add(Located(self._models))
        step.link_asked.connect(self.link_asked)
        return step

    @cached_property
    def done(self) -> ActionDone:
        """It was done."""
        return self._add(ActionDone(self._models))

    @cached_property
    def failed(self) -> ProtectedFailed:
        """The device could not do it."""
        return self._add(ProtectedFailed(self._models))

    @cached_property
    def ended(self) -> ProtectedEnded:
        """Nothing was sent, and why."""
        return self._add(ProtectedEnded(self._models))

    @property
    def shown(self) -> ProtectedStep | None:
        """The step on the screen; None where no reset is under way."""
        return self._shown

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self._title.text()

    def focus_first(self) -> None:
        """The page was opened: the keyboard goes to the first control of the step."""
        # Where fingers are used, the page is read from its top and nothing is scrolled away.
        shown = None if is_public() else self._shown
        first = shown.first if shown is not None else None
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
        if self._shown is not None and not is_covered(self):
            self._shown.leave()

    def _connect(self) -> None:
        models = self._models
        self.back_button.clicked.connect(self.back)
        for model in (models.protected, models.account, models.organisation, models.details):
            model.changed.connect(self._render)
        models.follow_up.changed.connect(self._on_follow_up_changed)

    def _on_follow_up_changed(self, device_id: str) -> None:
        device = self._models.device
        if device is not None and device.device_id == device_id:
            self._render()

    def _render(self) -> None:
        progress = self._models.protected.progress
        self._title.setText(self._words.verb(progress.action))
        number = step_number(self._models)
        self._number = self._number if number is None else number
        name = step_name(self._models)
        step: ProtectedStep | None = getattr(self, name) if name else None
        steps = self._words.steps(progress.action)
        self.stepper.setVisible(progress.action.is_protected)
        self.stepper.set_steps(list(steps), self._number, is_done=name in SUCCESSES)
        focus = QApplication.focusWidget()
        has_focus = focus is not None and self.isAncestorOf(focus)
        is_another = step is not self._shown
        if is_another:
            self._make_room(step)
        if step is None:
            return
        if progress.device is not None:
            self.back_button.set_words(device_name(progress.device.name))
            step.render_step(progress.device)
        step.show()  # with its words, or it would be laid out twice
        if is_another and self.isVisible():
            announce(self, step.announcement, is_urgent=name == "ended")
            if has_focus:
                self.focus_first()

    def _make_room(self, step: ProtectedStep | None) -> None:
        """For another step, which is not to be seen yet."""
        if self._shown is not None:
            self._shown.leave()
            self._shown.hide()
        self._shown = step
        self.set_foot(step.buttons if step is not None else None)

    def _lay_out(self) -> None:
        content = spaced(self.content, 18)
        head = column(gap=8)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._title)
        head.addSpacing(6)
        head.addWidget(self.stepper)
        content.addLayout(head)
        content.addLayout(self._column)
        content.addStretch(1)

    def _add(self, step: _Step) -> _Step:
        step.hide()
        self._column.addWidget(step)
        if step.buttons is not None:
            self.add_foot(step.buttons)
        step.devices_asked.connect(self.devices_asked)
        step.support_asked.connect(self.support_asked)
        return step
