"""One way to reach somebody: what it is, the address itself, and a button that uses it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.mark import Mark
from companyportal.views.spacing import column, row
from companyportal.views.text import Text, display

_LONGEST = 254
"""No e-mail address or telephone number is longer."""


class ContactRow(QWidget):
    """Hidden where the address is not known.

    Signals:
        clicked(): its button was pressed.
    """

    clicked = Signal()

    def __init__(self, name: str, button_icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text("", "label", "text2")
        self._value = Text("", "medium")
        # An address is one long word: it breaks anywhere rather than widening the page.
        self._value.setMinimumWidth(1)
        self.button = Button("", icon=button_icon)
        words = QWidget()
        box = column(words, gap=0)
        box.addWidget(self._label)
        box.addWidget(self._value)
        columns = Columns(at=300, gap=8)
        columns.add(words, 1)
        columns.add(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        line = row(self, gap=14)
        line.addWidget(Mark(name), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(columns, 1)
        self.button.clicked.connect(self.clicked)

    def set_words(self, label: str, value: str, button: str = "") -> None:
        """``button`` is the verb; a screen reader hears it with what it is for. Without one there
        is nothing to press.
        """
        self._label.setText(label)
        self._value.setText(display(value, _LONGEST))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.button.setAccessibleDescription(label)
        self.setVisible(bool(value))
