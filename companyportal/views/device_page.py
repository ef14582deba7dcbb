"""One device: what it is, how it stands, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.domain import Device
from companyportal.models.device_details import DeviceDetailsModel
from companyportal.models.follow_up import FollowUp
from companyportal.views import device_words
from companyportal.views.activity_card import ActivityCard
from companyportal.views.back_button import BackButton
from companyportal.views.columns import Columns
from companyportal.views.details_card import DetailsCard
from companyportal.views.device_actions import DeviceActions
from companyportal.views.device_words import DeviceWords, device_name
from companyportal.views.mark import Mark
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, row, spaced
from companyportal.views.status_card import StatusCard
from companyportal.views.strip import Strip
from companyportal.views.text import Text, display
from companyportal.views.time_words import TimeWords


class DevicePage(QWidget):
    """The device whose page is open.

    Signals:
        back(): to the list.
        reset_asked(device: Device): its passcode is to be reset.
        result_asked(device: Device): the person wants to see what became of a reset.
        support_asked(): the person wants help.
    """

    back = Signal()
    reset_asked = Signal(object)
    result_asked = Signal(object)
    support_asked = Signal()

    def __init__(
        self,
        details: DeviceDetailsModel,
        follow_up: FollowUp,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._details = details
        self._words = DeviceWords(self)
        self._times = TimeWords(clock, self)
        self._strip = Strip("warning", "offline")
        self._scroll = ScrollPage(max_width=1120)
        self.back_button = BackButton()
        self._mark = Mark("phone", size=64, glyph=32, is_tile=True)
        self._name = Text("", "title")
        self._line = Text("", "body", "text2")
        self.action_row = DeviceActions(details, follow_up, self._times)
        self._status = StatusCard(self._times)
        self.details_card = DetailsCard(self._times)
        self._activity = ActivityCard(self._times)
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
        return self._name.text()

    def focus_first(self) -> None:
        """The page was opened."""
        self.action_row.focus_first()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self._strip.action_clicked.connect(self._details.refresh)
        self.action_row.reset_asked.connect(self.reset_asked)
        self.action_row.result_asked.connect(self.result_asked)
        self.action_row.support_asked.connect(self.support_asked)
        self._details.changed.connect(self._render)

    def _render(self) -> None:
        self.back_button.set_words(self.tr("Devices"))
        device = self._details.device
        if device is None:
            return
        self._mark.set_look(device_words.icon(device))
        self._name.setText(device_name(device.name))
        self._line.setText(display(self._words.head_line(device)))
        self._status.set_device(device)
        self.details_card.set_device(device)
        is_known = self._details.checked_at is not None
        self._activity.set_results(self._details.results, is_known=is_known)
        self._render_strip(device)

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
        for text in (self._name, self._line):
            # A name is perhaps one long word: it breaks anywhere.
            text.setMinimumWidth(1)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._line)
        words.addStretch(1)
        head.addLayout(words, 1)
        content.addLayout(head)
        content.addWidget(self.action_row)
        columns = Columns(at=620)
        left, right = QWidget(), QWidget()
        first, second = column(left, gap=14), column(right, gap=14)
        first.addWidget(self._status)
        first.addWidget(self._activity)
        first.addStretch(1)
        second.addWidget(self.details_card)
        second.addStretch(1)
        columns.add(left, 11)
        columns.add(right, 9)
        content.addWidget(columns)
        content.addStretch(1)
