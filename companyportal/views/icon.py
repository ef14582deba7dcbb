"""Our one-colour icons, tinted and rendered crisp for the screen they are on."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal import resources
from companyportal.views.theme import current


def pixmap(name: str, token: str, size: int) -> QPixmap:
    """``resources/icons/NAME.svg`` in the colour of a token, ``size`` logical pixels square."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _render(name, current().color(token).name(), size, size, ratio)


def icon(name: str, token: str = "text2", size: int = 20) -> QIcon:
    """For the few stock widgets that want a QIcon."""
    return QIcon(pixmap(name, token, size))


@functools.lru_cache(maxsize=512)
def _render(name: str, color: str, width: int, height: int, ratio: float) -> QPixmap:
    svg = _source(name).replace("currentColor", color)
    image = QPixmap(round(width * ratio), round(height * ratio))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


@functools.lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resources.text(f"icons/{name}.svg")


class IconView(QWidget):
    """An icon standing on its own; decoration, so it has no accessible name."""

    def __init__(
        self, name: str, token: str = "text2", size: int = 20, parent: QWidget | None = None
    ) -> None:
        """``size`` is pixels at 100 % text."""
        super().__init__(parent)
        self._name = name
        self._token = token
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def set_icon(self, name: str, token: str) -> None:
        """Show another one."""
        self._name, self._token = name, token
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture."""
        picture = pixmap(self._name, self._token, min(self.width(), self.height()))
        QPainter(self).drawPixmap(0, 0, picture)
