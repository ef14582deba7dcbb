"""How much is left of the five minutes, as a ring and as figures."""

from __future__ import annotations

import math
from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views.announce import announce
from companyportal.views.theme import current

_LARGE = 120
_SHORT_S = 60


class CountDownRing(QWidget):
    """Mirrors the gate's clock and never counts itself."""

    MARKS_S: ClassVar[tuple[int, ...]] = (300, 120, 60, 30)
    """At these it is said how much is left."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        """``size`` is pixels at 100 % text; from 120 on there is a word below the figures."""
        super().__init__(parent)
        self._size = size
        self._seconds = 0
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def set_size(self, size: int) -> None:
        """Another one, as when it was made."""
        self._size = size
        self.updateGeometry()

    def set_remaining(self, seconds: float, total: float) -> None:
        """What is left, of how much; both in seconds."""
        before, self._seconds = self._seconds, math.ceil(max(0.0, seconds))
        self._share = min(1.0, max(0.0, seconds / total)) if total > 0 else 0.0
        words = self._words()
        # Always true, whenever somebody asks; readers say a new name only of what has the focus.
        if words != self.accessibleName():
            self.setAccessibleName(words)
        if self._is_told(before, self._seconds):
            announce(self, words, is_urgent=True)
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the figures."""
        side = max(current().px(self._size), self._least())
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, what is left of the arc up to twelve o'clock, figures."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = theme.px(8 if self._size >= _LARGE else 4.5)
        inset = stroke / 2 + 1
        circle = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        # In a contrast theme a track as wide as the arc would look like a full ring.
        pen = QPen(theme.color("line"), 1 if theme.has_high_contrast else stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(circle)
        pen.setWidthF(stroke)
        pen.setColor(theme.color("warning_fill" if self._seconds < _SHORT_S else "accent_text"))
        painter.setPen(pen)
        if self._share > 0:
            painter.drawArc(circle, 90 * 16, round(self._share * 360 * 16))
        self._paint_figures(painter)

    def _paint_figures(self, painter: QPainter) -> None:
        theme = current()
        large = self._size >= _LARGE
        font = theme.font("hero" if large else "strong", tabular=True)
        rect = QRectF(self.rect())
        if large:
            rect.translate(0, -theme.px(10))
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._figures())
        if large:
            word = theme.font("label")
            top = rect.center().y() + QFontMetricsF(font).height() / 2 - theme.px(2)
            below = QRectF(0, top, rect.width(), QFontMetricsF(word).height())
            painter.setFont(word)
            painter.setPen(theme.color("text2"))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._unit())

    def _figures(self) -> str:
        return f"{self._seconds // 60}:{self._seconds % 60:02d}"

    def _unit(self) -> str:
        return self.tr("left")

    def _least(self) -> int:
        font = current().font("hero" if self._size >= _LARGE else "strong", tabular=True)
        return round(QFontMetricsF(font).horizontalAdvance("0:00")) + current().px(28)

    def _words(self) -> str:
        minutes, seconds = divmod(self._seconds, 60)
        if not minutes:
            return self.tr("%n second(s) left", "", seconds)
        if not seconds:
            return self.tr("%n minute(s) left", "", minutes)
        both = self.tr("%n minute(s)", "", minutes), self.tr("%n second(s)", "", seconds)
        return self.tr("{minutes} {seconds} left").format(minutes=both[0], seconds=both[1])

    def _is_told(self, before: int, now: int) -> bool:
        """A mark was passed, or the clock has just started at one."""
        if before < now:
            return now in self.MARKS_S
        return any(before > mark >= now > 0 for mark in self.MARKS_S)
