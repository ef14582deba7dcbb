"""Notices whether anybody opens a file, in any process and from any language."""

from __future__ import annotations

import ctypes
import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_OPENED = 0x20
"""IN_OPEN. Source: inotify(7)"""


class WatchedFile:
    """``opened`` counts how often it was, since the last time it was asked."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor

    def opened(self) -> int:
        """How often; asking changes nothing else."""
        count = 0
        while True:
            try:
                events = os.read(self._descriptor, 65_536)
            except BlockingIOError:
                return count
            while events:
                length = struct.unpack_from("iIII", events)[3]
                events, count = events[16 + length :], count + 1


@contextmanager
def watched(path: Path) -> Iterator[WatchedFile]:
    """From now on."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        assert libc.inotify_add_watch(descriptor, os.fsencode(path), _OPENED) >= 0
        yield WatchedFile(path, descriptor)
    finally:
        os.close(descriptor)
