"""Asked before a remote lock or a restart: both are felt at once by whoever holds the device."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.models.device_list import DeviceList
from companyportal.models.direct_action import DirectAction
from companyportal.views.action_words import ActionWords, action_icon
from companyportal.views.buttons import Button
from companyportal.views.device_chip import DeviceChip
from companyportal.views.dialog import Dialog
from companyportal.views.loss_rows import LossRows
from companyportal.views.message_bar import MessageBar

WAKES_AFTER_MS = 1000
"""A double click on something before cannot reach the button."""


class DirectQuestion(Dialog):
    """Cancel, or do it; it opens and closes with the model's question."""

    def __init__(self, window: QWidget, direct: DirectAction, devices: DeviceList) -> None:
        super().__init__(window, "lock", "warning")
        self._direct = direct
        self._devices = devices
        self._words = ActionWords(self)
        self._chip = DeviceChip()
        self._here = MessageBar("warning", "warning")
        self._losses = LossRows()
        self.cancel = Button("")
        self.go = Button("", "primary")
        self.alarm = QTimer(self)
        self.alarm.setSingleShot(True)
        self.alarm.setInterval(WAKES_AFTER_MS)
        for part in (self._chip, self._here, self._losses):
            self.add_body(part)
        self.add_buttons(self.cancel, self.go)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.accept)
        self.accepted.connect(direct.confirm)
        self.rejected.connect(direct.cancel)
        self.alarm.timeout.connect(lambda: self.go.setEnabled(True))
        direct.changed.connect(self.render_question)

    def render_question(self) -> None:
        """Read the model: open with a question, close without."""
        question = self._direct.question
        if question is None:
            if self.is_open:
                self.reject()
            return
        self._chip.set_device(question.device)
        self.head.mark.set_look(action_icon(question.action), "warning", "warning_bg")
        self._set_words(question.action, question.device)
        if not self.is_open:
            self.go.setEnabled(False)
            self.alarm.start()
            self.open()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.render_question()

    def _set_words(self, action: Action, device: Device) -> None:
        is_here = self._devices.is_this_computer(device)
        texts = self._words.texts(action, device, is_this_computer=is_here)
        self.head.set_words(texts.question, texts.summary)
        self._here.setVisible(bool(texts.warning))
        self._here.set_words(texts.warning, "")
        self._losses.set_losses(texts.losses)
        self.cancel.setText(self.tr("Cancel"))
        self.go.setText(texts.confirm)
