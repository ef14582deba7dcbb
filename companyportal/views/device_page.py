"""One device: what it is, how it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.domain import Action, Device
from companyportal.models.compliance_reasons import ComplianceReasons
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.direct_action import DirectAction
from companyportal.models.follow_up import FollowUp
from companyportal.models.history import history
from companyportal.views import device_words
from companyportal.views.activity_card import ActivityCard
from companyportal.views.back_button import BackButton
from companyportal.views.columns import Columns
from companyportal.views.details_card import DetailsCard
from companyportal.views.device_actions import DeviceActions
from companyportal.views.device_words import DeviceWords
from companyportal.views.mark import Mark
from companyportal.views.name_edit import NameEdit
from companyportal.views.pending_card import PendingCard
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, row, spaced
from companyportal.views.status_card import StatusCard
from companyportal.views.strip import Strip
from companyportal.views.text import Text, display
from companyportal.views.time_words import TimeWords
from companyportal.views.why_card import WhyCard

_LONGEST_LINE = 160
"""Maker, model, system and owner."""


class DevicePage(QWidget):
    """The device whose page is open.

    Signals:
        back(): to the list.
        asked(action: Action, device: Device): the person wants that of it.
        renamed(device: Device, name: str): it shall be called so.
        result_asked(action: Action, device: Device): what became of a request?
        status_asked(device: Device): it is to report how it stands now.
        support_asked(): the person wants help.
    """

    back = Signal()
    asked = Signal(object, object)
    renamed = Signal(object, str)
    result_asked = Signal(object, object)
    status_asked = Signal(object)
    support_asked = Signal()

    def __init__(
        self,
        details: DeviceDetailsModel,
        compliance: ComplianceReasons,
        direct: DirectAction,
        follow_up: FollowUp,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._details = details
        self._compliance = compliance
        self._follow_up = follow_up
        self._opened = ""
        self.words = DeviceWords(self)
        self._times = TimeWords(clock, self)
        self._strip = Strip("warning", "offline")
        self._scroll = ScrollPage(max_width=1120)
        self.back_button = BackButton()
        self._mark = Mark("phone", size=64, glyph=32, is_tile=True)
        self.name = NameEdit(details.name_fault)
        self._line = Text("", "body", "text2")
        self.action_row = DeviceActions(details, direct, follow_up, self._times)
        self._status = StatusCard(self._times)
        self.why = WhyCard(compliance)
        self.pending = PendingCard(self._times, clock)
        self.details_card = DetailsCard(self._times, clock)
        self.activity = ActivityCard(self._times)
        self._lay_out()
        self._connect()
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._render()
            self.action_row.render_actions()

    @property
    def title(self) -> str:
        """The name of the page, for announcing it."""
        return self.name.title.text()

    def focus_first(self) -> None:
        """The page was opened."""
        self.action_row.focus_first()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self._strip.action_clicked.connect(self._details.refresh)
        self.action_row.asked.connect(self._on_asked)
        self.name.renamed.connect(self._on_renamed)
        self.action_row.result_asked.connect(self.result_asked)
        self.action_row.again_asked.connect(self._details.refresh)
        self.action_row.support_asked.connect(self.support_asked)
        self.why.check_asked.connect(self._on_check_asked)
        self.why.again_asked.connect(self._details.refresh)
        for card in (self.why, self.pending):
            card.support_asked.connect(self.support_asked)
        self._details.changed.connect(self._render)
        self._compliance.changed.connect(self._render_status)
        self._follow_up.changed.connect(self._render_activity)

    def _render(self) -> None:
        self.back_button.set_words(self.tr("Devices"))
        device = self._details.device
        if device is None:
            return
        self._mark.set_look(device_words.icon(device))
        self.name.set_name(device.name)
        self._line.setText(display(self.words.head_line(device), _LONGEST_LINE))
        self.why.set_device(device)
        self.details_card.set_device(device, self._details.facts)
        self._render_status()
        self._render_activity()
        self._render_strip(device)

    def _render_status(self) -> None:
        if self._details.device is not None:
            problems = len(self._compliance.settings)
            self._status.set_device(self._details.device, problems)

    def _render_activity(self) -> None:
        """What the service tells, and what this program knows beside it."""
        device = self._details.device
        if device is None:
            return
        if self._opened != device.device_id:
            self._opened = device.device_id
            self.activity.begin()
        wanted = device.device_id.lower()
        own = [each for each in self._follow_up.all if each.device.device_id.lower() == wanted]
        entries = history(self._details.results, own)
        is_known = self._details.checked_at is not None
        self.activity.set_results(entries, is_known=is_known)
        self.pending.set_entries(device, entries)
        self.activity.setVisible(not self._details.is_read_only)

    def _on_check_asked(self) -> None:
        if self._details.device is not None:
            self.status_asked.emit(self._details.device)

    def _on_asked(self, action: Action, device: Device) -> None:
        """A new name is typed here; everything else is somebody else's to ask about."""
        if action is Action.RENAME:
            self.name.begin()
        else:
            self.asked.emit(action, device)

    def _on_renamed(self, name: str) -> None:
        if self._details.device is not None:
            self.renamed.emit(self._details.device, name)

    def _render_strip(self, device: Device) -> None:
        self._strip.setVisible(self._details.is_offline)
        checked_at = self._details.checked_at
        known = self.tr("This is what was known before.")
        if checked_at is not None:
            known = self.tr(
                "This is what was known {when}. Actions come back with the connection."
            ).format(when=self._times.at(checked_at))
        self._strip.set_words(self.tr("You are offline."), known, self.tr("Try again"))

    def _lay_out(self) -> None:
        page = column(self, gap=0)
        page.addWidget(self._strip)
        page.addWidget(self._scroll, 1)
        content = spaced(self._scroll.content, 16)
        content.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        head = row(gap=18)
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        self._line.setMinimumWidth(1)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self._line)
        words.addStretch(1)
        head.addLayout(words, 1)
        content.addLayout(head)
        content.addWidget(self.action_row)
        columns = Columns(at=620)
        left, right = QWidget(), QWidget()
        first, second = column(left, gap=14), column(right, gap=14)
        for card in (self._status, self.why, self.pending, self.activity):
            first.addWidget(card)
        first.addStretch(1)
        second.addWidget(self.details_card)
        second.addStretch(1)
        columns.add(left, 11)
        columns.add(right, 9)
        content.addWidget(columns)
        content.addStretch(1)
