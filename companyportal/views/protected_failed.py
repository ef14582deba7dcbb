"""Sent, and it did not end well: failed, not supported, or never found out."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.errors import PortalError
from companyportal.models.dispatch import task_of
from companyportal.models.followed import Followed
from companyportal.models.messages import Message
from companyportal.views.buttons import Button
from companyportal.views.copying import CopyButton, copy_text
from companyportal.views.error_text import ErrorText
from companyportal.views.failure_words import FailurePage, FailureWords
from companyportal.views.outcome_words import OutcomePage, OutcomeWords
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.text import Text


class ProtectedFailed(ProtectedStep):
    """What happened, what has not changed, and who can help."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = FailureWords(self)
        self._outcomes = OutcomeWords(self)
        self._errors = ErrorText(self)
        self._head = ResultHead("error", "danger")
        self._text = Text("", "body")
        self._hint = Text("", "body", "text2")
        self.devices = Button("", "primary")
        self.support = Button("", icon="support")
        self.copy = CopyButton("link")
        for part in (self._head, self._text, self._hint):
            self._body.addWidget(part)
        self._add_buttons(self.devices, self.support, self.copy)
        self.devices.clicked.connect(self.devices_asked)
        self.support.clicked.connect(self.support_asked)
        self.copy.clicked.connect(self._on_copy_clicked)

    @property
    def announcement(self) -> str:
        """The result."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        followed = self._models.followed
        page = self._described(device, followed)
        self._head.mark.set_state(page.icon, page.kind)
        self._head.set_words(page.title, page.line)
        self._text.setText(page.text)
        self._hint.setText(page.hint)
        self._hint.setVisible(bool(page.hint))
        self.devices.setText(self.tr("Back to devices"))
        self.support.setText(self.tr("IT support"))
        self.copy.setText(self.tr("Copy details"))
        self.copy.setVisible(followed is not None)

    def _described(self, device: Device, followed: Followed | None) -> FailurePage | OutcomePage:
        """A passcode has words of its own; without any request there is only one thing to say."""
        if followed is None or followed.key.action is Action.RESET_PASSCODE:
            return self._words.describe(device, followed.state if followed else None)
        return self._outcomes.describe(followed.key.action, device, followed.state)

    def _on_copy_clicked(self) -> None:
        followed = self._models.followed
        if followed is None:
            return
        error = self._models.protected.progress.error or PortalError(code=followed.state.value)
        at = followed.ended_at or followed.asked_at
        details = self._errors.details(Message(error, task_of(self._models.action), at))
        copy_text(details)
