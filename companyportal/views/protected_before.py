"""Step 1: what will happen on this device, and the way there; nothing has been done yet."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.views import device_words
from companyportal.views.action_words import ActionTexts, ActionWords
from companyportal.views.buttons import Button
from companyportal.views.device_chip import DeviceChip
from companyportal.views.divider import Divider
from companyportal.views.effect_words import EffectWords, Point, effect_icon, effect_of
from companyportal.views.loss_rows import LossRows
from companyportal.views.loss_words import Losses
from companyportal.views.mark import NumberMark
from companyportal.views.message_bar import MessageBar
from companyportal.views.point_row import PointRow, accented
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.text import Text
from companyportal.wipe_choices import NO_CHOICES


class ProtectedBefore(ProtectedStep):
    """Before you start."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = EffectWords(self)
        self._chip = DeviceChip()
        self._happens = Text("", "subtitle")
        self._effect = PointRow(accented("key"))
        self._hello = PointRow(accented("check"))
        self._at_hand = PointRow(accented("phone"))
        self._actions = ActionWords(self)
        self._here = MessageBar("warning", "warning")
        self._summary = Text("", "body")
        self._losses = LossRows()
        self._three = Text("", "subtitle")
        self._steps = [PointRow(NumberMark(number)) for number in (1, 2, 3)]
        self._reason = Text("", "body", "text2")
        self.sign_out = Button("", "primary", icon="sign-out")
        self.cancel = Button("")
        self._lay_out()
        self.sign_out.clicked.connect(self._on_sign_out_clicked)
        self.cancel.clicked.connect(models.protected.cancel)

    @property
    def announcement(self) -> str:
        """The name of the step."""
        return self.tr("Before you start")

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        self._chip.set_device(device)
        self._happens.setText(self._words.what_happens(device))
        texts = self._models.texts(self._actions, device, NO_CHOICES)
        self._render_reset(device)
        self._render_other(texts)
        self._at_hand.set_point(self._words.at_hand(device), device_words.icon(device))
        self._three.setText(self.tr("Three steps"))
        first, second, _ = self._words.steps(device)
        for row, step in zip(self._steps, (first, second, texts.confirming), strict=True):
            row.set_point(step)
        self.sign_out.setText(self.tr("Sign out"))
        self.cancel.setText(self.tr("Cancel"))
        reason = self._why_not()
        self.sign_out.set_reason(reason)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _render_reset(self, device: Device) -> None:
        """What becomes of the passcode."""
        is_reset = self._models.action is Action.RESET_PASSCODE
        effect, hello = effect_of(device), self._words.hello(device)
        if effect is not None:
            self._effect.set_point(self._words.before(effect), effect_icon(effect))
        self._hello.set_point(Point(hello, ""))
        self._effect.setVisible(is_reset)
        self._hello.setVisible(is_reset and bool(hello))

    def _render_other(self, texts: ActionTexts) -> None:
        """What becomes of the device otherwise; a key is read without it."""
        is_reset = self._models.action is Action.RESET_PASSCODE
        self._summary.setText(texts.summary)
        self._summary.setVisible(not is_reset)
        # Shown and hidden again for nothing, it would be laid out twice.
        self._losses.set_losses(Losses() if is_reset else texts.losses)
        self._here.setVisible(bool(texts.warning))
        self._here.set_words(texts.warning, "")
        self._at_hand.setVisible(self._models.action is not Action.RECOVERY_KEY)

    def _why_not(self) -> str:
        """Whoever signs out without a connection can neither go on nor come back."""
        if self._models.details.is_offline:
            return self.tr("Not available while you are offline.")
        return ""

    def _on_sign_out_clicked(self) -> None:
        if not self._why_not():
            self._models.protected.sign_out()

    def _lay_out(self) -> None:
        of_reset, of_others = (self._effect, self._hello), (self._summary, self._losses)
        for part in (self._chip, self._here, self._happens, *of_reset, *of_others, self._at_hand):
            self._body.addWidget(part)
        self._body.addWidget(Divider())
        for line in (self._three, *self._steps, self._reason):
            self._body.addWidget(line)
        self._add_buttons(self.sign_out, self.cancel)
