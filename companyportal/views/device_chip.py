"""Which device it is about: in every step of a reset, so that nobody resets the wrong one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companyportal.domain import Device
from companyportal.views import device_words
from companyportal.views.device_words import DeviceWords, device_name
from companyportal.views.mark import Mark
from companyportal.views.spacing import column, row
from companyportal.views.sunken import Sunken
from companyportal.views.text import Text, display


class DeviceChip(Sunken):
    """Icon, name, model and the end of the serial number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = DeviceWords(self)
        self._mark = Mark("phone", ground="surface", size=40, glyph=20, is_tile=True)
        self._name = Text("", "strong")
        self._line = Text("", "label", "text2")
        box = row(self, gap=12, margins=(12, 10, 12, 10))
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=1)
        for text in (self._name, self._line):
            # A name is perhaps one long word: it breaks anywhere.
            text.setMinimumWidth(1)
        words.addWidget(self._name)
        words.addWidget(self._line)
        box.addLayout(words, 1)

    def set_device(self, device: Device) -> None:
        """Show this one."""
        self._mark.set_look(device_words.icon(device), "text2", "surface")
        self._name.setText(device_name(device.name))
        self._line.setText(display(self._words.serial_line(device)))
