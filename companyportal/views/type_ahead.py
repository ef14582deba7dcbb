"""Finding a card by typing the beginning of its name."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication


class TypeAhead(QObject):
    """Letters that follow each other quickly are one word; a pause begins a new one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._typed = ""
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.timeout.connect(self.forget)

    @property
    def is_typing(self) -> bool:
        """True while the next letter would go on with the word."""
        return bool(self._typed)

    def forget(self) -> None:
        """The next letter begins a new word."""
        self._typed = ""
        self.pause.stop()

    def add(self, text: str) -> tuple[str, bool]:
        """The beginning that is looked for now, and whether the search goes on to the next card:
        a new word does, and so does one letter again and again.
        """
        is_new = not self._typed
        self._typed += text
        self.pause.start(QApplication.keyboardInputInterval())
        if len(self._typed) > 1 and len(set(self._typed.casefold())) == 1:
            return self._typed[0], True
        return self._typed, is_new
