"""What the program keeps on this computer: which files, how much, and how they go.

Only files under names that the program itself gives are counted or removed: the folder may be one
that a person named, with other things in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from companyportal import toml_file
from companyportal.errors import SettingsNotSaved


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
    """Of one connection. Blocking; a few files."""

    folder: Path
    """Of the connection."""
    log_folder: Path
    user_file: Path
    choices: frozenset[str]
    """Keys of the person's file that are their choices; others say where to connect to."""

    def sizes(self) -> dict[Kept, int]:
        """Bytes by kind; what is not there is left out."""
        sizes = {kind: [_size(path) for path in self._paths(kind)] for kind in Kept}
        return {kind: sum(found) for kind, found in sizes.items() if found}

    def erase(self) -> bool:
        """Remove all of it, and the folders where they are empty then. In the person's file, what
        is no choice of theirs stays. True: nothing is left.
        """
        paths = [path for kind in Kept for path in self._paths(kind) if path != self.user_file]
        are_gone = [_removed(path) for path in paths]
        try:
            toml_file.drop(self.user_file, self.choices)
        except SettingsNotSaved:
            are_gone.append(False)
        for folder in (self.folder, self.log_folder, self.folder.parent, self.user_file.parent):
            _remove_empty(folder)
        return all(are_gone)

    def _paths(self, kind: Kept) -> Iterator[Path]:
        patterns: dict[Kept, Iterable[tuple[Path, str]]] = {
            Kept.SESSION: [(self.folder, "session-*")],
            Kept.RECORDS: [(self.folder, "portal.sqlite*")],
            Kept.CHOICES: [
                (self.folder, "window.ini*"),
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
