"""A choice among a few, in a list that opens."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from companyportal.views import shape, style
from companyportal.views.theme import current


class ComboBox(QComboBox):
    """A stock combo box in our colours; the wheel scrolls the page, not the choice."""

    def __init__(self, parent: QWidget | None = None, *, least_width: int = 170) -> None:
        """``least_width`` is pixels at 100 % text."""
        super().__init__(parent)
        self._least_width = least_width
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._dress()
        current().changed.connect(self._dress)

    def set_items(self, items: Sequence[str]) -> None:
        """Other words for the choices; the chosen one stays chosen."""
        if [self.itemText(i) for i in range(self.count())] == list(items):
            return
        chosen = self.currentIndex()
        self.blockSignals(True)
        self.clear()
        self.addItems(items)
        self.setCurrentIndex(max(0, chosen))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never a choice by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stock, and our arrow."""
        super().paintEvent(event)
        size = current().px(16)
        inset = current().px(18)
        x = inset if self.isRightToLeft() else self.width() - inset
        centre = QPointF(x, self.height() / 2)
        shape.glyph(QPainter(self), centre, "chevron-down", "text2", size)

    def _dress(self) -> None:
        theme = current()
        self.setFont(theme.font("medium"))
        self.setMinimumHeight(theme.control_px(36))
        self.setMinimumWidth(theme.px(self._least_width))
        style.dress(self)
