"""Draws the program's icon in the formats that installers want, from the one SVG."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from tools.run import ROOT

SOURCE = ROOT / "resources" / "icons" / "app.svg"
SIZES = (16, 32, 48, 64, 128, 256, 512, 1024)
_ICNS_TYPES = {16: b"icp4", 32: b"icp5", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def draw_all(folder: Path) -> None:
    """``companyportal-SIZE.png`` for Linux, ``.ico`` for Windows, ``.icns`` for macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: _png(size) for size in SIZES}
    for size, data in pictures.items():
        (folder / f"companyportal-{size}.png").write_bytes(data)
    (folder / "companyportal.ico").write_bytes(ico(pictures))
    (folder / "companyportal.icns").write_bytes(icns(pictures))


def ico(pictures: dict[int, bytes]) -> bytes:
    """A Windows icon that holds PNGs up to 256 pixels, the largest that it can.

    Source: https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10)
    """
    held = [(size, data) for size, data in sorted(pictures.items()) if size <= 256]
    entries, bodies = b"", b""
    for size, data in held:
        offset = 6 + 16 * len(held) + len(bodies)
        # A byte holds the size; 0 stands for 256.
        entries += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(data), offset)
        bodies += data
    return struct.pack("<3H", 0, 1, len(held)) + entries + bodies


def icns(pictures: dict[int, bytes]) -> bytes:
    """An icon for macOS that holds PNGs.

    Source: https://en.wikipedia.org/wiki/Apple_Icon_Image_format
    """
    body = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kind in _ICNS_TYPES.items()
        if size in pictures
    )
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def _png(size: int) -> bytes:
    """The SVG as a square PNG."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes here
    return bytes(buffer.data().data())
