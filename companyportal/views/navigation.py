"""The way to the pages: a column, a rail or a bar, by the width of the window."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QSizePolicy, QWidget

from companyportal.organisation import Organisation
from companyportal.views import icon
from companyportal.views.router import Place
from companyportal.views.spacing import column
from companyportal.views.text import Text, display
from companyportal.views.theme import current


class NavigationShape(Enum):
    """How much room there is."""

    COLUMN = auto()
    RAIL = auto()
    BAR = auto()


class NavigationItem(QAbstractButton):
    """One entry: icon and word, beside each other or below."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._shape = NavigationShape.COLUMN
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_shape(self, shape: NavigationShape) -> None:
        """Column, rail or bar."""
        self._shape = shape
        vertical = QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Height by shape; the width is the parent's."""
        px = current().px
        line = QFontMetricsF(self._font()).height()
        if self._shape is NavigationShape.COLUMN:
            return QSize(px(120), max(px(40), round(line) + px(12)))
        return QSize(px(72), px(30) + round(line) + px(10))

    def minimumSizeHint(self) -> QSize:
        """As sizeHint; a bar may squeeze its items."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marked entry: tinted ground, a bar at its start, bold word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shape is NavigationShape.COLUMN:
            self._paint_beside(painter)
        else:
            self._paint_below(painter)

    def _font(self) -> QFont:
        if self._shape is NavigationShape.COLUMN:
            return current().font("strong" if self.isChecked() else "medium")
        font = current().font("caption")
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        return font

    def _paint_beside(self, painter: QPainter) -> None:
        theme = current()
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if self.isChecked():
            painter.setBrush(theme.color("accent_nav"))
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))
            painter.setBrush(theme.color("accent_text"))
            x = rect.right() - 3 if right else 0.0
            bar = QRectF(x, rect.center().y() - theme.px(8), 3, theme.px(16))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        elif self.underMouse():
            painter.setBrush(theme.color("nav_hover"))
            painter.drawRoundedRect(rect, theme.px(8), theme.px(8))
        size = theme.px(20)
        x = rect.right() - theme.px(14) - size if right else float(theme.px(14))
        painter.drawPixmap(QPointF(x, (rect.height() - size) / 2), self._pixmap())
        painter.setFont(self._font())
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        start = theme.px(46)
        words = rect.adjusted(0, 0, -start, 0) if right else rect.adjusted(start, 0, 0, 0)
        # "Left" is where the language begins: the painter turns it round by itself.
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, side, self.text())

    def _paint_below(self, painter: QPainter) -> None:
        theme = current()
        rect = QRectF(self.rect())
        width, height = theme.px(56), theme.px(28)
        font = self._font()
        line = QFontMetricsF(font).height()
        top = (rect.height() - height - 1 - line) / 2
        pill = QRectF(rect.center().x() - width / 2, top, width, height)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_nav" if self.isChecked() else "nav_hover"))
            painter.drawRoundedRect(pill, height / 2, height / 2)
        size = theme.px(20)
        spot = QPointF(rect.center().x() - size / 2, top + (height - size) / 2)
        painter.drawPixmap(spot, self._pixmap())
        painter.setFont(font)
        painter.setPen(theme.color("text" if self.isChecked() else "text2"))
        words = QRectF(0, pill.bottom() + 1, rect.width(), line)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    def _pixmap(self) -> QPixmap:
        token = "accent_text" if self.isChecked() else "text2"
        return icon.pixmap(self._icon_name, token, current().px(20))


class Navigation(QWidget):
    """Devices, support, settings; in a column also how to reach the service desk.

    Signals:
        chosen(place: Place).
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = NavigationShape.COLUMN
        self._organisation = Organisation()
        self._items = {
            Place.DEVICES: NavigationItem("devices", self),
            Place.SUPPORT: NavigationItem("support", self),
            Place.SETTINGS: NavigationItem("settings", self),
        }
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        for place, item in self._items.items():
            self._box.addWidget(item)
            item.clicked.connect(lambda _=False, place=place: self.chosen.emit(place))
        self._spring = QWidget(self)
        self._spring.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._box.addWidget(self._spring)
        self._help = QWidget(self)
        help_box = column(self._help, 2, (14, 0, 0, 0))
        self._help_title = Text("", "label", "text2")
        self._help_phone = Text("", "strong")
        self._help_notes = Text("", "caption", "text3")
        for text in (self._help_title, self._help_phone, self._help_notes):
            help_box.addWidget(text)
        self._box.addWidget(self._help)
        self.set_shape(NavigationShape.COLUMN)
        self._retranslate()

    def set_shape(self, shape: NavigationShape) -> None:
        """Column, rail or bar."""
        self._shape = shape
        px = current().px
        is_bar = shape is NavigationShape.BAR
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if is_bar else directions.TopToBottom)
        self._box.setSpacing(0 if is_bar else px(4))
        if is_bar:
            self._box.setContentsMargins(px(8), 2, px(8), 2)
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self._box.setContentsMargins(px(12), px(8), px(12), px(16))
            self.setFixedWidth(px(224) if shape is NavigationShape.COLUMN else px(96))
        for item in self._items.values():
            item.set_shape(shape)
        self._spring.setVisible(not is_bar)
        self._show_help()

    def set_place(self, place: Place) -> None:
        """Mark the section that is open."""
        if (item := self._items.get(place.section)) is not None:
            item.setChecked(True)

    def set_organisation(self, organisation: Organisation) -> None:
        """How to reach the service desk."""
        self._organisation = organisation
        self._show_help()

    def changeEvent(self, event: QEvent) -> None:
        """Another language or another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show_help(self) -> None:
        org = self._organisation
        self._help_phone.setText(display(org.support_phone))
        self._help_notes.setText(display(org.support_name))
        is_column = self._shape is NavigationShape.COLUMN
        self._help.setVisible(is_column and bool(org.support_phone))

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Navigation"))
        self._help_title.setText(self.tr("Need help?"))
        names = {
            Place.DEVICES: self.tr("Devices"),
            Place.SUPPORT: self.tr("Support"),
            Place.SETTINGS: self.tr("Settings"),
        }
        for place, item in self._items.items():
            item.setText(names[place])
            item.setAccessibleName(names[place])
