"""Pictures that somebody else sends: PNG or JPEG, small, and nothing else.

Judged by their own first bytes, never by the type they claim; SVG can hold scripts and addresses.
The size in pixels is read from the header, before anybody unpacks the picture.

Source: https://www.w3.org/TR/png-3 (IHDR); ITU-T T.81 (SOF markers)
"""

from __future__ import annotations

import base64
import binascii

LARGEST_BYTES = 512 * 1024
LARGEST_SIDE = 1024
"""Pixels."""


def raster_in(encoded: str | None) -> bytes:
    """The picture in a Base64 text, or nothing where it is not acceptable."""
    if not encoded or len(encoded) > LARGEST_BYTES * 4 // 3 + 4:
        return b""
    try:
        return raster(base64.b64decode(encoded, validate=True))
    except (binascii.Error, ValueError):
        return b""


def raster(data: bytes) -> bytes:
    """``data`` itself where it is an acceptable picture, else nothing."""
    width, height = _png_size(data) or _jpeg_size(data) or (0, 0)
    fits = 0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE
    return data if fits and len(data) <= LARGEST_BYTES else b""


def _png_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or len(data) < 33:
        return None
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk from marker to marker up to the frame header, which holds the size."""
    if not data.startswith(b"\xff\xd8\xff"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height = int.from_bytes(data[at + 5 : at + 7], "big")
            return int.from_bytes(data[at + 7 : at + 9], "big"), height
        at += 2 + length
    return None
