"""Asked before everything that the program keeps on this computer goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from companyportal.models.own_data import OwnData
from companyportal.views.buttons import Button
from companyportal.views.dialog import Dialog
from companyportal.views.spacing import column
from companyportal.views.text import Text

_ASLEEP_MS = 1000
"""A double click shall not go through to the last button."""


class EraseQuestion(Dialog):
    """What goes, what stays, and that the program closes; Enter and Escape cancel."""

    def __init__(self, window: QWidget, data: OwnData) -> None:
        super().__init__(window, "warning", "danger")
        self._goes = Text()
        self._stays = Text("", "body", "text2")
        body = QWidget()
        box = column(body, 8)
        for text in (self._goes, self._stays):
            text.setMinimumWidth(1)
            box.addWidget(text)
        self.add_body(body)
        self.cancel = Button()
        self.erase = Button("", "danger")
        self.add_buttons(self.cancel, self.erase)
        self.cancel.clicked.connect(self.reject)
        self.erase.clicked.connect(self.accept)
        self.accepted.connect(data.erase)
        self.alarm = QTimer(self, singleShot=True, interval=_ASLEEP_MS)
        self.alarm.timeout.connect(lambda: self.erase.setEnabled(True))
        self._retranslate()

    def open(self) -> None:
        """The last button wakes a second later."""
        self.erase.setEnabled(False)
        self.alarm.start()
        super().open()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.head.set_words(
            self.tr("Erase all data on this computer?"),
            self.tr("You are signed out and the program closes."),
        )
        self._goes.setText(
            self.tr("What goes: your sign-in, the list, the activity, your settings and the log.")
        )
        self._stays.setText(self.tr("Your devices and what was asked of them stay as they are."))
        self.cancel.setText(self.tr("Cancel"))
        self.erase.setText(self.tr("Erase and close"))
