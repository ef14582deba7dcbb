"""A page that gives up what is only nice until the rest fits on the screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column, spaced
from companyportal.views.theme import current


class FittingPage(QWidget):
    """What it holds goes into ``content``. It scrolls where even the least does not fit: on the
    smallest screens with the largest words.
    """

    LEVELS = 1
    """How many arrangements it has, from roomy to tight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = ScrollPage(max_width=100_000, margin=0)
        column(self, 0).addWidget(self._scroll)
        self.content = spaced(self._scroll.content, 0)

    @property
    def is_upright(self) -> bool:
        """Higher than wide."""
        return self.height() > self.width()

    def arrange(self, level: int) -> None:
        """Look like that one."""

    def follow_theme(self) -> None:
        """To be called when everything is made: who listens first hears first, and whatever is
        inside has to have its new size by then.
        """
        current().changed.connect(self.fit)

    def event(self, event: QEvent) -> bool:
        """Words are as long as their language makes them; whatever is inside knows them first."""
        is_handled = super().event(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.fit()
        return is_handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room or less."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """The first arrangement that there is room for."""
        policies = Qt.ScrollBarPolicy
        policy = policies.ScrollBarAsNeeded
        for level in range(self.LEVELS):
            self.arrange(level)
            forget_sizes(self)
            if self._fits():
                # A bar takes room: where one had been, it would stay for its own sake.
                policy = policies.ScrollBarAlwaysOff
                break
        self._scroll.setVerticalScrollBarPolicy(policy)

    def _fits(self) -> bool:
        wide = self.content.minimumSize().width() <= self.width()
        return wide and self.content.totalHeightForWidth(self.width()) <= self.height()


def forget_sizes(page: QWidget) -> None:
    """What lies inside something else would answer for what it was before."""
    for layout in page.findChildren(QLayout):
        layout.invalidate()
    for widget in page.findChildren(QWidget):
        if widget.layout() is not None:
            widget.updateGeometry()
