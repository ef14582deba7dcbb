"""Done, and there is a temporary passcode: hidden until asked for, and never here for long."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device, Secret
from companyportal.views.buttons import Button
from companyportal.views.device_words import device_name
from companyportal.views.effect_words import effect_of
from companyportal.views.mark import NumberMark
from companyportal.views.message_bar import MessageBar
from companyportal.views.point_row import PointRow
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.secret_field import SecretField
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.views.waiting_words import WaitingWords

LOOK_MS = 1000
"""How often the page asks whether the passcode may still be shown."""


class ResetPasscode(ProtectedStep):
    """Your temporary passcode is ready, or it can no longer be shown."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = WaitingWords(self)
        self._times = TimeWords(models.clock, self)
        self._head = ResultHead("check-circle", "success")
        self.secret = SecretField(models.clipboard, models.clock)
        self._gone = MessageBar("info", "info")
        self._next = Text("", "subtitle")
        self._steps = [PointRow(NumberMark(number)) for number in (1, 2)]
        self.devices = Button("")
        self.support = Button("", icon="support")
        self.watch = QTimer(self)
        self.watch.setInterval(LOOK_MS)
        self._lay_out()
        self.watch.timeout.connect(self._on_watch_timeout)
        self.secret.shown.connect(self._on_secret_used)
        self.secret.copy_button.clicked.connect(self._on_secret_used)
        self.devices.clicked.connect(self.devices_asked)
        self.support.clicked.connect(self.support_asked)

    @property
    def announcement(self) -> str:
        """The result, never the passcode."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        secret = self._models.follow_up.passcode(device.device_id)
        self._render_head(device, secret)
        self.secret.set_secret(secret)
        self.secret.setVisible(secret is not None)
        self._gone.setVisible(secret is None)
        self._gone.set_words(
            self.tr("The passcode is no longer kept here."),
            self.tr("Reset it again to get another one, or ask IT support."),
        )
        self._next.setText(self._words.next_on(device))
        steps = self._words.next_steps(device, effect_of(device))
        for row, step in zip(self._steps, steps, strict=False):
            row.set_point(step)
        for part in (self._next, *self._steps):
            part.setVisible(secret is not None)
        self.devices.setText(self.tr("Back to devices"))
        self.support.setText(self.tr("IT support"))
        if secret is not None and not self.watch.isActive():
            self.watch.start()

    def leave(self) -> None:
        """Nothing of the passcode stays in the widgets."""
        self.watch.stop()
        self.secret.set_secret(None)

    def _render_head(self, device: Device, secret: Secret | None) -> None:
        followed = self._models.followed
        if followed is None or followed.ended_at is None:
            return
        when, name = self._times.at(followed.ended_at), device_name(device.name)
        if secret is None:
            line = self.tr("Done {when} on {device}").format(when=when, device=name)
            self._head.set_words(self.tr("The passcode was reset"), line)
        else:
            line = self.tr("Made {when} for {device}").format(when=when, device=name)
            self._head.set_words(self.tr("Your temporary passcode is ready"), line)

    def _on_secret_used(self) -> None:
        """Seen or copied: from now on it is kept for five minutes only."""
        if (device := self._models.device) is not None:
            self._models.follow_up.note_shown(device.device_id, Action.RESET_PASSCODE)

    def _on_watch_timeout(self) -> None:
        device = self._models.device
        if device is None or self._models.follow_up.passcode(device.device_id) is None:
            self.watch.stop()
            self.secret.set_secret(None)

    def _lay_out(self) -> None:
        for part in (self._head, self.secret, self._gone, self._next, *self._steps):
            self._body.addWidget(part)
        self._add_buttons(self.devices, self.support, in_card=True)
