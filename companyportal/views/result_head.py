"""The head of a result: its mark, what happened, and one line below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companyportal.views.mark import Mark
from companyportal.views.spacing import column, row
from companyportal.views.text import Text


class ResultHead(QWidget):
    """Disc, heading and line."""

    def __init__(self, name: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mark = Mark(name, size=48, glyph=24)
        self.mark.set_state(name, kind)
        self._title = Text("", "heading")
        self._line = Text("", "body", "text2")
        box = row(self, gap=16)
        box.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        words = column(gap=2)
        for text in (self._title, self._line):
            # A name is perhaps one long word: it breaks anywhere.
            text.setMinimumWidth(1)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        box.addLayout(words, 1)

    @property
    def title(self) -> str:
        """What the head says, for announcing it."""
        return self._title.text()

    def set_words(self, title: str, line: str) -> None:
        """Say this; an empty line leaves no gap."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
