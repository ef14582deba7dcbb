"""What can be done with a device, why something cannot, and how the last request stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from companyportal.domain import Action, Device
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.direct_action import DirectAction
from companyportal.models.follow_up import FollowUp
from companyportal.reasons import Reason
from companyportal.views.action_looks import DANGEROUS, FIRST_CHOICES, IN_ORDER
from companyportal.views.action_row import ActionRow
from companyportal.views.action_words import ActionWords
from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.icon import IconView
from companyportal.views.message_bar import MessageBar
from companyportal.views.reason_words import ReasonWords
from companyportal.views.request_words import RequestWords
from companyportal.views.short_reason_words import ShortReasonWords
from companyportal.views.spacing import column, row
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords

_MAY_PASS = frozenset(
    {Reason.NOT_PERMITTED, Reason.NOT_MANAGED, Reason.UNKNOWN_STATE, Reason.UNKNOWN_VERSION}
)
"""Reasons of which the words say to check again."""


class DeviceActions(QWidget):
    """Buttons in a row, the reason below them, and the way to the last request above.

    Signals:
        asked(action: Action, device: Device)
        result_asked(action: Action, device: Device)
        again_asked(): the device is to be read anew, what was in the way may be gone.
        support_asked()
    """

    asked = Signal(object, object)
    result_asked = Signal(object, object)
    again_asked = Signal()
    support_asked = Signal()

    def __init__(
        self,
        details: DeviceDetailsModel,
        direct: DirectAction,
        follow_up: FollowUp,
        times: TimeWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._details = details
        self._direct = direct
        self._follow_up = follow_up
        self._names = ActionWords(self)
        self._reasons = ReasonWords(self)
        self._short = ShortReasonWords(self)
        self._requests = RequestWords(times, self)
        self.result = MessageBar("info", "clock")
        self.row = ActionRow()
        self.instead = Button("", "link")
        self.again = Button("", "link")
        self.support = Button("", "link")
        self._reason = Text("", "body", "text2")
        self._explained: Action | None = None
        self._lay_out()
        self._connect()
        self.render_actions()

    def focus_first(self) -> None:
        """The page was opened."""
        self.row.focus_first()

    def button(self, action: Action) -> Button:
        """The button of an action, whether it has room in the row or not."""
        return self.row.buttons[action]

    def choose(self, action: Action) -> None:
        """The person wants it, by whichever key or button."""
        device, offer = self._details.device, self._details.offer(action)
        if device is None or offer is None or offer.is_hidden:
            return
        if self._why_not(action):
            self._on_reason_asked(action)
        else:
            self.asked.emit(action, device)

    def render_actions(self) -> None:
        """Read the models."""
        if self._details.device is None:
            return
        offered: list[Action] = []
        refused: list[Action] = []
        for action in (*IN_ORDER, *DANGEROUS):
            offer = self._details.offer(action)
            if offer is None or offer.is_hidden:
                self.row.drop_action(action)
                continue
            why = self._why_not(action)
            short = self._short.why(offer.reason) if offer.reason is not None else why
            self.row.set_action(action, self._names.verb(action), why)
            self.row.set_menu(action, self._names.menu(action), short)
            self.row.set_busy(action, self._direct.is_busy(action))
            if action in IN_ORDER:
                (offered if offer.is_offered else refused).append(action)
        first = next((each for each in FIRST_CHOICES if each in offered), None)
        in_order = sorted(offered, key=lambda each: each is not first) + refused
        self.row.set_order(in_order, first)
        self.row.finish()
        self._render_reason(refused)
        self._render_result()

    def _render_reason(self, refused: list[Action]) -> None:
        """Of the one that was pressed, else what is in the way of all, else of a passcode reset.
        The other actions tell theirs when they are asked.
        """
        if self._explained not in (*refused, *DANGEROUS):
            self._explained = None
        action = self._explained or Action.RESET_PASSCODE
        why = (self._away() if self._explained is None else "") or self._why_not(action)
        self._reason.setText(why)
        self._reason_row.setVisible(bool(why))
        is_away = self._details.is_offline or self._details.awaits_session
        offer = self._details.offer(action)
        other = offer.instead if offer is not None and not is_away else None
        self.instead.setVisible(other is not None)
        if other is not None:
            self.instead.setText(self._names.verb(other))
        self.again.setText(self.tr("Check again"))
        self.again.setVisible(not is_away and offer is not None and offer.reason in _MAY_PASS)
        self.support.setText(self.tr("IT support"))
        self.support.setVisible(bool(why) and other is None and not is_away)

    def _why_not(self, action: Action) -> str:
        offer = self._details.offer(action)
        if offer is not None and offer.reason is not None:
            return self._reasons.why(offer.reason, action)
        return self._away()

    def _away(self) -> str:
        """Why nothing at all can be asked for now."""
        if self._details.awaits_session:
            return self.tr("Signing you in…")
        if self._details.is_offline:
            return self.tr("Not available while you are offline.")
        return ""

    def _render_result(self) -> None:
        device = self._details.device
        followed = self._follow_up.newest(device.device_id) if device is not None else None
        self.result.setVisible(followed is not None)
        if followed is not None:
            words = self._requests.bar(followed)
            self.result.set_look(words.kind, words.icon)
            self.result.set_words(words.title, words.line, action=words.button)

    def _on_result_clicked(self) -> None:
        device: Device | None = self._details.device
        followed = self._follow_up.newest(device.device_id) if device is not None else None
        if followed is not None:
            self.result_asked.emit(followed.key.action, device)

    def _on_reason_asked(self, action: Action) -> None:
        """The reader is led to the reason: it stands in the line below."""
        self._explained = action
        self.render_actions()
        self._reason.setFocus()

    def _on_instead_clicked(self) -> None:
        offer = self._details.offer(self._explained or Action.RESET_PASSCODE)
        if offer is not None and offer.instead is not None:
            self.choose(offer.instead)

    def _connect(self) -> None:
        self.row.chosen.connect(self.choose)
        self.row.reason_asked.connect(self._on_reason_asked)
        self.instead.clicked.connect(self._on_instead_clicked)
        self.again.clicked.connect(self.again_asked)
        self.support.clicked.connect(self.support_asked)
        self.result.action_clicked.connect(self._on_result_clicked)
        for model in (self._details, self._direct, self._follow_up):
            model.changed.connect(self.render_actions)

    def _lay_out(self) -> None:
        self._reason.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        box = column(self, gap=10)
        box.addWidget(self.result)
        box.addWidget(self.row)
        self._reason_row = QWidget()
        line = row(self._reason_row, gap=8, margins=(2, 0, 0, 0))
        line.addWidget(IconView("info", "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
        words = Columns(at=520, gap=12)
        words.add(self._reason, 1)
        for button in (self.instead, self.again, self.support):
            button.wrap()
            words.add(button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        line.addWidget(words, 1)
        box.addWidget(self._reason_row)
