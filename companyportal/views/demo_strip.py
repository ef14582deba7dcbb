"""Says at the top of every page that this is only the demo."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.views.strip import Strip
from companyportal.views.theme import current

_LEAST_FOR_SENTENCE = 320
"""Pixels at 100 % text: below it the sentence would take a third of the window."""


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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, one word says it; a screen reader hears the sentence, too."""
        super().resizeEvent(event)
        self._text.setVisible(current().em(self.width()) >= _LEAST_FOR_SENTENCE)

    def _retranslate(self) -> None:
        self.set_words(
            self.tr("Demo"),
            self.tr("A pretend organisation on this computer. Nothing here reaches a real device."),
        )
