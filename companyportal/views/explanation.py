"""A card that explains something in place: a title, a few points, and the way to a person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.effect_words import Point
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.mark import Mark
from companyportal.views.point_row import PointRow
from companyportal.views.spacing import column, spaced
from companyportal.views.text import Text


class Explanation(QWidget):
    """Hidden until it is asked for.

    Signals:
        support_asked(): it did not help.
    """

    support_asked = Signal()

    def __init__(self, *icons: str, parent: QWidget | None = None) -> None:
        """One point for each icon."""
        super().__init__(parent)
        self._title = Text("", "subtitle")
        self._points = [PointRow(Mark(name)) for name in icons]
        self.support = Button("", icon="support")
        box = column(self)
        card = Card(padding=20)
        box.addWidget(card)
        self._fill(spaced(card.body, 12, (20, 16, 20, 20)))
        self.support.clicked.connect(self.support_asked)
        self.hide()

    def set_words(self, title: str, points: Sequence[Point]) -> None:
        """Explain this."""
        self._title.setText(title)
        for row, point in zip(self._points, points, strict=True):
            row.set_point(point)
        self.support.setText(self.tr("IT support"))

    def _fill(self, body: QVBoxLayout) -> None:
        for part in (self._title, *self._points):
            body.addWidget(part)
        buttons = QWidget()
        FlowLayout(buttons).addWidget(self.support)
        body.addWidget(buttons)
