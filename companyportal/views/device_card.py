"""A device as a card of the list: painted, because a thousand widgets would be too many.

One function lays a card out, for painting and for measuring, so that nothing is ever cut off. The
tallest card decides the height of all; measuring costs about a millisecond a card, so a long list
takes the height of two lines for all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from companyportal.domain import Action, Device
from companyportal.models.device_list import DeviceRole
from companyportal.views import device_words, shape
from companyportal.views.badge import paint_badge, place_badges
from companyportal.views.device_words import BadgeWords, DeviceWords, device_name
from companyportal.views.text import display
from companyportal.views.theme import current
from companyportal.views.venue import is_public

GAP, LEAST_WIDTH = 14, 330
"""Between cards, and of one, in pixels at 100 % text."""
_MOST_COLUMNS, _MOST_IN_PUBLIC = 3, 2
"""A list at a kiosk is read standing, from further away."""
MANY = 100
"""From so many cards on, none is measured; and so many of those that were painted are kept."""
_PAD = 18
_TILE = 48
_LINES = 2
_WAITING = frozenset({Action.RESET_PASSCODE})


@dataclass(slots=True)
class CardLayout:
    """Where everything of one card stands, from its own top left corner."""

    name: QTextLayout
    line: QTextLayout
    words_x: float
    name_y: float
    line_y: float
    badges: list[tuple[QRectF, BadgeWords]]
    height: float


def columns_in(width: int) -> int:
    """How many cards stand side by side where there are so many pixels."""
    fits = (current().em(width) + GAP) // (LEAST_WIDTH + GAP)
    return max(1, min(_MOST_IN_PUBLIC if is_public() else _MOST_COLUMNS, int(fits)))


def lay_out(device: Device, words: DeviceWords, width: float) -> CardLayout:
    """The card of ``device`` at ``width``; name and second line take up to two lines each, badges
    wrap.
    """
    px = current().px
    pad, x = px(_PAD), px(_PAD + _TILE + 14)
    room = width - x - pad
    name = _paragraph(device_name(device.name), current().font("subtitle"), room - px(22))
    line = _paragraph(display(words.line(device)), current().font("body"), room)
    name_y = float(pad + px(1))
    line_y = name_y + _height(name) + px(2)
    top = line_y + _height(line) + px(10)
    badges = place_badges(words.badges(device), QRectF(x, top, room, 0))
    bottom = badges[-1][0].bottom()
    height = max(bottom, pad + px(_TILE)) + pad
    return CardLayout(name, line, x, name_y, line_y, badges, height)


def tallest(words: DeviceWords, devices: Sequence[Device], width: float) -> float:
    """The height that fits every card: measured where they are few, else room for two lines."""
    if len(devices) <= MANY:
        return max((lay_out(device, words, width).height for device in devices), default=0.0)
    sample = lay_out(Device(device_id="", name="x", open_actions=_WAITING), words, width)
    return sample.height + _height(sample.name) + _height(sample.line)


def _paragraph(text: str, font: QFont, width: float) -> QTextLayout:
    """Up to two lines; what does not fit on them is cut with an ellipsis."""
    metrics = QFontMetricsF(font)
    layout = _broken(text, font, width)
    if layout.lineCount() > _LINES:
        start = layout.lineAt(_LINES - 1).textStart()
        rest = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        layout = _broken(text[:start] + rest, font, width)
    return layout


def _broken(text: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = QGuiApplication.layoutDirection()
    option.setTextDirection(direction)
    option.setAlignment(QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    lines = min(layout.lineCount(), _LINES)
    return sum(layout.lineAt(number).height() for number in range(lines))


class DeviceCard(QStyledItemDelegate):
    """Paints the cards; ``cell`` is what the view gives each of them, gap included."""

    def __init__(self, words: DeviceWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._layouts: dict[tuple[Device, int], CardLayout] = {}
        self.cell = QSize(330, 124)
        self.shows_focus = False
        """True while the keyboard is in use: the current card has a ring in place of its edge."""

    def forget(self) -> None:
        """Text size, theme or language changed: nothing that was measured holds."""
        self._layouts.clear()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The same for every card."""
        return self.cell

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tile, name, second line, badges, chevron."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = current().px(GAP)
        given: Any = option
        right_to_left = given.direction == Qt.LayoutDirection.RightToLeft
        rect = QRectF(given.rect).adjusted(gap if right_to_left else 0, 0, 0, -gap)
        if not right_to_left:
            rect.adjust(0, 0, -gap, 0)
        hovered = bool(given.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(given.state & QStyle.StateFlag.State_HasFocus) and self.shows_focus
        self._paint_ground(painter, rect, hovered=hovered, focused=focused)
        painter.translate(rect.topLeft())
        mirror = rect.width() if right_to_left else None
        self._paint_words(painter, self._layout(index, rect.width()), rect.width(), mirror)
        self._paint_icons(painter, index.data(DeviceRole.DEVICE), rect.width(), mirror, hovered)
        painter.restore()

    def _layout(self, index: QModelIndex | QPersistentModelIndex, width: float) -> CardLayout:
        device = index.data(DeviceRole.DEVICE)
        key = (device, round(width))
        if key not in self._layouts:
            if len(self._layouts) >= MANY:
                self._layouts.clear()
            self._layouts[key] = lay_out(device, self._words, width)
        return self._layouts[key]

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, *, hovered: bool, focused: bool
    ) -> None:
        theme = current()
        if hovered and not theme.has_high_contrast:
            shape.shadow(painter, rect.adjusted(2, 3, -2, 0), theme.px(12), 12, 0.08)
        shape.card(painter, rect, "line_strong" if hovered else "line")
        if focused:
            ring = rect.adjusted(0, 0, 0, -1)
            shape.rounded(painter, ring, theme.px(12), None, theme.color("focus"), 2.0)

    def _paint_words(
        self, painter: QPainter, card: CardLayout, width: float, mirror: float | None
    ) -> None:
        theme = current()
        room = width - card.words_x - theme.px(_PAD)
        x = card.words_x if mirror is None else mirror - card.words_x - room
        name_x = x if mirror is None else x + theme.px(22)
        painter.setPen(theme.color("text"))
        card.name.draw(painter, QPointF(name_x, card.name_y))
        painter.setPen(theme.color("text2"))
        card.line.draw(painter, QPointF(x, card.line_y))
        for rect, badge in card.badges:
            spot = QRectF(rect)
            if mirror is not None:
                spot.moveRight(mirror - rect.left())
            paint_badge(painter, spot, badge, is_mirrored=mirror is not None)

    def _paint_icons(
        self,
        painter: QPainter,
        device: Device,
        width: float,
        mirror: float | None,
        hovered: bool,
    ) -> None:
        theme = current()
        pad, side = theme.px(_PAD), theme.px(_TILE)
        tile = QRectF(pad, pad, side, side)
        chevron = QPointF(width - pad - theme.px(6), pad + theme.px(10))
        if mirror is not None:
            tile.moveRight(mirror - pad)
            chevron.setX(mirror - chevron.x())
        edge = theme.color("line") if theme.has_high_contrast else None
        shape.rounded(painter, tile, theme.px(12), theme.color("sunken"), edge)
        name = device_words.icon(device)
        shape.glyph(painter, tile.center(), name, "text2", theme.px(24))
        painter.save()
        painter.translate(chevron)
        if mirror is not None:
            painter.scale(-1, 1)
        token = "text" if hovered else "text3"
        shape.glyph(painter, QPointF(), "chevron-right", token, theme.px(16))
        painter.restore()
