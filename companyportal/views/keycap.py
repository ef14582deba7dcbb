"""A key, or keys held together, drawn as on a keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from companyportal.views import shape
from companyportal.views.text import Text
from companyportal.views.theme import current


class Keycap(Text):
    """Its words are the key's name in the language of the system."""

    def __init__(self) -> None:
        super().__init__("", "label", "text", wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._measure()
        current().changed.connect(self._measure)

    def sizeHint(self) -> QSize:
        """The words and the air round them."""
        around = self.contentsMargins()
        size = super().sizeHint()
        return QSize(
            size.width() + around.left() + around.right(),
            size.height() + around.top() + around.bottom(),
        )

    def minimumSizeHint(self) -> QSize:
        """A key is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet ground below the words."""
        theme = current()
        shape.rounded(
            QPainter(self),
            QRectF(self.rect()),
            theme.px(6),
            theme.color("sunken"),
            theme.color("line"),
        )
        super().paintEvent(event)

    def _measure(self) -> None:
        px = current().px
        self.setContentsMargins(px(8), px(3), px(8), px(3))
