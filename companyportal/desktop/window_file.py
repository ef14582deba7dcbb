"""The small file in which the window's place is kept from one run to the next."""

from __future__ import annotations

import stat
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings

LARGEST_BYTES = 64 * 1024
"""A place takes 200."""


def open_window_file(path: Path) -> QSettings:
    """The place that was kept, if any.

    What cannot be a window's place is removed, since nothing in it is the person's own: Qt reads a
    giant whole, for ten seconds and into two gigabytes of memory, and waits for a pipe for ever.
    """
    with suppress(OSError):
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_BYTES:
            path.unlink()
    return QSettings(str(path), QSettings.Format.IniFormat)
