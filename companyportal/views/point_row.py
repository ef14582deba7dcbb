"""One fact or one step of a page: a mark, a title, and a line below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companyportal.views.effect_words import Point
from companyportal.views.mark import Mark, NumberMark
from companyportal.views.spacing import column, row
from companyportal.views.text import Text


class PointRow(QWidget):
    """A mark and a Point in words."""

    def __init__(self, mark: Mark | NumberMark, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._title = Text("", "strong")
        self._line = Text("", "body", "text2")
        box = row(self, gap=14)
        box.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=1, margins=(0, 3 if isinstance(mark, NumberMark) else 0, 0, 0))
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        box.addLayout(words, 1)

    def set_point(self, point: Point, name: str = "") -> None:
        """Say this; ``name`` is another icon for it."""
        if name and isinstance(self._mark, Mark):
            self._mark.set_icon(name)
        self._title.setText(point.title)
        self._line.setText(point.text)
        self._line.setVisible(bool(point.text))


def accented(name: str) -> Mark:
    """A mark for something that will happen."""
    return Mark(name, "accent_text", "accent_tint")
