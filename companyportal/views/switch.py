"""On or off."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current


class Switch(QCheckBox):
    """A check box in the shape of a switch; its words stand beside it in the row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """42 × 24 in a target of 44 × 36, or what a finger needs."""
        side = current().control_px
        return QSize(side(44), side(36))

    def hitButton(self, position: object) -> bool:
        """All of it."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter switches, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and knob; off has an edge, on is filled."""
        theme = current()
        painter = QPainter(self)
        width, height = theme.px(42), theme.px(24)
        rect = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        off = not self.isEnabled()
        if self.isChecked():
            fill = theme.color("line_strong" if off else "accent")
            edge = theme.color("line_strong" if off else "accent_edge")
            shape.rounded(painter, rect, height / 2, fill, edge)
        else:
            ground = theme.color("sunken" if off else "surface")
            edge = theme.color("line_strong" if off else "control")
            shape.rounded(painter, rect, height / 2, ground, edge, 1.5)
        radius = theme.px(8)
        at_end = self.isChecked() != self.isRightToLeft()
        x = rect.right() - height / 2 if at_end else rect.left() + height / 2
        token = ("surface" if off else "on_accent") if self.isChecked() else "control"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(token))
        painter.drawEllipse(QPointF(x, rect.center().y()), radius, radius)
