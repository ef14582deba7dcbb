"""How large, and in which colours, a window of the kiosk is: by its size, and for its visitor."""

from __future__ import annotations

from PySide6.QtCore import QSize

from companyportal.views.theme import KIOSK_SCALE, current
from companyportal.visit import Comfort

_USUAL_SIDE = 1080
"""Pixels of the shorter side of a usual screen. A larger one that the system does not scale would
be read with a magnifying glass.
"""
_TEXT = (1.0, 1.25, 1.5)
"""How large words are at each step."""


def show_as(comfort: Comfort, size: QSize) -> None:
    """Dress the program for whoever stands before it; ``size``: the window's."""
    screen = max(1.0, min(size.width(), size.height()) / _USUAL_SIDE)
    words = _TEXT[comfort.text_step]
    current().set_scale(KIOSK_SCALE * screen, words, has_contrast=comfort.has_contrast)
