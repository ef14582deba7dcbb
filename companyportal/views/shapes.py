"""Small things between words: a hairline, and a disc that shows a state."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current


class Divider(QWidget):
    """A hairline between two rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One pixel."""
        QPainter(self).fillRect(self.rect(), current().color("line"))


class Disc(QWidget):
    """An icon on a round ground in the colours of a state; words beside it say the same."""

    def __init__(
        self, icon: str, state: str, *, size: int = 48, parent: QWidget | None = None
    ) -> None:
        """``state`` is one of ``tokens.STATES``; ``size`` is pixels at 100 % text."""
        super().__init__(parent)
        self._icon = icon
        self._state = state
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_state(self, icon: str, state: str) -> None:
        """Another state."""
        self._icon, self._state = icon, state
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and icon."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        theme = current()
        ground = theme.color(f"{self._state}_bg")
        edge = theme.color("line") if theme.has_high_contrast else None
        shape.rounded(painter, rect, rect.width() / 2, ground, edge)
        centre = QPointF(rect.center())
        shape.glyph(painter, centre, self._icon, self._state, current().px(self._size / 2))
