"""A place where nothing is: a picture, what that means, and the next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companyportal.views.buttons import Button
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.illustration import Illustration
from companyportal.views.spacing import column, row
from companyportal.views.text import Text
from companyportal.views.theme import current

PICTURE_WIDTH = 288
LINE_WIDTH = 460


class EmptyState(QWidget):
    """Picture, heading, one sentence, buttons; all in the middle."""

    def __init__(self, picture: str, *buttons: Button, parent: QWidget | None = None) -> None:
        """``picture`` is the name of an illustration, or empty."""
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Text("", "heading", align=centre)
        self._line = Text("", "body", "text2", align=centre)
        self._measure()
        current().changed.connect(self._measure)
        box = column(self, gap=10, margins=(0, 24, 0, 24))
        if picture:
            box.addWidget(Illustration(picture, PICTURE_WIDTH), 0, centre)
        box.addWidget(self._title)
        # In a row, because an aligned text would be measured at the width of the whole column.
        around = row()
        around.addStretch(1)
        around.addWidget(self._line, 100)
        around.addStretch(1)
        box.addLayout(around)
        below = QWidget()
        flow = FlowLayout(below, align="centre")
        for button in buttons:
            flow.addWidget(button)
        box.addSpacing(6)
        box.addWidget(below)

    def set_words(self, title: str, line: str) -> None:
        """Say this."""
        self._title.setText(title)
        self._line.setText(line)

    def _measure(self) -> None:
        self._line.setMaximumWidth(current().px(LINE_WIDTH))
