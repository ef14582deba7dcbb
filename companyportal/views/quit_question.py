"""Asked before the program ends while a request is on its way, whose answer would be lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from companyportal.models.protected_action import ProtectedAction
from companyportal.models.protected_progress import Step
from companyportal.views.buttons import Button
from companyportal.views.dialog import Dialog


class QuitQuestion(Dialog):
    """Stay, or quit all the same? When the answer has come there is nothing left to ask.

    It then closes and the program stays, so that nobody misses how it ended.

    Signals:
        quit_confirmed(): end the program now.
    """

    quit_confirmed = Signal()

    def __init__(self, window: QWidget, reset: ProtectedAction) -> None:
        super().__init__(window, "clock", "warning")
        self._reset = reset
        self.stay = Button("", "primary")
        self.quit = Button()
        self.add_buttons(self.stay, self.quit)
        self.stay.clicked.connect(self.reject)
        self.quit.clicked.connect(self.accept)
        self.accepted.connect(self.quit_confirmed)
        reset.changed.connect(self._on_reset_changed)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _on_reset_changed(self) -> None:
        if self._reset.progress.step is not Step.SENDING and self.is_open:
            self.reject()

    def _retranslate(self) -> None:
        self.head.set_words(
            self.tr("A request is being sent"),
            self.tr("If you quit now, its outcome is unknown until the next start."),
        )
        self.stay.setText(self.tr("Stay"))
        self.quit.setText(self.tr("Quit anyway"))
