"""A button that is only an icon, perhaps with a count; its name is for those who cannot see it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.text import tool_tip
from companyportal.views.theme import current

_MOST = 9


class IconButton(QAbstractButton):
    """A square; the accessible name is also its tool tip."""

    def __init__(
        self, icon: str, name: str = "", *, side: int = 40, parent: QWidget | None = None
    ) -> None:
        """``side`` is pixels at 100 % text at a desk."""
        super().__init__(parent)
        self._icon_name = icon
        self._side = side
        self._count = 0
        self._is_busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)
        current().changed.connect(self.updateGeometry)

    def set_name(self, name: str) -> None:
        """What it does, for screen readers and as a tool tip."""
        self.setAccessibleName(name)
        tool_tip(self, name)

    def set_icon(self, name: str) -> None:
        """Another picture for the same thing."""
        self._icon_name = name
        self.update()

    def set_count(self, count: int) -> None:
        """A badge with a number up to 9+; none at 0."""
        self._count = count
        self.update()

    def set_busy(self, is_busy: bool) -> None:
        """The icon becomes a clock."""
        self._is_busy = is_busy
        self.update()

    def sizeHint(self) -> QSize:
        """A comfortable target."""
        side = current().control_px(self._side)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground under the mouse, icon, badge."""
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            shape.rounded(painter, rect, theme.px(8), theme.veil(pressed=self.isDown()))
        name = "clock" if self._is_busy else self._icon_name
        shape.glyph(painter, rect.center(), name, "text2", theme.px(self._side / 2))
        if self._count:
            self._paint_badge(painter, rect)

    def _paint_badge(self, painter: QPainter, rect: QRectF) -> None:
        theme = current()
        words = f"{_MOST}+" if self._count > _MOST else self.locale().toString(self._count)
        font = theme.font("count")
        height = max(theme.px(16), round(QFontMetricsF(font).height()))
        width = max(height, round(QFontMetricsF(font).horizontalAdvance(words)) + theme.px(8))
        spot = QRectF(0, theme.px(2), width, height)
        spot.moveLeft(min(rect.center().x() + 1, rect.right() - width - 2))
        if self.isRightToLeft():
            spot.moveLeft(max(rect.center().x() - 1 - width, 2))
        ring = spot.adjusted(-2, -2, 2, 2)
        shape.rounded(painter, ring, ring.height() / 2, theme.color("chrome"))
        shape.rounded(
            painter, spot, spot.height() / 2, theme.color("accent"), theme.color("accent_edge")
        )
        painter.setFont(font)
        painter.setPen(theme.color("on_accent"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, words)
