"""The cards with the headings of their sections.

A heading is a label of its own beside the view: screen readers find it, and the keyboard passes it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.device_list import DeviceList
from companyportal.views.device_view import DeviceView
from companyportal.views.list_words import ListWords
from companyportal.views.spacing import column
from companyportal.views.text import Text


class DeviceSections(QWidget):
    """One view for all cards, and above the first card of each section its heading."""

    def __init__(self, devices: DeviceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ListWords(self)
        self.view = DeviceView(devices, self)
        self.headings: list[Text] = []
        devices.describe_group = self._words.group
        column(self, gap=0).addWidget(self.view)
        self.view.arranged.connect(self._place)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as the cards."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        bands = [band for band in self.view.grid.bands if band.section.has_heading]
        while len(self.headings) < len(bands):
            heading = Text("", "strong", "text2", parent=self)
            heading.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.headings.append(heading)
        for heading in self.headings[len(bands) :]:
            heading.hide()
        for heading, band in zip(self.headings, bands, strict=False):
            count = self.locale().toString(band.section.size)
            heading.setText(f"{self._words.group(band.section.group)} · {count}")
            heading.setGeometry(0, band.top, self.width(), band.cards - band.top)
            heading.show()
