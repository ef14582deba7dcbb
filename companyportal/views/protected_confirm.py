"""Step 3: the same person is back; only the button here sends anything."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.errors import PortalError
from companyportal.gate import WINDOW_S
from companyportal.models.dispatch import task_of
from companyportal.models.messages import Message
from companyportal.models.protected_progress import Step
from companyportal.views.action_words import ActionTexts, ActionWords
from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.copying import copy_text
from companyportal.views.count_down_ring import CountDownRing
from companyportal.views.device_chip import DeviceChip
from companyportal.views.effect_words import EffectWords, effect_icon, effect_of
from companyportal.views.error_text import ErrorText
from companyportal.views.loss_rows import LossRows
from companyportal.views.loss_words import Losses
from companyportal.views.message_bar import MessageBar
from companyportal.views.name_question import NameQuestion
from companyportal.views.point_row import PointRow, accented
from companyportal.views.protected_step import ProtectedModels, ProtectedStep
from companyportal.views.spacing import column
from companyportal.views.text import Text, display
from companyportal.views.wipe_choice_rows import WipeChoiceRows

WAKES_AFTER_MS = 1000
"""The button sleeps so long, so that a double click on something before cannot reach it."""


class ProtectedConfirm(ProtectedStep):
    """The question; what loses something has the device's name typed in one more."""

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(models, parent)
        self._words = EffectWords(self)
        self._errors = ErrorText(self)
        self.ring = CountDownRing(64)
        self._title = Text("", "heading")
        self._line = Text("", "body", "text2")
        self._chip = DeviceChip()
        self._actions = ActionWords(self)
        self._summary = Text("", "body")
        self._losses = LossRows()
        self.choices = WipeChoiceRows()
        self._question: NameQuestion | None = None
        self._effect = PointRow(accented("key"))
        self._irrevocable = PointRow(accented("history"))
        self.bar = MessageBar("warning", "warning")
        self.go = Button("", "primary", icon="passcode")
        self.cancel = Button("")
        self.alarm = QTimer(self)
        self.alarm.setSingleShot(True)
        self.alarm.setInterval(WAKES_AFTER_MS)
        self._is_awake = False
        self._failed: Message | None = None
        self._boot_failed = 0.0
        self._lay_out()
        self.alarm.timeout.connect(self._on_alarm_timeout)
        self.bar.copy_asked.connect(self._on_copy_asked)
        self.go.clicked.connect(self._on_go_clicked)
        self.go.reason_asked.connect(self.choices.pin.field.setFocus)
        self.choices.changed.connect(self._on_choices_changed)
        self.cancel.clicked.connect(models.protected.cancel)
        models.protected.changed.connect(self._on_protected_changed)

    @property
    def announcement(self) -> str:
        """The question."""
        return self._title.text()

    def render_step(self, device: Device) -> None:
        """See ProtectedStep."""
        progress = self._models.protected.progress
        self._render_head(device)
        self.ring.set_remaining(self._models.protected.remaining_s, WINDOW_S)
        self._chip.set_device(device)
        texts = self._texts(device)
        self._render_effect(device, texts)
        self._render_error(progress.error)
        if not self._is_awake and not self.alarm.isActive():
            self.alarm.start()
        self._render_go(texts)
        if self._question is not None and self._question.is_open:
            self._question.set_words(device, texts)
        self.cancel.setText(self.tr("Cancel"))

    def leave(self) -> None:
        """The next time it sleeps again, and no PIN stays in a widget."""
        self.choices.pin.clear()
        self.alarm.stop()
        self._is_awake = False
        if self._question is not None and self._question.is_open:
            self._question.reject()

    @property
    def question(self) -> NameQuestion:
        """Made when something is to be lost for the first time."""
        if self._question is None:
            self._question = NameQuestion(self.window())
            self._question.confirmed.connect(self._confirm)
        return self._question

    def _texts(self, device: Device) -> ActionTexts:
        return self._models.texts(self._actions, device, self.choices.choices)

    def _render_effect(self, device: Device, texts: ActionTexts) -> None:
        """What becomes of the passcode, or of everything else."""
        is_reset = self._models.action is Action.RESET_PASSCODE
        effect = effect_of(device)
        if effect is not None:
            self._effect.set_point(self._words.confirm(effect), effect_icon(effect))
        self._irrevocable.set_point(self._words.irrevocable(device))
        for part in (self._effect, self._irrevocable):
            part.setVisible(is_reset)
        self._summary.setText(texts.summary)
        self._summary.setVisible(not is_reset)
        # Shown and hidden again for nothing, each would be laid out twice.
        self._losses.set_losses(Losses() if is_reset else texts.losses)
        if self._models.action is Action.WIPE:
            self.choices.set_device(device)
        else:
            self.choices.hide()

    def _render_go(self, texts: ActionTexts) -> None:
        # The long words of this computer have room on the last button only.
        first = texts.verb if texts.warning else texts.confirm
        asks_more = self.tr("{action}…").format(action=first)
        self.go.set_icon(texts.icon)
        self.go.set_kind("danger" if texts.is_danger else "primary")
        self.go.setText(asks_more if texts.is_danger else texts.confirm)
        self.go.set_reason(self._missing)
        self.go.setEnabled(self._is_awake)

    @property
    def _missing(self) -> str:
        """What has to be typed before; a factory reset of a Mac alone takes something."""
        return self.choices.missing if self._models.action is Action.WIPE else ""

    def _render_head(self, device: Device) -> None:
        self._title.setText(self._texts(device).question)
        account = self._models.account.account
        self._line.setVisible(account is not None)
        if account is not None:
            self._line.setText(
                self.tr("You are signed in again as {person}.").format(
                    person=display(account.display_name or account.username)
                )
            )

    def _render_error(self, error: PortalError | None) -> None:
        self.bar.setVisible(error is not None)
        if error is None:
            self._failed = None
            return
        if self._failed is None or self._failed.error is not error:
            self._failed = Message(error, task_of(self._models.action), self._models.clock.now())
            self._boot_failed = self._models.clock.boot_s()
        words = self._errors.describe(error, self._left_s(error))
        caption, copy = self._errors.caption(self._failed), self.tr("Copy details")
        self.bar.set_words(words.title, words.advice, caption, copy=copy)

    def _left_s(self, error: PortalError) -> float | None:
        """What is left of the time that the service wants quiet; the page's clock renders anew."""
        if error.retry_after_s is None:
            return None
        gone_s = self._models.clock.boot_s() - self._boot_failed
        return max(0.0, error.retry_after_s - gone_s)

    def _on_alarm_timeout(self) -> None:
        self._is_awake = True
        self.go.setEnabled(True)

    def _on_choices_changed(self) -> None:
        if (device := self._models.device) is not None:
            texts = self._texts(device)
            self._render_effect(device, texts)
            self._render_go(texts)

    def _on_protected_changed(self) -> None:
        """What was chosen holds for one request, and for another try of it."""
        if self._models.protected.progress.step not in (Step.CONFIRM, Step.SENDING):
            self.choices.reset()

    def _on_go_clicked(self) -> None:
        device = self._models.device
        if device is None or self._missing:
            return
        texts = self._texts(device)
        if texts.is_danger:
            self.question.ask(device, texts)
        else:
            self._confirm()

    def _confirm(self) -> None:
        if not self._missing:
            self._models.protected.confirm(self.choices.choices)

    def _on_copy_asked(self) -> None:
        if self._failed is not None:
            copy_text(self._errors.details(self._failed))

    def _lay_out(self) -> None:
        head, words = Columns(at=280, gap=16), QWidget()
        box = column(words, gap=3)
        for text in (self._title, self._line):
            text.setMinimumWidth(1)
            box.addWidget(text)
        box.addStretch(1)
        head.add(words, 1)
        head.add(self.ring, 0, Qt.AlignmentFlag.AlignTop)
        self._body.addWidget(head)
        of_others = (self._summary, self._losses, self.choices)
        for part in (self.bar, self._chip, self._effect, self._irrevocable, *of_others):
            self._body.addWidget(part)
        self._add_buttons(self.go, self.cancel)
