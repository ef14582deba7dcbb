"""The way one level up: an arrow and where it leads, in line with the text below it."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views.buttons import Button
from companyportal.views.theme import current

_LEAST_HEIGHT = 32
_LEAST_WIDTH = 80


class BackButton(Button):
    """Quieter than a link: it is on every inner page. A long name is cut, not the page widened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "link", icon="back", parent=parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Where it leads; a screen reader hears all of it."""
        self._words = words
        self.setAccessibleName(words)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for all words, high enough to be hit."""
        metrics, hint = QFontMetricsF(self.font()), super().sizeHint()
        hidden = metrics.horizontalAdvance(self._words) - metrics.horizontalAdvance(self.text())
        height = max(hint.height(), current().control_px(_LEAST_HEIGHT))
        return QSize(hint.width() + max(0, math.ceil(hidden)), height)

    def minimumSizeHint(self) -> QSize:
        """The arrow and a few letters."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), current().px(_LEAST_WIDTH)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many letters as fit."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = QFontMetricsF(self.font())
        around = super().sizeHint().width() - metrics.horizontalAdvance(self.text())
        room = max(0.0, self.width() - around) + 1
        self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        self.setShortcut(QKeySequence())  # a name with "&R" in it would answer to Alt+R

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> str:
        return "text" if self.underMouse() else "text2"
