"""Done, and there is nothing more to see than that it was."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.records import OperationState
from companyportal.views.buttons import Button
from companyportal.views.device_chip import DeviceChip
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.text import Text


class ActionDone(ProtectedStep):
    """The device was removed, erased, locked …"""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = OutcomeWords(self)
        self._head = ResultHead("check-circle", "success")
        self._chip = DeviceChip()
        self._text = Text("", "body")
        self._hint = Text("", "body", "text2")
        self.done = Button("", "primary")
        self.support = Button("", icon="support")
        for part in (self._head, self._chip, self._text, self._hint):
            self._body.addWidget(part)
        self._add_buttons(self.done, self.support)
        self.done.clicked.connect(self.devices_asked)
        self.support.clicked.connect(self.support_asked)

    @property
    def announcement(self) -> str:
        """The result."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        page = self._words.describe(self._models.action, device, OperationState.DONE)
        self._head.mark.set_state(page.icon, page.kind)
        self._head.set_words(page.title, page.line)
        self._chip.set_device(device)
        for text, words in ((self._text, page.text), (self._hint, page.hint)):
            text.setText(words)
            text.setVisible(bool(words))
        self.done.setText(self.tr("Done"))
        self.support.setText(self.tr("IT support"))
