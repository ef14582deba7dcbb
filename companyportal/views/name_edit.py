"""The name of a device as the title of its page, and the field to change it in the same place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from companyportal.device_name import LONGEST, NameFault
from companyportal.views.buttons import Button
from companyportal.views.device_words import device_name
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.line_edit import LineEdit
from companyportal.views.name_fault_words import NameFaultWords
from companyportal.views.spacing import column
from companyportal.views.text import Text


class NameEdit(QWidget):
    """Enter or Save takes the new name, Escape or Cancel leaves the old one.

    Signals:
        renamed(name: str): another one than before, and one that a device can have.
    """

    renamed = Signal(str)

    def __init__(
        self, fault_of: Callable[[str], NameFault | None], parent: QWidget | None = None
    ) -> None:
        """``fault_of``: what keeps the device from being called so."""
        super().__init__(parent)
        self._fault_of = fault_of
        self._words = NameFaultWords(self)
        self._wrong = Text("", "label", "danger")
        self.title = Text("", "title")
        self.field = LineEdit()
        self.save = Button("", "primary")
        self.cancel = Button("")
        self._name = ""
        self._editor = QWidget()
        self._lay_out()
        self.field.setMaxLength(LONGEST)
        self.field.returnPressed.connect(self._on_save)
        self.field.textChanged.connect(self._render_save)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.end)
        self._retranslate()

    @property
    def is_editing(self) -> bool:
        """True while the field is there."""
        return not self._editor.isHidden()

    def set_name(self, name: str) -> None:
        """The name as the service tells it; what is being typed stays."""
        self._name = name
        self.title.setText(device_name(name))

    def begin(self) -> None:
        """Change it: the whole name is selected."""
        self.field.setText(self._name[:LONGEST])
        self.title.hide()
        self._editor.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def end(self) -> None:
        """Leave it as it is."""
        self._editor.hide()
        self.title.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels."""
        if event.key() == Qt.Key.Key_Escape and self.is_editing:
            self.end()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_save(self) -> None:
        name = self.field.text().strip()
        if name != self._name and self._fault_of(name) is not None:
            return
        self.end()
        if name != self._name:
            self.renamed.emit(name)

    def _render_save(self) -> None:
        """The name that it has already is no fault, whatever it is made of."""
        name = self.field.text().strip()
        fault = self._fault_of(name) if name != self._name else None
        why = self._words.why(fault) if fault is not None else ""
        self.save.set_reason(why)
        self._wrong.setText(why)
        self._wrong.setVisible(bool(why))

    def _retranslate(self) -> None:
        self.field.setAccessibleName(self.tr("New name"))
        self.save.setText(self.tr("Save"))
        self.cancel.setText(self.tr("Cancel"))
        self._render_save()

    def _lay_out(self) -> None:
        # A name is perhaps one long word: it breaks anywhere.
        self.title.setMinimumWidth(1)
        box = column(self, gap=0)
        box.addWidget(self.title)
        inside = column(self._editor, gap=8)
        inside.addWidget(self.field)
        inside.addWidget(self._wrong)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8, stacks=False)
        for button in (self.save, self.cancel):
            flow.addWidget(button)
        inside.addWidget(buttons)
        box.addWidget(self._editor)
        self._editor.hide()
