"""Sent, but the answer was lost: neither success nor failure, and never sent again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.errors import OutcomeUnknown
from companyportal.models.dispatch import task_of
from companyportal.models.followed import Followed
from companyportal.models.messages import Message
from companyportal.records import OperationState
from companyportal.views import device_words
from companyportal.views.buttons import Button
from companyportal.views.copying import CopyButton, copy_text
from companyportal.views.effect_words import Point
from companyportal.views.error_text import ErrorText
from companyportal.views.mark import Mark
from companyportal.views.message_bar import MessageBar
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.point_row import PointRow
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.text import display
from companyportal.views.time_words import TimeWords
from companyportal.views.waiting_words import WaitingWords


class ProtectedUnknown(ProtectedStep):
    """We do not know yet whether it worked."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = WaitingWords(self)
        self._times = TimeWords(models.clock, self)
        self._outcomes = OutcomeWords(self)
        self._errors = ErrorText(self)
        self._head = ResultHead("unknown", "unknown")
        self._bar = MessageBar("unknown", "refresh")
        self._old = PointRow(Mark("phone"))
        self._unsure = PointRow(Mark("support"))
        self.check = Button("", "primary", icon="refresh")
        self.devices = Button("")
        self.copy = CopyButton("link")
        for part in (self._head, self._bar, self._old, self._unsure):
            self._body.addWidget(part)
        self._add_buttons(self.check, self.devices, self.copy)
        self.check.clicked.connect(self._on_check_clicked)
        self.devices.clicked.connect(self.devices_asked)
        self.copy.clicked.connect(self._on_copy_clicked)

    @property
    def announcement(self) -> str:
        """The state of things."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        followed = self._models.followed
        if followed is None:
            return
        self._head.set_words(
            self.tr("We do not know yet whether it worked"),
            self.tr("The connection broke after the request had left, {when}.").format(
                when=self._times.at(followed.asked_at)
            ),
        )
        again = self.tr("The request is not sent a second time.")
        self._bar.set_words(self._looking(followed), again)
        self._old.set_point(self._how_to_tell(device), device_words.icon(device))
        self._unsure.set_point(Point(self.tr("Still unsure after ten minutes?"), self._help()))
        self.check.setText(self.tr("Check now"))
        self.devices.setText(self.tr("Back to devices"))
        self.copy.setText(self.tr("Copy details"))

    def _how_to_tell(self, device: Device) -> Point:
        """What the person can see for themselves."""
        if self._models.action is Action.RESET_PASSCODE:
            return self._words.old_passcode(device)
        page = self._outcomes.describe(self._models.action, device, OperationState.UNKNOWN)
        return Point(page.hint or page.text, page.text if page.hint else "")

    def _looking(self, followed: Followed) -> str:
        if followed.next_look_s is None:
            return self.tr("We no longer look by ourselves. Press Check now.")
        if followed.next_look_s < 1:
            return self.tr("We are looking now.")
        return self.tr(
            "We keep looking. Next look after %n second(s).", "", round(followed.next_look_s)
        )

    def _help(self) -> str:
        phone = display(self._models.organisation.organisation.support_phone)
        if phone:
            return self.tr("IT support can see the result: {phone}.").format(phone=phone)
        return self.tr("IT support can see the result.")

    def _on_check_clicked(self) -> None:
        if (device := self._models.device) is not None:
            self._models.follow_up.check_now(device.device_id, self._models.action)

    def _on_copy_clicked(self) -> None:
        error = self._models.protected.progress.error or OutcomeUnknown()
        followed = self._models.followed
        at = followed.asked_at if followed else self._models.clock.now()
        details = self._errors.details(Message(error, task_of(self._models.action), at))
        copy_text(details)
