"""What is lost, what stays, how long it takes: a table of names and sentences."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from companyportal.views.loss_words import Losses
from companyportal.views.text import Text
from companyportal.views.theme import current

_LEAST_FOR_COLUMNS = 360
"""Pixels at 100 % text; below, each name stands above its sentence."""


class LossRows(QWidget):
    """Rows without a sentence are not shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = [Text("", "medium", "text2") for _ in range(4)]
        self._sentences = [Text("", "body") for _ in range(4)]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        self._is_narrow: bool | None = None
        self._place(is_narrow=False)
        current().changed.connect(self._space)

    def set_losses(self, losses: Losses) -> None:
        """Say these."""
        names = (self.tr("Lost"), self.tr("Stays"), self.tr("Takes"), self.tr("Also"))
        rows = zip(self._names, self._sentences, names, losses, strict=True)
        for name, sentence, label, words in rows:
            name.setText(label)
            sentence.setText(words)
            for part in (name, sentence):
                part.setVisible(bool(words))
        self.setVisible(any(losses))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names beside their sentences, or above them."""
        super().resizeEvent(event)
        self._place(is_narrow=current().em(self.width()) < _LEAST_FOR_COLUMNS)

    def _place(self, *, is_narrow: bool) -> None:
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        top = Qt.AlignmentFlag.AlignTop
        for row, (name, sentence) in enumerate(zip(self._names, self._sentences, strict=True)):
            if is_narrow:
                self._grid.addWidget(name, 2 * row, 0, 1, 2)
                self._grid.addWidget(sentence, 2 * row + 1, 0, 1, 2)
            else:
                self._grid.addWidget(name, 2 * row, 0, top)
                self._grid.addWidget(sentence, 2 * row, 1)
        self._space()

    def _space(self) -> None:
        px = current().px
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(2 if self._is_narrow else 8))
