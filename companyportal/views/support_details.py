"""Shows what would be copied for the service desk, before it is copied."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from companyportal.models.support_facts import SupportFacts
from companyportal.views.announce import announce
from companyportal.views.buttons import Button
from companyportal.views.dialog import Dialog
from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column
from companyportal.views.sunken import Sunken
from companyportal.views.support_words import support_text
from companyportal.views.text import Text
from companyportal.views.theme import current

_HEIGHT = 260
"""Of the preview, in pixels at 100 % text; what is longer scrolls."""
_STEP = {Qt.Key.Key_Up: -40, Qt.Key.Key_Down: 40, Qt.Key.Key_PageUp: -200, Qt.Key.Key_PageDown: 200}


class SupportDetails(Dialog):
    """A preview, "Copy these details" and "Close"; arrow keys scroll."""

    def __init__(self, window: QWidget, facts: SupportFacts) -> None:
        super().__init__(window, "copy", "info")
        self._facts = facts
        self._preview = Text("", "label", "text2", mono=True)
        self._preview.setMinimumWidth(1)
        self._scroll = ScrollPage(margin=0)
        self.copy = Button("", "primary", icon="copy")
        self.leave = Button()
        self._has_copied = False
        self._add_preview()
        self.add_buttons(self.copy, self.leave)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.leave.clicked.connect(self.reject)
        self._retranslate()

    @property
    def text(self) -> str:
        """What the preview says, and what is copied."""
        return self._preview.text()

    def open(self) -> None:
        """With the facts of now."""
        self._has_copied = False
        self._preview.setText(support_text(self._facts))
        self._retranslate()
        super().open()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._preview.setText(support_text(self._facts))
            self._retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The preview may be longer than its room."""
        if (step := _STEP.get(Qt.Key(event.key()))) is not None:
            bar = self._scroll.verticalScrollBar()
            bar.setValue(bar.value() + current().px(step))
        else:
            super().keyPressEvent(event)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self._has_copied = True
        self._retranslate()
        announce(self, self.copy.text())

    def _retranslate(self) -> None:
        self.head.set_words(
            self.tr("Copy details for the service desk"),
            self.tr("This is all that is copied: no passcodes, no keys, no names."),
        )
        self.copy.setText(self.tr("Copied") if self._has_copied else self.tr("Copy these details"))
        self.copy.set_icon("check" if self._has_copied else "copy")
        self.leave.setText(self.tr("Close"))
        self._preview.setAccessibleName(self.text)

    def _add_preview(self) -> None:
        quoted = Sunken(8)
        column(quoted, margins=(14, 10, 4, 10)).addWidget(self._scroll)
        self._scroll.content.addWidget(self._preview)
        self._scroll.content.addStretch(1)
        self.add_body(quoted)
        self._fit()
        current().changed.connect(self._fit)

    def _fit(self) -> None:
        self._scroll.setMinimumHeight(current().px(80))
        self._scroll.setMaximumHeight(current().px(_HEIGHT))
