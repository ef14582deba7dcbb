"""One line of what is known of a device: name, value, and how to copy it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from companyportal.views.announce import announce
from companyportal.views.buttons import Button
from companyportal.views.copying import CopyIcon, copy_text
from companyportal.views.detail_words import DetailRow
from companyportal.views.spacing import column, row, spaced
from companyportal.views.spare import is_made
from companyportal.views.text import Text
from companyportal.views.theme import current

_AIR = 6
"""Above and below each text; with it a line is as high as its button."""


class LineCopy(CopyIcon):
    """Seen where the mouse or the keyboard is, so that a table stays calm; always there."""

    def __init__(self, line: QWidget) -> None:
        super().__init__(side=32)
        self._line = line

    def note_copied(self) -> None:
        """The hook stays until the mouse or the keyboard goes on."""
        self.set_icon("check")

    def rest(self) -> None:
        """Nobody is here any more."""
        self.set_icon("copy")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        super().focusOutEvent(event)
        self.rest()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing, far from mouse and keyboard."""
        if self._line.underMouse() or self.hasFocus() or current().has_high_contrast:
            super().paintEvent(event)


class DetailLine(QWidget):
    """Name beside its value, or above it where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = DetailRow("", "", "")
        self._is_revealed = False
        self.name = Text("", "body", "text2")
        self._value = Text("", "body")
        self.copy = LineCopy(self)
        self._lay_out()
        self.copy.clicked.connect(self._on_copy_clicked)

    @cached_property
    def reveal(self) -> Button:
        """Shows and hides what is kept back; made where something is."""
        reveal = Button("", "link", parent=self)
        reveal.clicked.connect(self._on_reveal_clicked)
        self._buttons.insertWidget(0, reveal, 0, Qt.AlignmentFlag.AlignVCenter)
        for words in (self._names, self._words):  # a button for fingers is higher than they are
            words.insertStretch(0, 1)
        return reveal

    @cached_property
    def _advice(self) -> Text:
        advice = Text("", "label", "warning", parent=self)
        advice.setMinimumWidth(1)
        self._words.insertWidget(self._words.indexOf(self._value) + 1, advice)
        return advice

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in order."""
        return (self.reveal, self.copy) if is_made(self, "reveal") else (self.copy,)

    @property
    def text(self) -> str:
        """Name and value as they are seen."""
        return f"{self._row.name}: {self._shown}"

    def set_row(self, row: DetailRow) -> None:
        """Show this one."""
        self._row = row
        self._render()

    def hide_again(self) -> None:
        """Keep the value back as at first."""
        self._is_revealed = False
        self._render()

    def set_narrow(self, *, is_narrow: bool, name_width: int) -> None:
        """``name_width``: that of all names of the table, in pixels."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self.name.setFixedWidth(name_width) if not is_narrow else self._let_name_grow()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The button appears."""
        super().enterEvent(event)
        self.copy.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The button goes."""
        super().leaveEvent(event)
        self.copy.rest()

    @property
    def _shown(self) -> str:
        is_kept_back = bool(self._row.masked) and not self._is_revealed
        return self._row.masked if is_kept_back else self._row.value

    def _render(self) -> None:
        row = self._row
        self.name.setText(row.name)
        self._value.setText(self._shown)
        if row.advice or is_made(self, "_advice"):
            self._advice.setText(row.advice)
            self._advice.setVisible(bool(row.advice))
        if row.masked or is_made(self, "reveal"):
            self.reveal.setVisible(bool(row.masked))
            self.reveal.setText(self.tr("Hide") if self._is_revealed else self.tr("Show"))
            self.reveal.setAccessibleDescription(row.name)
        self.copy.set_name(self.tr("Copy: {name}").format(name=row.name))

    def _on_reveal_clicked(self) -> None:
        self._is_revealed = not self._is_revealed
        self._render()

    def _on_copy_clicked(self) -> None:
        copy_text(self._row.value)
        self.copy.note_copied()
        announce(self, self.tr("Copied"))

    def _let_name_grow(self) -> None:
        self.name.setMinimumWidth(0)
        self.name.setMaximumWidth(16_777_215)

    def _lay_out(self) -> None:
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), 0)
        self._names = names = column(gap=0, margins=(0, _AIR, 0, _AIR))
        names.addWidget(self.name)
        names.addStretch(1)
        self._box.addLayout(names)
        # A long value breaks anywhere rather than widening the page.
        self._value.setMinimumWidth(1)
        self._words = words = column(gap=0, margins=(0, _AIR, 0, _AIR))
        words.addWidget(self._value)
        words.addStretch(1)
        line = row(gap=6)
        line.addLayout(words, 1)
        ends = QWidget()
        self._buttons = row(ends, gap=6)
        self._buttons.addWidget(self.copy)
        line.addWidget(ends, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(line, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
