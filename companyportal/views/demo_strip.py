"""Says at the top of every page that this is only the demo."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from companyportal.views.strip import Strip


class DemoStrip(Strip):
    """A strip with words of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("unknown", parent=parent)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_words(
            self.tr("Demo"),
            self.tr("A pretend organisation on this computer. Nothing here reaches a real device."),
        )
