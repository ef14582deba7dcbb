"""Pictures that look harmless to whoever only reads their beginning."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from random import Random

from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

SIDE = 1024


def made(kind: str, side: int = 32, *, height: int = 0) -> bytes:
    """A good picture of that kind; a square unless its height is another."""
    image = QImage(side, height or side, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(content.data())


def chunk(name: bytes, data: bytes, *, crc: int | None = None) -> bytes:
    """A piece of a PNG."""
    check = zlib.crc32(name + data) if crc is None else crc
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def _head(width: int, height: int, depth: int = 8) -> bytes:
    return struct.pack(">II5B", width, height, depth, 6, 0, 0, 0)


def png(*chunks: bytes, width: int = SIDE, height: int = SIDE, depth: int = 8) -> bytes:
    """A PNG in true colour with transparency, of these chunks."""
    head = chunk(b"IHDR", _head(width, height, depth))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IEND", b"")


def _bomb(megabytes: int) -> bytes:
    """Zeros, packed a thousand to one."""
    packer = zlib.compressobj(9)
    pieces = [packer.compress(bytes(1024 * 1024)) for _ in range(megabytes)]
    return b"".join(pieces) + packer.flush()


def _slow() -> bytes:
    rows = (b"\4" + bytes(range(256)) * (4 * SIDE // 256)) * SIDE
    return png(chunk(b"IDAT", zlib.compress(rows)))


def _second_frame() -> bytes:
    """A JPEG that tells another size further down."""
    whole = made("JPG")
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, 30_000, 30_000, 1) + b"\1\x11\0"
    return whole[:-2] + frame + b"\xff\xd9"


def _noise(kind: str) -> bytes:
    whole = bytearray(made(kind))
    random = Random(7)
    for _ in range(20):
        whole[random.randrange(60, len(whole))] = random.randrange(256)
    return bytes(whole)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "PNG without a picture": png,
    "PNG that inflates to a gigabyte": lambda: png(chunk(b"IDAT", _bomb(400))),
    "PNG whose text inflates": lambda: png(chunk(b"zTXt", b"Comment\0\0" + _bomb(400))),
    "PNG whose colours inflate": lambda: png(chunk(b"iCCP", b"x\0\0" + _bomb(400))),
    "PNG with a wrong checksum": lambda: png(chunk(b"IDAT", b"x", crc=1)),
    "PNG with an endless chunk": lambda: png(b"\xff\xff\xff\xffIDAT"),
    "PNG of an unknown depth": lambda: png(depth=77),
    "PNG with two heads": lambda: png(
        chunk(b"IHDR", struct.pack(">II5B", 9**9, 9**9, 8, 6, 0, 0, 0))
    ),
    "PNG cut off": lambda: made("PNG")[:-20],
    "PNG of noise": lambda: _noise("PNG"),
    "PNG made to be slow": _slow,
    "PNG and a page": lambda: made("PNG") + b"<script>alert(1)</script>",
    "JPEG cut off": lambda: made("JPG")[:-200],
    "JPEG of noise": lambda: _noise("JPG"),
    "JPEG with two frames": _second_frame,
}
