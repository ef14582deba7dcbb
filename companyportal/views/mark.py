"""The disc or tile at the start of a row: an icon or a number on a ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from companyportal.views import icon, shape
from companyportal.views.theme import current


class Mark(QWidget):
    """An icon on a disc, or on a tile with round corners; for the eye only."""

    def __init__(
        self,
        name: str,
        color: str = "text2",
        ground: str = "sunken",
        *,
        size: int = 36,
        glyph: int = 18,
        is_tile: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``size`` and ``glyph`` are pixels at 100 % text."""
        super().__init__(parent)
        self._name = name
        self._color = color
        self._ground = ground
        self._size = size
        self._glyph = glyph
        self._is_tile = is_tile
        self._fit()
        current().changed.connect(self._fit)

    def set_look(self, name: str, color: str = "text2", ground: str = "sunken") -> None:
        """Another icon in other colours."""
        self._name, self._color, self._ground = name, color, ground
        self.update()

    def set_icon(self, name: str) -> None:
        """Another icon in the same colours."""
        self.set_look(name, self._color, self._ground)

    def set_state(self, name: str, kind: str) -> None:
        """An icon in the colours of a state: success, warning, danger, info, unknown, neutral."""
        if kind == "neutral":
            self.set_look(name)
        else:
            self.set_look(name, kind, f"{kind}_bg")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, then icon."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, QRectF(self.rect()), self._ground, is_tile=self._is_tile)
        glyph = theme.px(self._glyph)
        spot = QPointF((self.width() - glyph) / 2, (self.height() - glyph) / 2)
        painter.drawPixmap(spot, icon.pixmap(self._name, self._color, glyph))

    def _fit(self) -> None:
        side = current().px(self._size)
        self.setFixedSize(side, side)
        self.update()


class NumberMark(QWidget):
    """The number of a step on a tinted disc."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._fit()
        current().changed.connect(self._fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc, then number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        _paint_ground(painter, rect, "accent_tint", is_tile=False)
        painter.setFont(current().font("strong"))
        painter.setPen(current().color("accent_text"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.locale().toString(self._number))

    def _fit(self) -> None:
        # The number grows with the text, the air around it only by half.
        line = round(QFontMetricsF(current().font("strong")).height())
        side = max(current().px(28), line + current().px(8))
        self.setFixedSize(side, side)
        self.update()


def _paint_ground(painter: QPainter, rect: QRectF, token: str, *, is_tile: bool) -> None:
    radius = rect.width() / (4 if is_tile else 2)
    edge = current().color("line") if current().has_high_contrast else None
    shape.rounded(painter, rect, radius, current().color(token), edge)
