"""What the steps of a protected action have in common: the models they read, and the ways out."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from companyportal.clock import Clock
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Action, Device
from companyportal.models.account import AccountModel, AccountState
from companyportal.models.answer import Answer
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.device_list import DeviceList
from companyportal.models.follow_up import FollowUp
from companyportal.models.followed import Followed
from companyportal.models.organisation import OrganisationModel
from companyportal.models.protected_action import ProtectedAction
from companyportal.views.action_words import ActionTexts, ActionWords
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.spacing import column, spaced
from companyportal.views.venue import is_public
from companyportal.wipe_choices import WipeChoices


@dataclass(frozen=True, slots=True, weakref_slot=True)
class ProtectedModels:
    """Everything the steps read from and ask."""

    protected: ProtectedAction
    follow_up: FollowUp
    account: AccountModel
    organisation: OrganisationModel
    details: DeviceDetailsModel
    devices: DeviceList
    clipboard: SecretClipboard | None
    clock: Clock

    @property
    def device(self) -> Device | None:
        """The device that it is asked of."""
        return self.protected.progress.device

    @property
    def action(self) -> Action:
        """What is asked of it."""
        return self.protected.progress.action

    def texts(self, words: ActionWords, device: Device, choices: WipeChoices) -> ActionTexts:
        """What is said about the action on that device."""
        is_here = self.devices.is_this_computer(device)
        return words.texts(self.action, device, choices=choices, is_this_computer=is_here)

    @property
    def followed(self) -> Followed | None:
        """The request for that device, once one was sent."""
        device = self.device
        return self.follow_up.find(device.device_id, self.action) if device else None

    @property
    def answer(self) -> Answer | None:
        """What came back for it, as long as it may be shown."""
        device = self.device
        return self.follow_up.answer(device.device_id, self.action) if device else None

    def note_shown(self) -> None:
        """It was seen or copied: from now on it is kept for five minutes only."""
        if (device := self.device) is not None:
            self.follow_up.note_shown(device.device_id, self.action)

    @property
    def is_signed_out(self) -> bool:
        """True where the person has to sign in before anything else."""
        return self.account.state is not AccountState.SIGNED_IN


class ProtectedStep(QWidget):
    """One step: a card, and what stands below it.

    Signals:
        devices_asked(): back to the list.
        support_asked(): the person wants help.
    """

    devices_asked = Signal()
    support_asked = Signal()

    def __init__(self, models: ProtectedModels, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self.buttons: QWidget | None = None
        """The last row, where it does not stand in the card: it belongs below the page then."""
        self._page = column(self, gap=18)
        self._card = Card(padding=24)
        self._page.addWidget(self._card)
        spaced(self._body, 12, (24, 24, 24, 24))

    @property
    def _body(self) -> QVBoxLayout:
        return self._card.body

    def _add_buttons(self, *buttons: Button, in_card: bool = False) -> None:
        """The last row of the card; wraps where it is narrow. Who stands has not learnt yet that
        pages scroll: there it is never out of sight, but where it would take the room (``in_card``)
        of a secret and of the button that shows it.
        """
        row = QWidget()
        flow = FlowLayout(row)
        for button in buttons:
            flow.addWidget(button)
        if is_public() and not in_card:
            self.buttons = row
            return
        around = column(gap=0, margins=(0, 6, 0, 0))
        around.addWidget(row)
        self._body.addLayout(around)

    @property
    def first(self) -> QPushButton | None:
        """The first button that can be pressed: where the keyboard goes."""
        buttons = self.findChildren(QPushButton)
        return next((b for b in buttons if b.isVisibleTo(self) and b.isEnabled()), None)

    @property
    def announcement(self) -> str:
        """What a screen reader is told when the step appears."""
        raise NotImplementedError

    def render_step(self, device: Device) -> None:
        """Set all texts and flags from the models."""
        raise NotImplementedError

    def leave(self) -> None:
        """The step is no longer on the screen; nothing secret may stay in it."""
