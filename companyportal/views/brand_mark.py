"""The organisation's logo, or the program's own icon where there is none that can be shown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.desktop.picture import picture
from companyportal.organisation import Organisation
from companyportal.views import icon
from companyportal.views.theme import current

_WIDE = 1.6
"""Times as wide as high: from here on a logo is a line of words, and keeps its own shape."""
_LIGHT_PLATE, _DARK_PLATE = QColor("#FFFFFF"), QColor("#23272F")
_MOSTLY_OPAQUE = 200
"""Of 255, on the average: such a logo brings its own ground."""


class BrandMark(QWidget):
    """A rounded square, or a strip of the same height for a wide logo."""

    def __init__(
        self, size: int = 28, *, widest: float = 5.0, parent: QWidget | None = None
    ) -> None:
        """``size``: the height in pixels at 100 % text; ``widest``: as a multiple of it."""
        super().__init__(parent)
        self._size = size
        self._widest = widest
        self._light = self._dark = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        current().changed.connect(self._refit)

    def set_organisation(self, organisation: Organisation) -> None:
        """Pictures that have been checked for size; without any the program's icon."""
        self._light, self._dark = picture(organisation.logo), picture(organisation.dark_logo)
        self._refit()

    @property
    def is_wide(self) -> bool:
        """True where the logo is as good as a name."""
        return self._ratio() >= _WIDE

    @property
    def is_own(self) -> bool:
        """True where the organisation's logo is shown, and not the program's icon."""
        return not self._image().isNull()

    def sizeHint(self) -> QSize:
        """A square, or as wide as the logo is."""
        side = current().px(self._size)
        return QSize(round(side * self._ratio()), side)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture fills the place; the corners of a square are cut."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect, image = QRectF(self.rect()), self._image()
        if image.isNull():
            painter.drawPixmap(0, 0, icon.pixmap("app", "accent", self.width()))
            return
        path = QPainterPath()
        radius = rect.height() * 0.22
        path.addRoundedRect(rect, radius, radius)
        plate = self._plate(image)
        if plate is not None:
            painter.fillPath(path, plate)
            rect = rect.adjusted(*(rect.height() * part for part in (0.12, 0.12, -0.12, -0.12)))
        if not self.is_wide or plate is not None:
            painter.setClipPath(path)
        keep = Qt.AspectRatioMode.KeepAspectRatio
        wanted = image.size().scaled(rect.size().toSize(), keep)
        spot = QRectF(0, 0, wanted.width(), wanted.height())
        spot.moveCenter(rect.center())
        painter.drawImage(spot, image)

    def _refit(self) -> None:
        self.updateGeometry()
        self.update()

    def _image(self) -> QImage:
        first, second = self._light, self._dark
        if current().is_dark:
            first, second = second, first
        return second if first.isNull() else first

    def _ratio(self) -> float:
        image = self._image()
        ratio = image.width() / image.height() if not image.isNull() else 1.0
        return min(ratio, self._widest) if ratio >= _WIDE else 1.0

    def _plate(self, image: QImage) -> QColor | None:
        """The ground for a logo that was made for another one than the theme's."""
        is_dark = current().is_dark
        is_foreign = (self._dark if is_dark else self._light).isNull()
        if not is_foreign or _opacity(image) >= _MOSTLY_OPAQUE:
            return None
        return _LIGHT_PLATE if is_dark else _DARK_PLATE


def _opacity(image: QImage) -> float:
    """0 to 255, over the whole picture."""
    if not image.hasAlphaChannel():
        return 255.0
    small = image.scaled(
        8, 8, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return sum(small.pixelColor(x, y).alpha() for x in range(8) for y in range(8)) / 64
