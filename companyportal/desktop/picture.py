"""The organisation's picture, unpacked once for everybody who paints it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QImage


@lru_cache(maxsize=2)
def picture(data: bytes) -> QImage:
    """A PNG or JPEG whose size was checked; null where it is empty or cannot be unpacked.

    From any thread: one made to be slow takes 50 ms, three frames of the window's.
    """
    return QImage.fromData(data) if data else QImage()
