"""A person's photo as a disc, and the letters that stand for them without one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter, QPainterPath, QPen, QPixmap

from companyportal.profile import Profile
from companyportal.views.theme import current


def paint_portrait(painter: QPainter, disc: QRectF, image: QImage) -> None:
    """Fill ``disc`` with a square picture."""
    path = QPainterPath()
    path.addEllipse(disc)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(path)
    painter.drawImage(disc, image)
    painter.restore()


def paint_person(painter: QPainter, disc: QRectF, letters: str, image: QImage) -> None:
    """The photo, or the letters where there is none."""
    if not image.isNull():
        paint_portrait(painter, disc, image)
        return
    theme = current()
    painter.setPen(QPen(theme.color("accent_line"), 1))
    painter.setBrush(theme.color("accent_nav"))
    painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
    font = theme.font("caption")
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.color("accent_text"))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, letters)


def round_pixmap(image: QImage, size: int) -> QPixmap:
    """For a menu; ``size`` is logical pixels."""
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_portrait(painter, QRectF(pixmap.rect()), image)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def initials(name: str, profile: Profile) -> str:
    """Of given name and surname where the directory tells them apart ("Lovelace, Ada"), else of the
    first and the last word: "Ada Lovelace" → "AL".
    """
    told = f"{profile.given_name.split(' ')[0]} {profile.surname.split(' ')[-1]}".strip()
    words = [word for word in (told or name).split() if word[:1].isalpha()]
    chosen = words[:1] + words[1:][-1:]
    return "".join(word[0].upper() for word in chosen)
