"""The way one level up: an arrow and where it leads, in line with the text below it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from companyportal.views.buttons import Button
from companyportal.views.theme import current

_LEAST = 32


class BackButton(Button):
    """Quieter than a link: it is on every inner page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "link", icon="back", parent=parent)

    def sizeHint(self) -> QSize:
        """High enough to be hit."""
        return super().sizeHint().expandedTo(QSize(0, current().px(_LEAST)))

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> str:
        return "text" if self.underMouse() else "text2"
