"""What a program that is tested tells of itself: may others dump and read its memory?"""

from __future__ import annotations

import ctypes

_GET_DUMPABLE = 3


def is_dumpable() -> bool:
    """As the system answers. Source: prctl(2) PR_GET_DUMPABLE"""
    return bool(ctypes.CDLL(None).prctl(_GET_DUMPABLE, 0, 0, 0, 0))
