"""A quiet ground inside a card: for what is quoted there."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current


class Sunken(QWidget):
    """Its owner lays it out."""

    def __init__(self, radius: int = 10, parent: QWidget | None = None) -> None:
        """``radius`` is pixels at 100 % text."""
        super().__init__(parent)
        self._radius = radius
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground; in a contrast theme an edge as well."""
        theme = current()
        edge = theme.color("line") if theme.has_high_contrast else None
        rect, radius = QRectF(self.rect()), theme.px(self._radius)
        shape.rounded(QPainter(self), rect, radius, theme.color("sunken"), edge)
