"""Painting the few shapes that everything is made of."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from companyportal.views import icon
from companyportal.views.theme import current


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose edge lies inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if fill is not None and edge is not None and fill.alpha() == edge.alpha() == 255:
        # The same picture as two grounds: a stroke round it takes ten times as long.
        rounded(painter, rect, radius, edge)
        rect = rect.adjusted(width, width, -width, -width)
        radius, edge = max(0.0, radius - width), None
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, width))
        half = width / 2
        rect = rect.adjusted(half, half, -half, -half)
        radius = max(0.0, radius - half)
    painter.drawRoundedRect(rect, radius, radius)


def card(painter: QPainter, rect: QRectF, edge: str = "line") -> None:
    """A card's ground: an edge, and in the light theme one pixel of shadow below."""
    theme = current()
    radius = theme.px(12)
    body = rect.adjusted(0, 0, 0, -1)
    if not theme.is_dark:
        shadow = theme.color("shadow")
        shadow.setAlphaF(0.06)
        rounded(painter, body.translated(0, 1), radius, shadow)
    rounded(painter, body, radius, theme.color("surface"), theme.color(edge))


def glyph(
    painter: QPainter,
    centre: QPointF,
    name: str,
    token: str,
    size: int,
    *,
    is_mirrored: bool = False,
) -> None:
    """An icon, centred; mirrored where it points along the line and the line runs the other way."""
    painter.save()
    painter.translate(centre)
    if is_mirrored:
        painter.scale(-1, 1)
    painter.drawPixmap(QPointF(-size / 2, -size / 2), icon.pixmap(name, token, size))
    painter.restore()


def shadow(painter: QPainter, rect: QRectF, radius: float, blur: int, alpha: float) -> None:
    """A soft shadow round ``rect``, from one small picture stretched over nine fields."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    colour = current().color("shadow").name()
    picture = _shadow(round(radius), blur, round(alpha * 1000), colour, ratio)
    corner = blur + round(radius)
    full = picture.width() / ratio
    outer = rect.adjusted(-blur, -blur, blur, blur)
    columns = (outer.left(), outer.left() + corner, outer.right() - corner, outer.right())
    rows = (outer.top(), outer.top() + corner, outer.bottom() - corner, outer.bottom())
    source = (0.0, float(corner), full - corner, full)
    for x in range(3):
        for y in range(3):
            target = QRectF(QPointF(columns[x], rows[y]), QPointF(columns[x + 1], rows[y + 1]))
            part = QRectF(
                QPointF(source[x] * ratio, source[y] * ratio),
                QPointF(source[x + 1] * ratio, source[y + 1] * ratio),
            )
            painter.drawPixmap(target, picture, part)


@functools.lru_cache(maxsize=16)
def _shadow(radius: int, blur: int, alpha_1000: int, colour: str, ratio: float) -> QPixmap:
    side = 2 * (blur + radius) + 8
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    body = QRectF(blur, blur, side - 2 * blur, side - 2 * blur)
    rings = max(6, blur)
    for ring in range(rings):
        share = (ring + 0.5) / rings
        tone = QColor(colour)
        tone.setAlphaF(min(1.0, alpha_1000 / 1000 * 2 * share / rings))
        grow = blur * (1 - share)
        painter.setBrush(tone)
        painter.drawRoundedRect(
            body.adjusted(-grow, -grow, grow, grow), radius + grow, radius + grow
        )
    painter.end()
    return picture
