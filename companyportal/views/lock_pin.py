"""A Mac was locked: the PIN that opens it, shown like a passcode."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.records import OperationState
from companyportal.views.buttons import Button
from companyportal.views.message_bar import MessageBar
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.secret_field import SecretField
from companyportal.views.secret_kind import SecretKind
from companyportal.views.secret_watch import SecretWatch
from companyportal.views.text import Text


class LockPin(ProtectedStep):
    """The PIN, or that it can no longer be shown."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = OutcomeWords(self)
        self._head = ResultHead("lock", "success")
        self.secret = SecretField(models.clipboard, models.clock, SecretKind.PIN)
        self._gone = MessageBar("info", "info")
        self._text = Text("", "body")
        self._hint = Text("", "body", "text2")
        self.done = Button("")
        self.support = Button("", icon="support")
        self._watch = SecretWatch(
            is_kept=lambda: models.answer is not None, on_gone=self._on_gone, parent=self
        )
        for part in (self._head, self.secret, self._gone, self._text, self._hint):
            self._body.addWidget(part)
        self._add_buttons(self.done, self.support, in_card=True)
        self.secret.shown.connect(models.note_shown)
        self.secret.copy_button.clicked.connect(models.note_shown)
        self.done.clicked.connect(self.devices_asked)
        self.support.clicked.connect(self.support_asked)

    @property
    def announcement(self) -> str:
        """The result, never the PIN."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        answer = self._models.answer
        secret = answer.secret if answer is not None else None
        page = self._words.describe(self._models.action, device, OperationState.DONE)
        self._head.mark.set_state(page.icon, page.kind)
        self._head.set_words(page.title, page.line)
        self.secret.set_secret(secret)
        self.secret.setVisible(secret is not None)
        self._gone.setVisible(secret is None)
        self._gone.set_words(
            self.tr("The PIN is no longer kept here."), self.tr("IT support can still see it.")
        )
        self._text.setText(page.text)
        self._hint.setText(page.hint)
        self.done.setText(self.tr("Back to devices"))
        self.support.setText(self.tr("IT support"))
        self._watch.watch(secret is not None)

    def leave(self) -> None:
        """Nothing of the PIN stays in the widgets."""
        self._watch.watch(is_there=False)
        self.secret.set_secret(None)

    def _on_gone(self) -> None:
        self.secret.set_secret(None)
