"""Paints cost against size as a picture, on logarithmic scales: a straight rise is linear cost.

``python -m benchmarks.chart STARTED FILE SERIES`` writes a PNG; the series are JSON, for each step
its pairs of size and milliseconds.
"""

from __future__ import annotations

import json
import math
import sys

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen

WIDTH, HEIGHT = 900, 520
_PLOT = QRectF(80, 56, 560, 400)
_COLOURS = ("#0f6cbd", "#107c10", "#c8501e", "#8764b8", "#b4009e")
_GRID, _INK, _FAINT = QColor("#e3e3e3"), QColor("#1f1f1f"), QColor("#606060")

Points = list[tuple[float, float]]


class Chart:
    """Two logarithmic axes that hold all points."""

    def __init__(self, painter: QPainter, series: dict[str, Points]) -> None:
        self._painter = painter
        self._series = series
        every = [point for points in series.values() for point in points]
        self._sizes = _decades([size for size, _ in every])
        self._costs = _decades([cost for _, cost in every])

    def paint(self) -> None:
        """Title, grid, lines, names."""
        self._text(QRectF(80, 12, 700, 32), "Milliseconds against the number of devices", _INK, 15)
        self._paint_grid()
        for number, (name, points) in enumerate(self._series.items()):
            self._paint_series(QColor(_COLOURS[number % len(_COLOURS)]), points)
            self._paint_name(number, name, points)

    def _paint_grid(self) -> None:
        self._painter.setPen(QPen(_GRID, 1))
        for decade in range(self._sizes[0], self._sizes[1] + 1):
            x = self._place(10.0**decade, 10.0 ** self._costs[0]).x()
            self._painter.setPen(QPen(_GRID, 1))
            self._painter.drawLine(QPointF(x, _PLOT.top()), QPointF(x, _PLOT.bottom()))
            self._text(QRectF(x - 50, _PLOT.bottom() + 6, 100, 22), f"{10**decade:,}", _FAINT)
        for decade in range(self._costs[0], self._costs[1] + 1):
            y = self._place(10.0 ** self._sizes[0], 10.0**decade).y()
            self._painter.setPen(QPen(_GRID, 1))
            self._painter.drawLine(QPointF(_PLOT.left(), y), QPointF(_PLOT.right(), y))
            self._text(QRectF(0, y - 11, 70, 22), f"{10.0**decade:g} ms", _FAINT)

    def _paint_series(self, colour: QColor, points: Points) -> None:
        places = [self._place(size, cost) for size, cost in points]
        self._painter.setPen(QPen(colour, 2.5))
        self._painter.drawPolyline(places)
        self._painter.setBrush(colour)
        for place in places:
            self._painter.drawEllipse(place, 4, 4)

    def _paint_name(self, number: int, name: str, points: Points) -> None:
        y = _PLOT.top() + 8 + 56 * number
        colour = QColor(_COLOURS[number % len(_COLOURS)])
        self._painter.fillRect(QRectF(664, y + 6, 16, 10), colour)
        self._text(QRectF(690, y, 205, 22), name, _INK, left=True)
        size, cost = points[-1]
        each = f"{1000 * cost / size:.1f} µs a device at {size:,}"
        self._text(QRectF(690, y + 20, 205, 22), each, _FAINT, left=True)

    def _text(
        self, rect: QRectF, text: str, colour: QColor, points: int = 10, *, left: bool = False
    ) -> None:
        font = self._painter.font()
        font.setPointSize(points)
        self._painter.setFont(font)
        self._painter.setPen(colour)
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        self._painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)

    def _place(self, size: float, cost: float) -> QPointF:
        return QPointF(
            _PLOT.left() + _PLOT.width() * _share(size, self._sizes),
            _PLOT.bottom() - _PLOT.height() * _share(cost, self._costs),
        )


def _decades(values: list[float]) -> tuple[int, int]:
    """The powers of ten around the values, at least one apart."""
    first = math.floor(math.log10(min(values)))
    return first, max(first + 1, math.ceil(math.log10(max(values))))


def _share(value: float, decades: tuple[int, int]) -> float:
    return (math.log10(value) - decades[0]) / (decades[1] - decades[0])


def main(file: str, series: dict[str, Points]) -> None:
    """Write the picture. Raises: OSError where it cannot be."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Chart(painter, series).paint()
    painter.end()
    if not image.save(file, "PNG"):  # type: ignore[call-overload]
        raise OSError(f"cannot write {file}")


if __name__ == "__main__":
    application = QGuiApplication([])
    main(sys.argv[2], json.loads(sys.argv[3]))
