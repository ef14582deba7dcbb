"""The recovery keys of a computer, each hidden until it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.records import OperationState
from companyportal.recovery_key import RecoveryKey, Volume
from companyportal.views.buttons import Button
from companyportal.views.message_bar import MessageBar
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.secret_field import SecretField
from companyportal.views.secret_kind import SecretKind
from companyportal.views.secret_watch import SecretWatch
from companyportal.views.spacing import column
from companyportal.views.text import Text, display
from companyportal.views.time_words import TimeWords


class RecoveryKeys(ProtectedStep):
    """One field for each key; or that there is none, or that they can no longer be shown."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = OutcomeWords(self)
        self._times = TimeWords(models.clock, self)
        self._head = ResultHead("recovery-key", "success")
        self._keys = column(gap=16)
        self.fields: list[SecretField] = []
        self._labels: list[Text] = []
        self._shown: tuple[RecoveryKey, ...] = ()
        self._gone = MessageBar("info", "info")
        self._hint = Text("", "body", "text2")
        self.done = Button("")
        self.support = Button("", icon="support")
        self._watch = SecretWatch(
            is_kept=lambda: models.answer is not None, on_gone=self._clear, parent=self
        )
        self._body.addWidget(self._head)
        self._body.addLayout(self._keys)
        self._body.addWidget(self._gone)
        self._body.addWidget(self._hint)
        self._add_buttons(self.done, self.support, in_card=True)
        self.done.clicked.connect(self.devices_asked)
        self.support.clicked.connect(self.support_asked)

    @property
    def announcement(self) -> str:
        """The result, never a key."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        answer = self._models.answer
        keys = answer.keys if answer is not None else ()
        page = self._words.describe(self._models.action, device, OperationState.DONE)
        if answer is not None and not keys:
            page = self._words.no_key()
        self._head.mark.set_state(page.icon, page.kind)
        self._head.set_words(page.title, page.line)
        self._show(keys)
        self._gone.setVisible(answer is None)
        self._gone.set_words(
            self.tr("The key is no longer kept here."),
            self.tr("Ask for it again, with a new sign-in."),
        )
        self._hint.setText(page.hint)
        self.done.setText(self.tr("Back to devices"))
        self.support.setText(self.tr("IT support"))
        self._watch.watch(bool(keys))

    def leave(self) -> None:
        """Nothing of a key stays in the widgets."""
        self._watch.watch(is_there=False)
        self._clear()

    def _show(self, keys: tuple[RecoveryKey, ...]) -> None:
        if keys != self._shown:
            self._clear()
            self._shown = keys
            for key in keys:
                self._add(key)
        for label, key in zip(self._labels, keys, strict=False):
            label.setText(self._label(key))

    def _add(self, key: RecoveryKey) -> None:
        label = Text("", "strong")
        field = SecretField(self._models.clipboard, self._models.clock, SecretKind.RECOVERY_KEY)
        field.set_secret(key.key)
        field.shown.connect(self._models.note_shown)
        field.copy_button.clicked.connect(self._models.note_shown)
        self._labels.append(label)
        self.fields.append(field)
        self._keys.addWidget(label)
        self._keys.addWidget(field)

    def _clear(self) -> None:
        for field in self.fields:
            field.set_secret(None)
        for widget in (*self._labels, *self.fields):
            self._keys.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._labels, self.fields, self._shown = [], [], ()

    def _label(self, key: RecoveryKey) -> str:
        """Which disk, and what the locked computer shows, so that the right key is typed."""
        volume = {
            Volume.SYSTEM: self.tr("System disk"),
            Volume.FIXED: self.tr("Another disk in the computer"),
            Volume.REMOVABLE: self.tr("Removable disk"),
        }.get(key.volume, self.tr("Disk"))
        parts = [volume]
        if key.key_id:
            parts.append(self.tr("key ID {id}").format(id=display(key.key_id[:8].upper())))
        if key.created_at is not None:
            parts.append(self.tr("made {when}").format(when=self._times.day(key.created_at)))
        return " · ".join(parts)
