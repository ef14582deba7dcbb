"""A page that scrolls over a row of buttons that does not: whoever stands before it sees how to go
on.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, row, spaced
from companyportal.views.theme import current

_SIDE = 32
_CARD = 24
"""The buttons stand in line with the words of a card. All in pixels at 100 % text."""


class FootedPage(ScrollPage):
    """``add_foot`` takes rows, ``set_foot`` shows one; without it is a page as any other."""

    def __init__(self, *, max_width: int, parent: QWidget | None = None) -> None:
        """In pixels at 100 % text."""
        super().__init__(max_width=max_width, parent=parent)
        self.foot = _Foot(max_width, self)
        self.foot.hide()

    def add_foot(self, buttons: QWidget) -> None:
        """Keep these for later. The Tab key comes to them after all that the page has now."""
        self.foot.add_row(buttons)

    def set_foot(self, buttons: QWidget | None) -> None:
        """Show these, in place of those before."""
        self.foot.set_row(buttons)
        self.foot.setVisible(buttons is not None)
        self.place_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The foot keeps to the lower edge."""
        super().resizeEvent(event)
        self.place_foot()

    def place_foot(self) -> None:
        """As high as its buttons are now; what scrolls ends above it."""
        width = self.viewport().width()
        height = 0 if self.foot.isHidden() else self.foot.heightForWidth(width)
        self.setViewportMargins(0, 0, 0, height)
        self.foot.setGeometry(0, self.height() - height, width, height)


class _Foot(QWidget):
    """Of all rows that it was given it shows the last."""

    def __init__(self, max_width: int, page: FootedPage) -> None:
        super().__init__(page)
        self._page = page
        self._max_width = max_width
        self._row: QWidget | None = None
        self._inner = QWidget()
        self._rows = column(self._inner, 0, (_CARD, 0, _CARD, 0))
        self._box = row(self, 0)
        self._box.addWidget(self._inner, 1)
        self._dress()
        current().changed.connect(self._dress)

    def add_row(self, buttons: QWidget) -> None:
        """Its parent is this from now on."""
        buttons.hide()
        self._rows.addWidget(buttons)

    def set_row(self, buttons: QWidget | None) -> None:
        """One at most."""
        if self._row is not None:
            self._row.hide()
        self._row = buttons
        if buttons is not None:
            buttons.show()

    def event(self, event: QEvent) -> bool:
        """Longer words, larger words, one button more."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._page.place_foot()
        return is_handled

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground, and a line over it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().color("layer"))
        painter.fillRect(0, 0, self.width(), 1, current().color("line"))

    def _dress(self) -> None:
        self._inner.setMaximumWidth(current().px(self._max_width))
        spaced(self._box, 0, (_SIDE, 12, _SIDE, 12))
