"""What can still be read on the disk, also by somebody who unpacks what the store has packed."""

from __future__ import annotations

import contextlib
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

_PACKED = zlib.compressobj(1).compress(b"")
"""How a list begins in the store."""


def everything_in(folder: Path) -> bytes:
    """Every byte of every file, the write-ahead log among them, and all that was packed."""
    whole = b"\0".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return b"\0".join([whole, *_unpacked(whole)])


def _unpacked(content: bytes) -> Iterator[bytes]:
    """What begins like a packed list, as far as it can be read; the end may be overwritten."""
    for found in re.finditer(re.escape(_PACKED), content):
        unpacker, text = zlib.decompressobj(), b""
        with contextlib.suppress(zlib.error):
            for place in range(found.start(), len(content)):
                text += unpacker.decompress(content[place : place + 1])
                if unpacker.eof:
                    break
        yield text
