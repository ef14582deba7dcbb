"""Where the person is among the steps of a flow."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_CIRCLE = 26
_GAP = 10
_AROUND_LINE = 16
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
        height = max(current().px(_CIRCLE), round(self._line_height()))
        return QSize(self._width_of(range(len(self._names)), _MOST_LINE), height + 2)

    def minimumSizeHint(self) -> QSize:
        """The circles, and the name of now."""
        return QSize(current().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """From the start of the line to its end."""
        px = current().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        everyone = range(len(self._names))
        named = everyone
        if self._width_of(everyone, _LEAST_LINE) > self.width():
            named = range(self._index, self._index + 1)
        spare = self.width() - self._width_of(named, 0)
        gaps = max(1, len(self._names) - 1)
        line = max(px(_LEAST_LINE) / 2, min(px(_MOST_LINE), spare / gaps))
        x = 0.0
        for step in everyone:
            x = self._paint_step(painter, x, step, is_named=step in named)
            if step < gaps:
                x = self._paint_line(painter, x + px(_AROUND_LINE), line, step)

    def _paint_step(self, painter: QPainter, x: float, step: int, *, is_named: bool) -> float:
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
        if not is_named:
            return x + side
        font = theme.font("strong" if now else "body")
        width = QFontMetricsF(font).horizontalAdvance(self._names[step]) + 2
        words = self._mirrored(QRectF(x + side + theme.px(_GAP), 0, width, self.height()))
        painter.setFont(font)
        painter.setPen(theme.color("text" if now else "text2"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._names[step])
        return x + side + theme.px(_GAP) + width

    def _paint_line(self, painter: QPainter, x: float, length: float, step: int) -> float:
        theme = current()
        done = self._is_done or step < self._index
        line = QRectF(x, self.height() / 2 - 0.75, length, 1.5)
        painter.fillRect(
            self._mirrored(line), theme.color("accent_line" if done else "line_strong")
        )
        return x + length + theme.px(_AROUND_LINE)

    def _width_of(self, named: range, line: float) -> int:
        theme = current()
        total = 0.0
        for step, name in enumerate(self._names):
            total += theme.px(_CIRCLE)
            if step in named:
                font = theme.font("strong" if step == self._index else "body")
                total += theme.px(_GAP) + QFontMetricsF(font).horizontalAdvance(name) + 2
        between = max(0, len(self._names) - 1)
        return math.ceil(total + between * (2 * theme.px(_AROUND_LINE) + theme.px(line)))

    def _line_height(self) -> float:
        return QFontMetricsF(current().font("strong")).height()

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.isRightToLeft():
            rect.moveRight(self.width() - rect.left())
        return rect
