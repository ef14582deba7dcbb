"""Whether a place has room for what will be written there.

A browser that cannot write its profile ends, or behaves as nobody has ever tried.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Space:
    """So much is free, or needed."""

    size: int
    """In bytes."""
    files: int
    """Files and folders: some systems make only so many."""

    def holds(self, need: Space) -> bool:
        """True where that fits in."""
        return self.size >= need.size and self.files >= need.files

    def __str__(self) -> str:
        return f"{self.size // _MIB} MiB and {self.files} files"


OF_A_VISIT = Space(64 * _MIB, 1_000)
"""Ten times as much as was seen: a sign-in in Chromium 156 took 5 MiB at most, and 206 files."""
OF_THE_JOURNAL = Space(_MIB, 10)
"""For what is written before anything is sent, and the log beside it."""
_UNLIMITED = sys.maxsize


def space_in(folder: Path) -> Space:
    """What this user may still write there. Raises: OSError."""
    if sys.platform == "win32":
        return Space(shutil.disk_usage(folder).free, _UNLIMITED)
    return told_by(os.statvfs(folder))


def told_by(found: os.statvfs_result) -> Space:
    """What those numbers mean; a system that makes files as it needs them tells of none at all.

    Source: statvfs(3)
    """
    files = found.f_favail if found.f_files else _UNLIMITED
    return Space(found.f_bavail * found.f_frsize, files)
