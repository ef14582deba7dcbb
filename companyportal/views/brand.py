"""Whose portal this is: the organisation's picture and name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from companyportal.desktop.picture import picture
from companyportal.organisation import Organisation
from companyportal.views import icon
from companyportal.views.text import Text, display
from companyportal.views.theme import current


class BrandMark(QWidget):
    """The organisation's logo in a rounded square, or the program's own icon."""

    def __init__(self, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = size
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_logo(self, logo: bytes) -> None:
        """PNG or JPEG that has been checked for size; empty for the program's icon."""
        self._image = picture(logo)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture fills the square; its corners are cut."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(self.rect())
        if self._image.isNull():
            painter.drawPixmap(0, 0, icon.pixmap("app", "accent", self.width()))
            return
        path = QPainterPath()
        path.addRoundedRect(rect, rect.width() * 0.22, rect.width() * 0.22)
        painter.setClipPath(path)
        wanted = self._image.size().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        spot = QRectF(0, 0, wanted.width(), wanted.height())
        spot.moveCenter(rect.center())
        painter.drawImage(spot, self._image)


class Brand(QWidget):
    """Mark and name in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = BrandMark()
        self._name = Text("", "subtitle", elide=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().px(10))
        row.addWidget(self._mark)
        row.addWidget(self._name, 1)

    def set_organisation(self, organisation: Organisation) -> None:
        """Name and logo, or the product's own until they are known."""
        self._mark.set_logo(organisation.logo)
        self._name.setText(display(organisation.name, 40) or self.tr("Company Portal"))
