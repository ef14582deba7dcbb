"""The fixed parts round every page, and how they rearrange when there is less room."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from companyportal.views.header import Header
from companyportal.views.layer import Layer
from companyportal.views.message_place import MessagePlace
from companyportal.views.navigation import Navigation, NavigationShape
from companyportal.views.spacing import column
from companyportal.views.theme import current

_WIDE = 860
_NARROW = 600
"""Breakpoints in pixels at 100 % text."""


class Frame(QWidget):
    """Header above, navigation beside or below, and the content sheet with one page."""

    def __init__(
        self,
        header: Header,
        navigation: Navigation,
        message_place: MessagePlace,
        pages: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._header = header
        self._navigation = navigation
        self._layer = Layer()
        self.content: QWidget = self._layer
        """What is neither header nor navigation: messages and the page."""
        self._layer.body.addWidget(message_place)
        self._layer.body.addWidget(pages, 1)
        self._main = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main.setSpacing(0)
        self._main.addWidget(navigation)
        self._main.addWidget(self._layer, 1)
        box = column(self, 0)
        box.addWidget(header)
        box.addLayout(self._main, 1)
        current().changed.connect(self._measure)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Navigation as column, rail or bar."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome."""
        QPainter(self).fillRect(self.rect(), current().color("chrome"))

    def _measure(self) -> None:
        width = current().em(self.width())
        shape = NavigationShape.COLUMN if width >= _WIDE else NavigationShape.RAIL
        if width < _NARROW:
            shape = NavigationShape.BAR
        is_bar = shape is NavigationShape.BAR
        directions = QBoxLayout.Direction
        self._main.setDirection(directions.BottomToTop if is_bar else directions.LeftToRight)
        self._layer.set_rounded(not is_bar)
        self._navigation.set_shape(shape)
        self._header.set_shape(shape)
