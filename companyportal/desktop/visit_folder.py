"""Folders in which visits live: fresh for each, in memory where the system can, and gone after it.

Source: https://specifications.freedesktop.org/basedir-spec/latest/ and shm_overview(7)
"""

from __future__ import annotations

import os
import secrets
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PREFIX = "visit-"
_PARTS = ("home", "tmp", "config", "cache", "data", "state")
_TRIES, _PAUSE_S = 40, 0.05
"""Two seconds for whatever still writes into a folder that is being removed."""


class VisitFolder:
    """One visit's; nothing is made before ``make``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        """Raises: OSError; a folder of that name that is there already is an error, too."""
        self.path.mkdir(mode=0o700)
        for part in _PARTS:
            (self.path / part).mkdir(mode=0o700)

    @property
    def environment(self) -> dict[str, str]:
        """The variables by which programs find their folders, all of them in here."""
        names = {
            "HOME": "home",
            "TMPDIR": "tmp",
            "XDG_CONFIG_HOME": "config",
            "XDG_CACHE_HOME": "cache",
            "XDG_DATA_HOME": "data",
            "XDG_STATE_HOME": "state",
        }
        if sys.platform == "win32":
            names = {"USERPROFILE": "home", "TEMP": "tmp", "TMP": "tmp"}
            names |= {"APPDATA": "config", "LOCALAPPDATA": "data"}
        return {name: str(self.path / part) for name, part in names.items()}

    @property
    def is_gone(self) -> bool:
        """True where nothing has its name, not even a link."""
        return not os.path.lexists(self.path)

    def remove(self) -> bool:
        """Everything in it, also what cannot be read or appears meanwhile; True where it is gone.

        Takes up to two seconds, so it belongs into a thread.
        """
        for attempt in range(_TRIES):
            if attempt:
                time.sleep(_PAUSE_S)
            _let_in(self.path)
            with suppress(OSError):
                if self.path.is_symlink() or not self.path.is_dir():
                    self.path.unlink()
            shutil.rmtree(self.path, ignore_errors=True)
            if self.is_gone:
                return True
        return False


class VisitFolders:
    """The place below which they lie; it belongs to this user alone."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def beginning(self) -> str:
        """How the path of each of them begins, and no other path."""
        return str(self.root / _PREFIX)

    def next(self) -> VisitFolder:
        """Of a name that nobody can know before; not made yet."""
        return VisitFolder(self.root / f"{_PREFIX}{secrets.token_hex(6)}")

    def left(self) -> list[VisitFolder]:
        """What is there now. Raises: OSError."""
        return [VisitFolder(path) for path in self.root.iterdir() if path.name.startswith(_PREFIX)]


def visit_folders() -> list[VisitFolders]:
    """The place for visits, in memory where there is one, made if need be; then every other where
    a former run of the station may have left something. Empty where none is private.
    """
    places = sorted(_places(), key=lambda path: not is_in_memory(path.parent))
    found: list[VisitFolders] = []
    for path in places:
        if (not found or path.exists()) and is_private(path):
            found.append(VisitFolders(path))
    return found


def is_private(folder: Path) -> bool:
    """Makes the folder; False where it is a link, belongs to somebody else or is open to others."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    if not stat.S_ISDIR(found.st_mode):
        return False
    return sys.platform == "win32" or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


def is_in_memory(folder: Path) -> bool:
    """True where what is written there never reaches a disk, but for swap; only Linux tells.

    Source: proc_pid_mountinfo(5)
    """
    with suppress(OSError, ValueError, IndexError):
        device = folder.stat().st_dev
        number = f"{os.major(device)}:{os.minor(device)}"
        for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8").splitlines():
            mount, _, kind = line.partition(" - ")
            if mount.split()[2] == number:
                return kind.split()[0] in {"tmpfs", "ramfs"}
    return False


def _places() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(tempfile.gettempdir(), "companyportal-kiosk")
        return
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        yield Path(runtime, "companyportal-kiosk")
    if sys.platform == "linux":
        yield Path("/dev/shm", f"companyportal-{os.getuid()}")  # noqa: S108 - private, see is_private
    yield Path(tempfile.gettempdir(), f"companyportal-kiosk-{os.getuid()}")


def _let_in(folder: Path) -> None:
    """Make this user able to look into, and delete from, every folder below; links stay alone."""
    folders = [folder]
    while folders:
        each = folders.pop()
        with suppress(OSError):
            if each.is_symlink():
                continue
            each.chmod(0o700)
            with os.scandir(each) as entries:
                folders += [Path(e.path) for e in entries if e.is_dir(follow_symlinks=False)]
