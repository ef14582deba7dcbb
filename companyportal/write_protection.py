"""Whether the user of this process could change a file, or put another one in its place."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path


def unprotected_part(*paths: Path) -> Path | None:
    """The first file or folder on the way to one of ``paths`` that this user may change; None where
    all of them are somebody else's and closed. Links are followed, each step of them.

    Who owns a file may write it whenever they like, so owning counts; so does writing by way of
    groups and access control lists.
    """
    waiting, seen = [path.absolute() for path in paths], set[Path]()
    while waiting:
        whole = waiting.pop()
        for part in (whole, *whole.parents):
            if part in seen:
                break  # and so is all above it
            seen.add(part)
            if target := _target(part):
                waiting.append(target)
            elif _may_change(part):
                return part
    return None


def _target(part: Path) -> Path | None:
    """Where a link leads, one step; None for what is none, or cannot be looked at."""
    try:
        return part.parent.resolve() / part.readlink()
    except OSError:
        return None


if sys.platform == "win32":
    import tempfile

    def _may_change(part: Path) -> bool:
        """Ask by trying: ``os.access`` knows no access control lists there. Nothing is changed.

        Written from the documentation and never run there.
        """
        try:
            if part.is_dir():
                tempfile.TemporaryFile(dir=part).close()
            else:
                part.open("r+b").close()
        except OSError:
            return False
        return True

else:

    def _may_change(part: Path) -> bool:
        """What is not there cannot be changed: the folder above says whether it can be made.

        In a sticky folder everybody may make files, and exchange none but their own.
        Source: https://man7.org/linux/man-pages/man7/inode.7.html
        """
        try:
            found = part.stat()
        except OSError:
            return False
        if found.st_uid == os.geteuid():
            return True
        if stat.S_ISDIR(found.st_mode) and found.st_mode & stat.S_ISVTX:
            return False
        return os.access(part, os.W_OK, effective_ids=_HAS_EFFECTIVE)

    _HAS_EFFECTIVE = os.access in os.supports_effective_ids
