"""What the program keeps on this computer: which files, how much, and how they go.

Only files under names that the program itself gives are counted or removed: the folder may be one
that a person named, with other things in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from companyportal import toml_file
from companyportal.errors import SettingsNotSaved

_CONNECTION = re.compile(r"demo|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""How the folder of a connection is called: see ``Endpoints.profile``."""
_SESSION = "session-*"


class Kept(StrEnum):
    """What kinds there are."""

    SESSION = "session"
    """The sign-in, encrypted; its key lies in the system's key store."""
    RECORDS = "records"
    """The last list of devices, what was asked of them, and the notifications."""
    CHOICES = "choices"
    """The person's settings and the place of the window."""
    LOG = "log"


@dataclass(frozen=True, slots=True)
class OwnFiles:
    """Of one connection, or of all that there were. Blocking; a few files."""

    folder: Path
    """Of the connection."""
    log_folder: Path
    user_file: Path
    choices: frozenset[str]
    """Keys of the person's file that are their choices; others say where to connect to."""
    of_all: bool = False
    """True: the folders of other connections, beside this one's, count and go as well."""

    def other_sessions(self) -> list[Path]:
        """The folders of other connections with a saved session, which has a key elsewhere."""
        return [folder for folder in self._folders()[1:] if _found(folder, _SESSION)]

    def sizes(self) -> dict[Kept, int]:
        """Bytes by kind; what is not there is left out."""
        sizes = {kind: [_size(path) for path in self._paths(kind)] for kind in Kept}
        return {kind: sum(found) for kind, found in sizes.items() if found}

    def erase(self) -> bool:
        """Remove all of it, and the folders where they are empty then. In the person's file, what
        is no choice of theirs stays. True: nothing is left.
        """
        folders = self._folders()
        paths = [path for kind in Kept for path in self._paths(kind) if path != self.user_file]
        are_gone = [_removed(path) for path in paths]
        try:
            toml_file.drop(self.user_file, self.choices)
        except SettingsNotSaved:
            are_gone.append(False)
        for folder in (*folders, self.log_folder, self.folder.parent, self.user_file.parent):
            _remove_empty(folder)
        return all(are_gone)

    def _folders(self) -> list[Path]:
        """Of this connection first."""
        beside = _found(self.folder.parent, "*") if self.of_all else []
        others = (each for each in beside if each != self.folder and _is_connection(each))
        return [self.folder, *others]

    def _paths(self, kind: Kept) -> Iterator[Path]:
        folders = self._folders()
        patterns: dict[Kept, Iterable[tuple[Path, str]]] = {
            Kept.SESSION: [(folder, _SESSION) for folder in folders],
            Kept.RECORDS: [(folder, "portal.sqlite*") for folder in folders],
            Kept.CHOICES: [
                *((folder, "window.ini*") for folder in folders),
                (self.user_file.parent, self.user_file.name),
                (self.user_file.parent, f"{self.user_file.name}.bad*"),
            ],
            Kept.LOG: [(self.log_folder, "companyportal.log*")],
        }
        for folder, pattern in patterns[kind]:
            yield from (path for path in _found(folder, pattern) if not path.is_dir())


def _found(folder: Path, pattern: str) -> list[Path]:
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def _is_connection(path: Path) -> bool:
    return _CONNECTION.fullmatch(path.name) is not None and not path.is_symlink() and path.is_dir()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return
