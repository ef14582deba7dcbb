"""What to look after when a device has not answered for long."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from companyportal.clock import Clock
from companyportal.domain import ActionResult, Device
from companyportal.models.history import overdue
from companyportal.views import device_words
from companyportal.views.activity_words import ActivityWords
from companyportal.views.announce import announce
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.copying import CopyButton, copy_text
from companyportal.views.device_words import DeviceWords, device_name
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.icon import IconView
from companyportal.views.mark import Mark
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text, display
from companyportal.views.time_words import TimeWords

_CHECKS = 3
TICK_MS = 30_000
"""How often the age is told anew, while somebody can see it."""


class PendingCard(Card):
    """Not there as long as nothing waits, or not for long.

    Signals:
        support_asked(): the person wants help.
    """

    support_asked = Signal()

    def __init__(self, times: TimeWords, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, parent=parent)
        self._times = times
        self._clock = clock
        self._activity = ActivityWords(times, self)
        self._devices = DeviceWords(self)
        self._device: Device | None = None
        self._entries: tuple[ActionResult, ...] = ()
        self._title = Text("", "subtitle")
        self._age = Text("", "body", "text2")
        self._contact = Text("", "body", "text2")
        self._checks = [Text("", "body") for _ in range(_CHECKS)]
        self.copy = CopyButton()
        self.support = Button("", "link")
        self.timer = QTimer(self)
        self.timer.setInterval(TICK_MS)
        self._lay_out()
        self.timer.timeout.connect(self.render_age)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.support.clicked.connect(self.support_asked)
        self.hide()

    def set_entries(self, device: Device, entries: tuple[ActionResult, ...]) -> None:
        """What was asked of ``device``."""
        self._device, self._entries = device, entries
        self.render_age()

    def render_age(self) -> None:
        """Compare with the clock."""
        device = self._device
        entry = overdue(self._entries, self._clock.now())
        self.setVisible(device is not None and entry is not None)
        if device is None or entry is None or entry.started_at is None:
            return
        self._title.setText(self.tr("The device has not answered yet"))
        self._age.setText(self._age_words(entry))
        self._contact.setText(self._contact_words(device))
        for text, words in zip(self._checks, self._check_words(), strict=True):
            text.setText(words)
        self.copy.setText(self.tr("Copy details for IT support"))
        self.support.setText(self.tr("IT support"))

    def showEvent(self, event: QShowEvent) -> None:
        """The age grows only while it can be seen."""
        super().showEvent(event)
        self.timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it."""
        super().hideEvent(event)
        self.timer.stop()

    def _age_words(self, entry: ActionResult) -> str:
        assert entry.started_at is not None
        age_s = (self._clock.now() - entry.started_at).total_seconds()
        return self.tr("{action} · requested {when}, {span} ago").format(
            action=self._activity.action(entry),
            when=self._times.at(entry.started_at),
            span=self._times.span(age_s),
        )

    def _contact_words(self, device: Device) -> str:
        return self.tr("Last contact of the device: {when}").format(
            when=self._times.contact(device.last_sync_at)
        )

    def _check_words(self) -> tuple[str, ...]:
        return (
            self.tr("Switch it on and charge it."),
            self.tr("Connect it: Wi-Fi or mobile data, no airplane mode."),
            self.tr("Open Company Portal on it, if it can be unlocked. That wakes the connection."),
        )

    def _on_copy_clicked(self) -> None:
        """No whole serial number and no name of a person: enough to find the device."""
        device, entry = self._device, overdue(self._entries, self._clock.now())
        if device is None or entry is None:
            return
        lines = (
            device_name(device.name),
            self._devices.serial_line(device),
            display(device_words.system(device)),
            self._age_words(entry),
            self._contact_words(device),
            self._activity.state(entry),
        )
        copy_text("\n".join(line for line in lines if line))
        announce(self, self.tr("Details copied"))

    def _lay_out(self) -> None:
        spaced(self.body, 12, (18, 18, 18, 18))
        box = row(gap=14)
        mark = Mark("clock", size=44, glyph=22)
        mark.set_state("clock", "info")
        head = column(gap=2)
        for text in (self._title, self._age, self._contact):
            head.addWidget(text)
        box.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head, 1)
        self.body.addLayout(box)
        for text in self._checks:
            line = row(gap=10)
            line.addWidget(IconView("chevron-right", "text3", 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            self.body.addLayout(line)
        foot = QWidget()
        flow = FlowLayout(foot, gap=14)
        flow.addWidget(self.copy)
        flow.addWidget(self.support)
        self.body.addWidget(foot)
