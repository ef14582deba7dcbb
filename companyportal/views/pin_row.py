"""The PIN of a Mac that is set back to factory settings: six digits that the person thinks up."""

from __future__ import annotations

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QWidget

from companyportal.domain import Secret
from companyportal.views.line_edit import LineEdit
from companyportal.views.spacing import column
from companyportal.views.text import Text
from companyportal.wipe_choices import PIN_DIGITS


class PinRow(QWidget):
    """The digits can be read while they are typed: whoever mistypes one is locked out.

    Signals:
        changed(): ``pin`` and ``missing`` may read differently now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text("", "medium")
        self.field = LineEdit()
        self._hint = Text("", "label", "text3")
        digits = QRegularExpression(f"[0-9]{{{PIN_DIGITS}}}")
        self.field.setValidator(QRegularExpressionValidator(digits, self))
        # Nothing that suggests words may learn it.
        hints = Qt.InputMethodHint
        private = hints.ImhSensitiveData | hints.ImhNoPredictiveText
        self.field.setInputMethodHints(hints.ImhDigitsOnly | private)
        self._label.setBuddy(self.field)
        box = column(self, gap=6, margins=(0, 4, 0, 4))
        for part in (self._label, self.field, self._hint):
            box.addWidget(part)
        self.field.textChanged.connect(self.changed)
        self.render_words()

    @property
    def pin(self) -> Secret | None:
        """What was typed, as soon as it is whole."""
        return Secret(self.field.text()) if self.field.hasAcceptableInput() else None

    @property
    def missing(self) -> str:
        """What is still to be typed, in words; empty where it is whole."""
        return "" if self.field.hasAcceptableInput() else self.tr("Type a PIN of six digits first.")

    def clear(self) -> None:
        """Nothing of it stays, nor can it be brought back by undoing."""
        self.field.setText("")

    def render_words(self) -> None:
        """In the language of the program."""
        self._label.setText(self.tr("PIN to unlock it after the reset"))
        self._hint.setText(
            self.tr(
                "Six digits. Write them down: without them the Mac stays locked. "
                "A Mac with Apple silicon does not ask for them."
            )
        )
        self.field.setAccessibleName(self._label.text())
        self.field.setAccessibleDescription(self._hint.text())
