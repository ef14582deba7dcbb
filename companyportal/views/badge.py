"""Badges: a state as a pill with icon and words, painted wherever it is needed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from companyportal.views import shape
from companyportal.views.device_words import BadgeWords
from companyportal.views.theme import current


def badge_height() -> int:
    """Of one badge: grows with its label."""
    label = QFontMetricsF(current().font("label")).height()
    return max(current().px(24), round(label) + current().px(6))


def place_badges(badges: Sequence[BadgeWords], room: QRectF) -> list[tuple[QRectF, BadgeWords]]:
    """Side by side from the left, wrapping at the right edge of ``room``."""
    px = current().px
    metrics = QFontMetricsF(current().font("label"))
    x, y, height = room.left(), room.top(), badge_height()
    placed = []
    for badge in badges:
        icon = 8 + 16 + 5 if badge.icon else 10
        width = px(icon + 10) + metrics.horizontalAdvance(badge.text)
        if x > room.left() and x + width > room.right():
            x, y = room.left(), y + height + px(6)
        placed.append((QRectF(x, y, min(width, room.width()), height), badge))
        x += width + px(6)
    return placed


def paint_badge(
    painter: QPainter, rect: QRectF, badge: BadgeWords, *, is_mirrored: bool = False
) -> None:
    """A pill with icon and words; its colour says the same once more."""
    theme = current()
    is_neutral = badge.kind == "neutral"
    words = "text2" if is_neutral else badge.kind
    ground = theme.color("sunken" if is_neutral else f"{badge.kind}_bg")
    has_edge = is_neutral or theme.has_high_contrast
    edge = theme.color("line") if has_edge else None
    shape.rounded(painter, rect, rect.height() / 2, ground, edge)
    size, pad = theme.px(16), theme.px(8)
    before = pad + size + theme.px(5) if badge.icon else theme.px(10)
    room = rect.adjusted(before, 0, -pad, 0)
    if is_mirrored:
        room = rect.adjusted(pad, 0, -before, 0)
    if badge.icon:
        spot = QRectF(rect.left() + pad, rect.top(), size, rect.height())
        if is_mirrored:
            spot.moveRight(rect.right() - pad)
        shape.glyph(painter, spot.center(), badge.icon, words, size)
    font = theme.font("label")
    painter.setFont(font)
    painter.setPen(theme.color(words))
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    elide = Qt.TextElideMode.ElideRight
    text = QFontMetricsF(font).elidedText(badge.text, elide, room.width() + 2)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, text)
