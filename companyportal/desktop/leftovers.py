"""Processes that belong to a visit, wherever they have hidden, and their end.

A process leaves its group with one call, and its parent with another. What it was started with
stays: its session, its command line, its environment. A browser's helpers name the profile, and
every child inherits a home in the visit's folder.

Source: setsid(2)
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from companyportal.desktop.process_group import kill
from companyportal.desktop.process_lock import ProcessLock
from companyportal.desktop.processes import Process, other_processes
from companyportal.desktop.visit_folder import VisitFolders

LOCK_NAME = "station.lock"
"""In the place of a station that lives."""
_ROUNDS, _PAUSE_S = 250, 0.02
"""Five seconds, of which a usual end takes one or two rounds."""


def processes_of(path: str, *, leader: int = 0) -> set[int]:
    """Who is alive of those who name ``path`` (or what begins like it) on their command line or in
    their environment, and of the group and the session that ``leader`` began; never this process.

    Linux only: elsewhere nobody is found. A process that hides its memory shows its command line,
    but not its environment.
    """
    wanted = os.fsencode(path)
    return {each.pid for each in other_processes() if _belongs(each, wanted, leader)}


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


def _belongs(process: Process, wanted: bytes, leader: int) -> bool:
    if not process.is_alive:
        return False
    if leader and leader in (process.group, process.session):
        return True
    return process.names(wanted) and process.is_own_users
