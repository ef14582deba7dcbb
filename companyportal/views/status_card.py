"""Whether a device meets the organisation's rules, and what that means for the person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.views.card import Card
from companyportal.views.compliance_words import ComplianceWords
from companyportal.views.device_words import DeviceWords
from companyportal.views.mark import Mark
from companyportal.views.spacing import column, row, spaced
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords


class StatusCard(Card):
    """Disc, state, one sentence."""

    def __init__(self, times: TimeWords, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, parent=parent)
        self._words = DeviceWords(self)
        self._meanings = ComplianceWords(times, self)
        self._mark = Mark("check-circle", size=44, glyph=22)
        self._state = Text("", "subtitle")
        self._meaning = Text("", "body", "text2")
        spaced(self.body, 0, (18, 18, 18, 18))
        box = row(gap=14)
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        words.addWidget(self._state)
        words.addWidget(self._meaning)
        box.addLayout(words, 1)
        self.body.addLayout(box)

    def set_device(self, device: Device, problems: int = 0) -> None:
        """Show this one; ``problems``: so many things are known that have to be fixed."""
        badge = self._words.compliance(device)
        self._mark.set_state(badge.icon, badge.kind)
        self._state.setText(badge.text)
        self._meaning.setText(self._meanings.meaning(device, problems))
