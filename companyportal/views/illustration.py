"""Our large two-colour pictures, in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal import resources
from companyportal.views.theme import current


class Illustration(QWidget):
    """Decoration: it says nothing that is not said in words."""

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        """``resources/icons/NAME.svg``; ``width`` is pixels at 100 % text."""
        super().__init__(parent)
        self._svg = resources.text(f"icons/{name}.svg")
        self._width = width
        self._renderer = QSvgRenderer()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._dress()
        current().changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """The width asked for, at the picture's own proportions."""
        width = current().px(self._width)
        own = self._renderer.defaultSize()
        return QSize(width, round(width * own.height() / max(1, own.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self._renderer.render(painter, QRectF(self.rect()))

    def _dress(self) -> None:
        theme = current()
        svg = self._svg.replace("currentColor", theme.color("accent_text").name())
        svg = svg.replace('"white"', f'"{theme.color("layer").name()}"')
        self._renderer.load(QByteArray(svg.encode()))
        self.updateGeometry()
        self.update()
