"""Done on an iPhone or iPad: the passcode is gone, and the device is open to anyone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.capabilities import ResetEffect
from companyportal.domain import Device
from companyportal.views.buttons import Button
from companyportal.views.device_words import device_name
from companyportal.views.mark import NumberMark
from companyportal.views.message_bar import MessageBar
from companyportal.views.point_row import PointRow
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.views.waiting_words import WaitingWords


class ResetRemoved(ProtectedStep):
    """The passcode was removed."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = WaitingWords(self)
        self._times = TimeWords(models.clock, self)
        self._head = ResultHead("unlock", "success")
        self._bar = MessageBar("warning", "warning")
        self._next = Text("", "subtitle")
        self._steps = [PointRow(NumberMark(number)) for number in (1, 2, 3)]
        self.done = Button("", "primary")
        self.support = Button("", icon="support")
        for part in (self._head, self._bar, self._next, *self._steps):
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
        followed = self._models.followed
        if followed is None or followed.ended_at is None:
            return
        self._head.set_words(
            self.tr("The passcode was removed"),
            self.tr("Done {when} on {device}. No new passcode was made.").format(
                when=self._times.at(followed.ended_at), device=device_name(device.name)
            ),
        )
        warning = self._words.anyone_can_open(device)
        self._bar.set_words(warning, self.tr("Set a new passcode right away."))
        self._next.setText(self._words.next_on(device))
        steps = self._words.next_steps(device, ResetEffect.REMOVED)
        for row, step in zip(self._steps, steps, strict=True):
            row.set_point(step)
        self.done.setText(self.tr("Done"))
        self.support.setText(self.tr("IT support"))
