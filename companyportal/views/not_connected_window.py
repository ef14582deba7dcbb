"""Shown where no organisation is configured: what is missing, and the demo as a way to look."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from companyportal.errors import SettingsError
from companyportal.views.buttons import Button
from companyportal.views.error_text import ErrorText
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.illustration import Illustration
from companyportal.views.spacing import column
from companyportal.views.text import Text
from companyportal.views.theme import current


class NotConnectedWindow(QWidget):
    """One page, two ways on.

    Signals:
        chosen(demo: bool): the demo organisation, or the end.
    """

    chosen = Signal(bool)

    def __init__(self, error: SettingsError) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Company Portal"))
        described = ErrorText(self).describe(error)
        px = current().px
        self.resize(px(720), px(520))
        self.demo = Button(self.tr("Look round in the demo"), "primary")
        self.end = Button(self.tr("Quit"))
        box = column(self, 12, (40, 40, 40, 40))
        box.addStretch(1)
        box.addWidget(Illustration("illustration-devices", 240))
        box.addWidget(Text(self.tr("No organisation is set up yet"), "title"))
        box.addWidget(Text(described.title, "body"))
        box.addWidget(Text(described.advice, "body", "text2"))
        row = QWidget()
        flow = FlowLayout(row)
        flow.addWidget(self.demo)
        flow.addWidget(self.end)
        box.addWidget(row)
        box.addStretch(2)
        self.demo.clicked.connect(lambda: self.chosen.emit(True))
        self.end.clicked.connect(lambda: self.chosen.emit(False))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it ends the program."""
        self.chosen.emit(False)
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        QPainter(self).fillRect(self.rect(), current().color("layer"))
