"""A folder for sockets and locks that no other user of the computer can look into."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path

_LENGTH_LIMIT = 50
"""A socket's whole path must stay below about 100 bytes on Linux and macOS, and Qt makes it under
a longer name first. Source: unix(7)
"""


def private_folder() -> Path | None:
    """The folder, made if need be; None where there is none: it would belong to somebody else."""
    if sys.platform == "win32":
        return Path(tempfile.gettempdir())
    candidates = [Path(tempfile.gettempdir(), f"companyportal-{os.getuid()}")]
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        candidates.insert(0, Path(runtime, "companyportal"))
    return next((each for each in candidates if _is_private(each)), None)


def _is_private(folder: Path) -> bool:
    """Makes the folder; False if it belongs to somebody else or is open to others."""
    if sys.platform == "win32":
        return folder.is_dir()
    if len(os.fsencode(folder)) > _LENGTH_LIMIT:
        return False
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    is_ours = found.st_uid == os.getuid() and stat.S_ISDIR(found.st_mode)
    return is_ours and not found.st_mode & 0o077
