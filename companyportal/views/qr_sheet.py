"""A page of the organisation for the visitor's own telephone, over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from companyportal.views.buttons import Button
from companyportal.views.dialog import Dialog
from companyportal.views.qr_code import QrCode


class QrSheet(Dialog):
    """Where a desk would open the page."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "phone", "info")
        self.code = QrCode()
        self.close_button = Button("", "primary")
        self.add_body(self.code)
        self.add_buttons(self.close_button)
        self.close_button.clicked.connect(self.reject)
        self._retranslate()

    def show_address(self, address: str) -> None:
        """Open it for a public page; for anything else nothing opens."""
        self.code.set_address(address)
        if not self.code.isHidden():
            self.open()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.head.set_words(
            self.tr("Open it on your own phone"),
            self.tr("Point its camera at the code, or type the address."),
        )
        self.close_button.setText(self.tr("Close"))
