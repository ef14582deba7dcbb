"""Grey shapes of what is about to come; they stand still."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_LEAST_WIDTH = 330
_MOST_COLUMNS = 3
_HEIGHT = 110
_GAP = 14


class Placeholder(QWidget):
    """So many device cards, in as many columns as the list will have."""

    def __init__(self, cards: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns, more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        rows = -(-self._cards // self._columns(width))
        px = current().px
        return rows * px(_HEIGHT) + (rows - 1) * px(_GAP)

    def sizeHint(self) -> QSize:
        """One column."""
        px = current().px
        return QSize(px(_LEAST_WIDTH), self.heightForWidth(px(_LEAST_WIDTH)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cards with a tile, two lines and a badge."""
        px = current().px
        painter = QPainter(self)
        columns = self._columns(self.width())
        width = (self.width() - (columns - 1) * px(_GAP)) / columns
        for number in range(self._cards):
            x = (number % columns) * (width + px(_GAP))
            y = (number // columns) * (px(_HEIGHT) + px(_GAP))
            if self.isRightToLeft():
                x = self.width() - width - x
            self._paint_card(painter, QRectF(x, y, width, px(_HEIGHT)))

    def _paint_card(self, painter: QPainter, rect: QRectF) -> None:
        px = current().px
        grey = current().color("sunken")
        shape.card(painter, rect)
        bars = (
            (18, 18, 48, 48, 12),
            (80, 22, 150, 12, 6),
            (80, 44, 210, 10, 5),
            (80, 68, 96, 22, 11),
        )
        for x, y, width, height, radius in bars:
            left = rect.left() + px(x)
            if self.isRightToLeft():
                left = rect.right() - px(x) - px(width)
            bar = QRectF(left, rect.top() + px(y), px(width), px(height))
            shape.rounded(painter, bar, px(radius), grey)

    def _columns(self, width: int) -> int:
        px = current().px
        fit = (width + px(_GAP)) // (px(_LEAST_WIDTH) + px(_GAP))
        return max(1, min(_MOST_COLUMNS, fit))
