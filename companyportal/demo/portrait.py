"""Photos of people who do not exist: head and shoulders on a coloured ground, drawn as a PNG."""

from __future__ import annotations

import struct
import zlib
from functools import cache

SIDE = 96
"""Pixels."""
_HEAD = (48.0, 38.0, 19.0, 21.0)
_SHOULDERS = (48.0, 100.0, 38.0, 36.0)
"""Ellipses: the middle, half the width, half the height."""


@cache
def portrait(color: str) -> bytes:
    """A PNG; ``color`` of the ground is ``#RRGGBB``."""
    ground = bytes.fromhex(color.removeprefix("#"))
    rows = (b"\0" + b"".join(_pixel(x, y, ground) for x in range(SIDE)) for y in range(SIDE))
    head = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    data = zlib.compress(b"".join(rows))
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _pixel(x: int, y: int, ground: bytes) -> bytes:
    """Ground, lightened by as much of the figure as the pixel holds."""
    share = max(_inside(x + 0.5, y + 0.5, *ellipse) for ellipse in (_HEAD, _SHOULDERS)) * 0.86
    return bytes(round(part + (255 - part) * share) for part in ground)


def _inside(
    x: float, y: float, middle_x: float, middle_y: float, width: float, height: float
) -> float:
    """1.0 inside the ellipse, 0.0 outside, and something between for a pixel on its edge."""
    away = ((x - middle_x) / width) ** 2 + ((y - middle_y) / height) ** 2
    return min(1.0, max(0.0, 0.5 + (1 - away) * width / 2))


def _chunk(name: bytes, data: bytes) -> bytes:
    body = name + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
