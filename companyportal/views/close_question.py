"""Asked the first time the window is closed where there is a notification area."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from companyportal.models.preferences import Preferences
from companyportal.views.buttons import Button
from companyportal.views.dialog import Dialog


class CloseQuestion(Dialog):
    """Stay as an icon, or quit? The answer is remembered; Escape leaves the window open.

    Signals:
        decided(): the answer is in the settings.
    """

    decided = Signal()

    def __init__(self, window: QWidget, preferences: Preferences) -> None:
        super().__init__(window, "bell", "info")
        self._preferences = preferences
        self.keep = Button("", "primary")
        self.quit = Button()
        self.add_buttons(self.keep, self.quit)
        self.keep.clicked.connect(lambda: self._decide(keeps=True))
        self.quit.clicked.connect(lambda: self._decide(keeps=False))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _decide(self, *, keeps: bool) -> None:
        self._preferences.decide("keep_in_tray", keeps)
        self.accept()
        self.decided.emit()

    def _retranslate(self) -> None:
        self.head.set_words(
            self.tr("Keep an icon when the window closes?"),
            self.tr("It tells you when a request has ended. The settings can change this."),
        )
        self.keep.setText(self.tr("Keep the icon"))
        self.quit.setText(self.tr("Quit"))
