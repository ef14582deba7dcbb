"""A file that only its owner can read and that is always either the old one or the new one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path


def replace_file(path: Path, write: Callable[[Path], None]) -> None:
    """Have ``write`` make a new file beside ``path``, then put it in its place, safe on disk.

    A crash leaves the old file, and perhaps the new one beside it, which the next call removes.

    Raises: OSError
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.parent.chmod(0o700)
    fresh = beside(path)
    fresh.unlink(missing_ok=True)
    write(fresh)
    _sync(fresh, os.O_RDWR)
    fresh.replace(path)
    _sync_folder(path.parent)


def write_private(content: bytes) -> Callable[[Path], None]:
    """A writer for ``replace_file``: a file of mode 0600 with that content."""

    def write(path: Path) -> None:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(content)

    return write


def remove(path: Path) -> bool:
    """Remove the file and what a crash left beside it; True where nothing is there any more."""
    for each in (path, beside(path)):
        try:
            each.unlink(missing_ok=True)
        except OSError:
            return False
    return True


def beside(path: Path) -> Path:
    """Where the new file is made: one name, so that none is ever left for good."""
    return path.with_name(path.name + ".new")


def _sync_folder(folder: Path) -> None:
    """Windows cannot open a folder, and keeps its names safe without being asked."""
    if sys.platform == "win32":
        return
    _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
