"""Requested: the device answers when it is awake and online, and nobody has to wait here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.models.follow_up import FIRST_LOOK_S
from companyportal.models.followed import Followed
from companyportal.views import device_words
from companyportal.views.buttons import Button
from companyportal.views.device_words import device_name
from companyportal.views.effect_words import effect_of
from companyportal.views.mark import Mark
from companyportal.views.point_row import PointRow
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.result_head import ResultHead
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.views.track import Track
from companyportal.views.venue import is_public
from companyportal.views.waiting_words import WaitingWords

TAKES_LONG_S = 120.0
"""After so long the page says what may be the matter."""


class ProtectedWaiting(ProtectedStep):
    """Waiting for the device."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = WaitingWords(self)
        self._times = TimeWords(models.clock, self)
        self._head = ResultHead("clock", "info")
        self._head.mark.set_look("clock", "accent_text", "accent_tint")
        self._track = Track()
        self._next = Text("", "label", "text3")
        self._wake = PointRow(Mark("phone"))
        self._close = PointRow(Mark("bell"))
        self.check = Button("", icon="refresh")
        self.devices = Button("")
        for part in (self._head, self._track, self._next, self._wake, self._close):
            self._body.addWidget(part)
        self._add_buttons(self.check, self.devices)
        self.check.clicked.connect(self._on_check_clicked)
        self.devices.clicked.connect(self.devices_asked)

    @property
    def announcement(self) -> str:
        """Who is waited for."""
        return self._head.title

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        followed = self._models.followed
        if followed is None:
            return
        title = self.tr("Waiting for {device}").format(device=device_name(device.name))
        self._head.set_words(title, self._when(followed))
        self._track.setVisible(followed.next_look_s is not None)
        waited_s = self._models.clock.boot_s() - followed.boot_asked
        self._next.setText(self._next_look(followed.next_look_s, waited_s))
        wake = self._words.takes_long if waited_s >= TAKES_LONG_S else self._words.wake
        self._wake.set_point(wake(device), device_words.icon(device))
        self._close.set_point(self._words.may_close(self._makes_passcode(device)))
        self._close.setVisible(not is_public())  # there is no bell at a kiosk
        self.check.setText(self.tr("Check now"))
        self.devices.setText(self.tr("Back to devices"))

    def _makes_passcode(self, device: Device) -> bool:
        if self._models.action is not Action.RESET_PASSCODE:
            return False
        effect = effect_of(device)
        return effect is None or effect.makes_passcode

    def _when(self, followed: Followed) -> str:
        asked = self._times.brief(followed.asked_at)
        if followed.checked_at is None:
            return self.tr("Requested {asked}").format(asked=asked)
        return self.tr("Requested {asked} · last checked {checked}").format(
            asked=asked, checked=self._times.brief(followed.checked_at)
        )

    def _next_look(self, pause_s: float | None, waited_s: float) -> str:
        if pause_s is None:
            # In the first moment the first look is only about to be planned.
            stopped = self.tr("We no longer look by ourselves. Press Check now.")
            return stopped if waited_s >= FIRST_LOOK_S else ""
        if pause_s < 1:
            return self.tr("Looking now")
        return self.tr("Next look after %n second(s)", "", round(pause_s))

    def _on_check_clicked(self) -> None:
        if (device := self._models.device) is not None:
            self._models.follow_up.check_now(device.device_id, self._models.action)
