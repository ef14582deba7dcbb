"""Grey shapes of what is about to come; they stand still."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.domain import Device
from companyportal.views import shape
from companyportal.views.device_card import (
    GAP,
    LEAST_WIDTH,
    CardLayout,
    columns_in,
    lay_out,
)
from companyportal.views.device_words import DeviceWords
from companyportal.views.theme import current

_SAMPLE = Device(device_id="", name="x")
"""A card like most: a name and a second line of one line each, and a badge."""
_EDGE = 18
_TILE = 48


class Placeholder(QWidget):
    """So many device cards, in the columns and at the height that the list will have."""

    def __init__(self, cards: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self._words = DeviceWords(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns, more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        gap, columns = current().px(GAP), columns_in(width)
        rows = -(-self._cards // columns)
        return rows * (self._card_height(self._card_width(width)) + gap) - gap

    def sizeHint(self) -> QSize:
        """One column."""
        width = current().px(LEAST_WIDTH)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Cards of any width; their shapes are cut."""
        return QSize(current().px(120), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Card by card."""
        gap, columns = current().px(GAP), columns_in(self.width())
        painter = QPainter(self)
        width = self._card_width(self.width())
        height = self._card_height(width)
        layout = lay_out(_SAMPLE, self._words, width)
        for number in range(self._cards):
            x = (number % columns) * (width + gap)
            y = (number // columns) * (height + gap)
            if self.isRightToLeft():
                x = self.width() - width - x
            self._paint_card(painter, QRectF(x, y, width, height), layout)

    def _paint_card(self, painter: QPainter, rect: QRectF, card: CardLayout) -> None:
        """Tile, name, second line, badge."""
        px = current().px
        grey = current().color("sunken")
        shape.card(painter, rect)
        x, room = card.words_x, rect.width() - card.words_x - px(_EDGE)
        bars = [
            (QRectF(px(_EDGE), px(_EDGE), px(_TILE), px(_TILE)), float(px(12))),
            _bar(x, card.name_y, "subtitle", min(room, current().text_px(150))),
            _bar(x, card.line_y, "body", min(room, current().text_px(210))),
            *((badge, badge.height() / 2) for badge, _ in card.badges),
        ]
        for bar, radius in bars:
            if self.isRightToLeft():
                bar.moveRight(rect.width() - bar.left())
            shape.rounded(painter, bar.translated(rect.topLeft()), radius, grey)

    def _card_width(self, width: int) -> int:
        gap, columns = current().px(GAP), columns_in(width)
        return (width + gap) // columns - gap

    def _card_height(self, width: int) -> int:
        return round(lay_out(_SAMPLE, self._words, width).height)


def _bar(x: float, y: float, role: str, width: float) -> tuple[QRectF, float]:
    """In the middle of a line of words in that role."""
    line = QFontMetricsF(current().font(role)).height()
    height = line / 2
    return QRectF(x, y + (line - height) / 2, width, height), height / 2
