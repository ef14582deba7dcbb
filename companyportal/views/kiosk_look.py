"""How large, and in which colours, a window of the kiosk is: by its size, and for its visitor."""

from __future__ import annotations

import sys

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from companyportal.views.theme import KIOSK_SCALE, current
from companyportal.visit import Comfort

_USUAL_SIDE = 1080
"""Pixels of the shorter side of a usual screen. A larger one that the system does not scale would
be read with a magnifying glass.
"""
_TEXT = (1.0, 1.25, 1.5)
"""How large words are at each step."""
_LINES = 33
"""So many times as high as the words is the shorter side of the screen at least: larger ones would
have no room for what they say.
"""
_LEAST_TEXT = 14
"""Pixels. A session without a desktop tells of no size, and Qt's own is for who sits before it."""


def set_least_text(app: QApplication) -> None:
    """Before the theme is made: at a desk the system knows how large its text shall be."""
    font = app.font()
    size = QFontInfo(font).pixelSize()
    if sys.platform == "linux" and size < _LEAST_TEXT:
        font.setPointSizeF(font.pointSizeF() * _LEAST_TEXT / size)
        app.setFont(font)


def show_as(comfort: Comfort, size: QSize) -> None:
    """Dress the program for whoever stands before it; ``size``: the window's."""
    side = min(size.width(), size.height())
    scale = KIOSK_SCALE * max(1.0, side / _USUAL_SIDE)
    most = side / _LINES / (scale * QFontInfo(QApplication.font()).pixelSize())
    words = max(1.0, min(_TEXT[comfort.text_step], most))
    current().set_scale(scale, words, has_contrast=comfort.has_contrast)
