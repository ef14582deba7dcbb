"""The person at the top right: photo or initials, name, and the way to the account menu."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from companyportal.profile import Profile
from companyportal.views import icon
from companyportal.views.portrait import initials, paint_person
from companyportal.views.text import display
from companyportal.views.theme import current


class PersonButton(QAbstractButton):
    """Photo or initials in a disc, the name beside them where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = self._initials = ""
        self._portrait = QImage()
        self._is_signed_in = False
        self._is_compact = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_person(
        self, name: str, profile: Profile, portrait: QImage, *, is_signed_in: bool
    ) -> None:
        """A display name, or the words for "signed out"; ``portrait`` may be null."""
        self._name = display(name, 32)
        self._initials = initials(self._name, profile)
        self._portrait = portrait
        self._is_signed_in = is_signed_in
        self.setAccessibleName(self.tr("Account: {name}").format(name=self._name))
        self.setEnabled(True)
        self.updateGeometry()
        self.update()

    def set_compact(self, is_compact: bool) -> None:
        """Only the disc."""
        self._is_compact = is_compact
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The disc, and the name with its arrow."""
        px = current().px
        if self._is_compact:
            return QSize(px(40), px(40))
        words = QFontMetricsF(current().font("medium")).horizontalAdvance(self._name)
        return QSize(round(px(34) + px(8) + words + px(6) + px(14) + px(14)), px(40))

    def minimumSizeHint(self) -> QSize:
        """As sizeHint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole button."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("nav_hover"))
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))
        size = theme.px(30)
        disc = QRectF(theme.px(5), (rect.height() - size) / 2, size, size)
        self._paint_disc(painter, disc)
        if not self._is_compact:
            self._paint_name(painter, disc.right() + theme.px(8))

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        if self._is_signed_in:
            paint_person(painter, disc, self._initials, self._portrait)
            return
        theme = current()
        painter.setPen(QPen(theme.color("line_strong"), 1))
        painter.setBrush(theme.color("nav_hover"))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        glyph = theme.px(16)
        spot = QPointF(disc.center().x() - glyph / 2, disc.center().y() - glyph / 2)
        painter.drawPixmap(spot, icon.pixmap("user", "text3", glyph))

    def _paint_name(self, painter: QPainter, start: float) -> None:
        theme = current()
        font = theme.font("medium")
        painter.setFont(font)
        painter.setPen(theme.color("text" if self._is_signed_in else "text2"))
        width = QFontMetricsF(font).horizontalAdvance(self._name) + 2
        words = QRectF(start, 0, width, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._name)
        glyph = theme.px(14)
        spot = QPointF(start + width + theme.px(5), (self.height() - glyph) / 2)
        painter.drawPixmap(spot, icon.pixmap("chevron-down", "text2", glyph))
