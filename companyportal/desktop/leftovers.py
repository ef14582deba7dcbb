"""Processes that belong to a visit, wherever they have hidden, and their end.

A process leaves its group with one call, and its parent with another. What it was started with
stays: its session, its command line, its environment. A browser's helpers name the profile, and
every child inherits a home in the visit's folder.

Source: proc_pid_stat(5), proc_pid_cmdline(5), proc_pid_environ(5), setsid(2)
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from companyportal.desktop.process_group import kill
from companyportal.desktop.process_lock import ProcessLock
from companyportal.desktop.visit_folder import VisitFolders

LOCK_NAME = "station.lock"
"""In the place of a station that lives."""
_STATE, _GROUP, _SESSION = 0, 2, 3
"""Of the fields behind the name."""
_ROUNDS, _PAUSE_S = 250, 0.02
"""Five seconds, of which a usual end takes one or two rounds."""


def processes_of(path: str, *, leader: int = 0) -> set[int]:
    """Who is alive of those who name ``path`` (or what begins like it) on their command line or in
    their environment, and of the group and the session that ``leader`` began; never this process.

    Linux only: elsewhere nobody is found. A process that hides its memory shows its command line,
    but not its environment.
    """
    if sys.platform != "linux":
        return set()
    wanted = os.fsencode(path)
    found = {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    return {pid for pid in found - {os.getpid()} if _belongs(pid, wanted, leader)}


def end_processes(find: Callable[[], set[int]]) -> bool:
    """Kill whom ``find`` finds until it finds nobody; False where some are left after five seconds.

    Blocks until they are gone, so it belongs into a thread.
    """
    for _ in range(_ROUNDS):
        pids = find()
        if not pids:
            return True
        for pid in pids:
            kill(pid)
        time.sleep(_PAUSE_S)
    return False


def remove_leftovers(places: Sequence[VisitFolders]) -> bool:
    """End and remove what a station left that could not do so itself; True where nothing is left.

    The first place is the caller's own. Another one in which a station lives is left alone. Blocks,
    so it belongs into a thread.
    """
    is_clean = True
    for number, place in enumerate(places):
        lock = ProcessLock(place.root / LOCK_NAME)
        if number == 0 or lock.take():
            is_clean &= _clear(place)
        lock.release()
    return is_clean


def _clear(place: VisitFolders) -> bool:
    is_clean = end_processes(partial(processes_of, place.beginning))
    with suppress(FileNotFoundError):
        for folder in place.left():
            is_clean &= folder.remove()
    return is_clean


def _belongs(pid: int, wanted: bytes, leader: int) -> bool:
    with suppress(OSError, ValueError, IndexError):
        process = Path("/proc", str(pid))
        fields = (process / "stat").read_bytes().rpartition(b")")[2].split()
        if fields[_STATE] in (b"Z", b"X"):
            return False
        if leader and leader in (int(fields[_GROUP]), int(fields[_SESSION])):
            return True
        return _names(process, wanted) and _is_ours(process)
    return False


def _names(process: Path, wanted: bytes) -> bool:
    for name in ("cmdline", "environ"):
        with suppress(OSError):
            if wanted in (process / name).read_bytes():
                return True
    return False


def _is_ours(process: Path) -> bool:
    """By the real user: the files of a process that hides its memory belong to root."""
    for line in (process / "status").read_bytes().splitlines():
        if line.startswith(b"Uid:"):
            return int(line.split()[1]) == os.getuid()
    return False
