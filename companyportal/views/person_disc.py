"""Who is signed in, as a disc with a photo or letters: nothing to press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views.portrait import paint_person
from companyportal.views.theme import current


class PersonDisc(QWidget):
    """For the eye only; the name stands beside it."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        """``size`` is pixels at 100 % text."""
        super().__init__(parent)
        self._size = size
        self._letters = ""
        self._portrait = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def set_person(self, letters: str, portrait: QImage) -> None:
        """``portrait`` may be null."""
        self._letters = letters
        self._portrait = portrait
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_person(painter, QRectF(self.rect()), self._letters, self._portrait)
