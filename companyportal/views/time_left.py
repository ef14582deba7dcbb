"""How long a visit lasts still, in words that do not change every second."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject

_MINUTE_S = 60


class TimeLeft(QObject):
    """Whole minutes, and seconds only in the last of them."""

    def words(self, seconds: float) -> str:
        """Of what is left."""
        left_s = max(0, math.ceil(seconds))
        if left_s >= _MINUTE_S:
            return self.tr("%n minute(s) left", "", math.ceil(left_s / _MINUTE_S))
        return self.tr("%n second(s) left", "", left_s)
