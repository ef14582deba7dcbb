"""Pictures that others send, unpacked; from any thread: one made to be slow takes 50 ms, three
frames of the window's.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage

PORTRAIT_SIDE = 128
"""Pixels; the largest disc is 40 on a screen of three pixels to one."""


@lru_cache(maxsize=2)
def picture(data: bytes) -> QImage:
    """An organisation's logo whose size was checked, unpacked once for everybody who paints it;
    null where it is empty or cannot be unpacked.
    """
    return QImage.fromData(data) if data else QImage()


def portrait(data: bytes) -> QImage:
    """The middle square of somebody's photo, small; null as ``picture``. Nobody else keeps it."""
    image = QImage.fromData(data) if data else QImage()
    if image.isNull():
        return image
    side = min(image.width(), image.height())
    square = QRect(0, 0, side, side)
    square.moveCenter(image.rect().center())
    smooth = Qt.TransformationMode.SmoothTransformation
    fits = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.copy(square).scaled(PORTRAIT_SIDE, PORTRAIT_SIDE, fits, smooth)
