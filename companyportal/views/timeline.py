"""What happened, newest first, joined by a line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from companyportal.views.activity_words import EntryWords
from companyportal.views.mark import Mark
from companyportal.views.spacing import column
from companyportal.views.text import Text
from companyportal.views.theme import current

_MARK = 28


class Timeline(QWidget):
    """Mark, what was asked and how far it came, and when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column(self, 14)
        self._entries: list[EntryWords] = []
        self._marks: list[Mark] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_entries(self, entries: Sequence[EntryWords]) -> None:
        """All of them anew; nothing flickers where they are the same."""
        if list(entries) == self._entries:
            return
        self._entries = list(entries)
        self._marks = []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for entry in entries:
            self._column.addWidget(self._row(entry))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line from each mark to the next."""
        painter = QPainter(self)
        colour = current().color("line_strong")
        for upper, lower in zip(self._marks, self._marks[1:], strict=False):
            above = upper.mapTo(self, upper.rect().center())
            top = above.y() + upper.height() / 2 + 4
            bottom = lower.mapTo(self, lower.rect().topLeft()).y() - 4
            painter.fillRect(QRectF(above.x() - 0.25, top, 1.5, max(0, bottom - top)), colour)

    def _row(self, entry: EntryWords) -> QWidget:
        px = current().px
        row = QWidget(self)
        row.setAccessibleName(", ".join(t for t in (entry.title, entry.state, entry.when) if t))
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(0)
        mark = Mark(entry.icon, size=_MARK, glyph=16)
        mark.set_state(entry.icon, entry.kind)
        self._marks.append(mark)
        grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(entry.title, "medium"), 0, 1)
        when = Text(entry.when, "label", "text3", wrap=False)
        grid.addWidget(when, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Text(entry.state, "body", "text2"), 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        return row
