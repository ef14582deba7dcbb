"""A language as it calls itself, for people who may not read the one on the screen."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from companyportal.views import shape
from companyportal.views.kiosk_button import KioskButton
from companyportal.views.language import LANGUAGES, WORD_FOR_LANGUAGE
from companyportal.views.theme import current

_WIDTH, _HEIGHT = 190, 68


class LanguageButton(KioskButton):
    """Its name over the word for "language"; the one in use has a check mark and an edge."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        """``code`` is a key of LANGUAGES."""
        super().__init__(height=_HEIGHT, role="subtitle", least_width=_WIDTH, parent=parent)
        self.code = code
        self._word = WORD_FOR_LANGUAGE[code]
        self.setText(LANGUAGES[code])
        self.setAccessibleDescription(self._word)
        self.set_on(False)

    def sizeHint(self) -> QSize:
        """Both lines, and room for the check mark at either side."""
        theme = current()
        words = max(line.width() for line in self._two_lines())
        least = math.ceil(words) + 2 * theme.px(12 + 20 + 8)
        hint = super().sizeHint()
        height = math.ceil(sum(line.height() for line in self._two_lines())) + theme.px(16)
        return QSize(max(hint.width(), least), max(hint.height(), height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, the two lines in the middle, the check mark."""
        painter, theme = QPainter(self), current()
        self._paint_ground(painter, QRectF(self.rect()))
        name, word = self._two_lines()
        top = (self.height() - name.height() - word.height()) / 2
        self._paint_line(painter, self.text(), "subtitle", "text", top, name.height())
        self._paint_line(painter, self._word, "label", "text2", top + name.height(), word.height())
        if self.isChecked():
            size = theme.px(20)
            spot = QRectF(theme.px(12), 0, size, self.height())
            shape.glyph(painter, self._mirrored(spot).center(), "check", "accent_text", size)

    def _paint_line(
        self, painter: QPainter, words: str, role: str, token: str, top: float, height: float
    ) -> None:
        painter.setFont(current().font(role))
        painter.setPen(current().color(token))
        spot = QRectF(0, top, self.width(), height)
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)

    def _two_lines(self) -> tuple[QRectF, QRectF]:
        """How large the two lines are."""
        both = ((self.text(), "subtitle"), (self._word, "label"))
        first, second = (_size(words, role) for words, role in both)
        return first, second


def _size(words: str, role: str) -> QRectF:
    metrics = QFontMetricsF(current().font(role))
    return QRectF(0, 0, metrics.horizontalAdvance(words), metrics.height())
