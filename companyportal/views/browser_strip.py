"""What stands above and below the sign-in browser, which is another program."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from companyportal.views.focus_ring import FocusRing
from companyportal.views.theme import current

FLAGS = (
    Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
)
"""A window of its own without a frame, above all others."""


class BrowserStrip(QWidget):
    """Lies at the edge of an area that it shares with the browser, as high as its words need."""

    def __init__(self) -> None:
        super().__init__(None, FLAGS)
        # The keyboard belongs to the browser, where a password is being typed.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.area = QRect()
        self._ring = FocusRing(self)

    def part_of(self, area: QRect) -> QRect:
        """Its own part, in the pixels of Qt."""
        raise NotImplementedError

    def appear(self, area: QRect) -> None:
        """At its edge of ``area``."""
        self.area = area
        self.setGeometry(self.part_of(area))
        self.show()
        self.raise_()

    def place(self) -> None:
        """Higher or lower, as its words are now."""
        if self.isVisible():
            self.setGeometry(self.part_of(self.area))

    def take_keyboard(self, first: QWidget) -> None:
        """From the browser, or from the other strip."""
        self.activateWindow()
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self._ring.note_keyboard()

    def follow_theme(self) -> None:
        """To be called when everything is made, because who listens first hears first."""
        current().changed.connect(self.place)

    def event(self, event: QEvent) -> bool:
        """Another language; whatever is inside hears of it first."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.place()
        return is_handled

    def closeEvent(self, event: QCloseEvent) -> None:
        """It goes with the browser, and not before."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chrome."""
        QPainter(self).fillRect(self.rect(), current().color("chrome"))
