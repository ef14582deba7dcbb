"""The white sheet that holds what belongs together."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from companyportal.views import shape
from companyportal.views.spacing import column


class Card(QWidget):
    """A ground with an edge; what it holds goes into ``body``."""

    def __init__(self, *, padding: int = 20, parent: QWidget | None = None) -> None:
        """``padding`` is pixels at 100 % text."""
        super().__init__(parent)
        self.body: QVBoxLayout = column(self, 12, (padding, padding, padding, padding))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        shape.card(QPainter(self), QRectF(self.rect()))
