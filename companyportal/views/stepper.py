"""Where the person is among the steps of a flow."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_CIRCLE = 26
_GAP = 10
_AROUND_LINE = 16
_LEAST_AROUND = 3
_LEAST_LINE = 24
_MOST_LINE = 74


class Stepper(QWidget):
    """Done: a check on tint. Now: a filled number and a bold name. Later: an outlined number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._index = 0
        self._is_done = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def set_steps(self, names: Sequence[str], index: int, *, is_done: bool = False) -> None:
        """The names in order, and which of them is now (from 0); or all are done."""
        self._names = list(names)
        self._index = min(index, len(self._names) - 1)
        self._is_done = is_done
        self.setAccessibleName(
            self.tr("Step {number} of {count}: {name}").format(
                number=self._index + 1, count=len(self._names), name=self._names[self._index]
            )
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All names, if there is room."""
        theme = current()
        height = max(theme.px(_CIRCLE), round(QFontMetricsF(theme.font("strong")).height()))
        return QSize(math.ceil(self._width_of(self._names, _AROUND_LINE, _MOST_LINE)), height + 2)

    def minimumSizeHint(self) -> QSize:
        """The circles, and the name of now."""
        return QSize(current().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the start of the line to its end."""
        px = current().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        labels = self._labels()
        gaps = max(1, len(labels) - 1)
        room = max(0.0, self.width() - self._width_of(labels, 0, 0)) / gaps
        around = min(px(_AROUND_LINE), room / 3)
        line = min(px(_MOST_LINE), room - 2 * around)
        x = 0.0
        for step, label in enumerate(labels):
            x = self._paint_step(painter, x, step, label)
            if step < gaps:
                self._paint_line(painter, x + around, line, step)
                x += line + 2 * around

    def _labels(self) -> list[str]:
        """The name beside each circle: all of them, or only that of now, cut if it must be."""
        if self._width_of(self._names, _AROUND_LINE, _LEAST_LINE) <= self.width():
            return self._names
        labels = [""] * len(self._names)
        if labels:
            taken = self._width_of(labels, _LEAST_AROUND, 0) + current().px(_GAP) + 2
            metrics = QFontMetricsF(self._font(self._index))
            mode = Qt.TextElideMode.ElideRight
            name = self._names[self._index]
            labels[self._index] = metrics.elidedText(name, mode, self.width() - taken)
        return labels

    def _paint_step(self, painter: QPainter, x: float, step: int, label: str) -> float:
        theme = current()
        side = theme.px(_CIRCLE)
        circle = self._mirrored(QRectF(x, (self.height() - side) / 2, side, side))
        done = self._is_done or step < self._index
        now = step == self._index and not done
        if done:
            tint = theme.color("accent_tint")
            shape.rounded(painter, circle, side / 2, tint, theme.color("accent_line"))
            shape.glyph(painter, QPointF(circle.center()), "check", "accent_text", theme.px(16))
        else:
            fill = theme.color("accent") if now else None
            edge = None if now else theme.color("control")
            shape.rounded(painter, circle, side / 2, fill, edge, 1.5)
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("on_accent" if now else "text2"))
            number = self.locale().toString(step + 1)
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, number)
        if not label:
            return x + side
        font = self._font(step)
        width = QFontMetricsF(font).horizontalAdvance(label) + 2
        words = self._mirrored(QRectF(x + side + theme.px(_GAP), 0, width, self.height()))
        painter.setFont(font)
        painter.setPen(theme.color("text" if now else "text2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, label)
        return x + side + theme.px(_GAP) + width

    def _paint_line(self, painter: QPainter, x: float, length: float, step: int) -> None:
        theme = current()
        done = self._is_done or step < self._index
        line = self._mirrored(QRectF(x, self.height() / 2 - 0.75, length, 1.5))
        painter.fillRect(line, theme.color("accent_line" if done else "line_strong"))

    def _width_of(self, labels: Sequence[str], around: float, line: float) -> float:
        """Of everything; air and line between two steps are pixels at 100 % text."""
        px = current().px
        total = float(len(labels) * px(_CIRCLE))
        total += max(0, len(labels) - 1) * px(2 * around + line)
        for step, label in enumerate(labels):
            if label:
                metrics = QFontMetricsF(self._font(step))
                total += px(_GAP) + metrics.horizontalAdvance(label) + 2
        return total

    def _font(self, step: int) -> QFont:
        is_now = step == self._index and not self._is_done
        return current().font("strong" if is_now else "body")

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.isRightToLeft():
            rect.moveRight(self.width() - rect.left())
        return rect
