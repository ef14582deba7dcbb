"""The content sheet: lies on the chrome, round where header and navigation meet."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companyportal.views.theme import current


class Layer(QWidget):
    """Holds strips, messages and the page in ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_rounded = True
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(1, 1, 0, 0)
        self.body.setSpacing(0)

    def set_rounded(self, is_rounded: bool) -> None:
        """Not where the navigation is at the foot of the window."""
        self._is_rounded = is_rounded
        self.body.setContentsMargins(1 if is_rounded else 0, 1, 0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the corner at the start of the line is round; the other edges leave the window."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = self.width(), self.height()
        if self.isRightToLeft():
            painter.translate(width, 0)
            painter.scale(-1, 1)
        radius = theme.px(14) if self._is_rounded else 0
        start = 0.5 if self._is_rounded else -2.0
        path = QPainterPath()
        path.moveTo(width + 2, 0.5)
        path.lineTo(start + radius, 0.5)
        if radius:
            path.arcTo(QRectF(0.5, 0.5, 2 * radius, 2 * radius), 90, 90)
        path.lineTo(start, height + 2)
        path.lineTo(width + 2, height + 2)
        path.closeSubpath()
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("layer"))
        painter.drawPath(path)
