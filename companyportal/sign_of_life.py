"""Locks between processes: who of those that wrote something still lives, and who may go first.

Every process that acts holds an exclusive lock on a small file of its own, and the system lets go
of it at the process's end, be it a crash, ``kill -9`` or a power cut. A process id would be used
again for something else, and a process's start time cannot be had everywhere.

Source: flock(2); https://docs.python.org/3/library/msvcrt.html#msvcrt.locking
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _remove(path: Path, descriptor: int) -> None:
        os.close(descriptor)  # an open file cannot be removed here
        with suppress(OSError):
            path.unlink()
else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _remove(path: Path, descriptor: int) -> None:
        with suppress(OSError):
            path.unlink()  # while it is locked, so that nobody new can be inside
        os.close(descriptor)


_SUFFIX = ".lock"
_PAUSE_S = 0.01


class SignOfLife:
    """This process's lock beside the file ``base``; nothing is on disk before ``show``."""

    def __init__(self, base: Path) -> None:
        self.owner = uuid4().hex
        """Names this holder for good; no other will ever have the same."""
        self._path = base.with_name(f"{base.name}.{self.owner}{_SUFFIX}")
        self._descriptor: int | None = None

    def show(self) -> None:
        """Be seen as alive until ``end`` or the end of the process.

        Raises: OSError where no lock can be had.
        """
        while self._descriptor is None:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                is_locked = _try_lock(descriptor) and _is_still(self._path, descriptor)
            except OSError:
                os.close(descriptor)
                raise
            if is_locked:
                self._descriptor = descriptor
            else:  # somebody's living_owners() took it for a left-over just now
                os.close(descriptor)

    def end(self) -> None:
        """Stop being seen as alive."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
            self._path.unlink(missing_ok=True)


@contextmanager
def one_at_a_time(path: Path, *, timeout_s: float) -> Iterator[None]:
    """Only one process at once is inside, as told by the file ``path``, which stays, empty.

    Raises: TimeoutError where another one stays inside; OSError where no lock can be had.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        tries = 1 + round(timeout_s / _PAUSE_S)
        while not _try_lock(descriptor):
            tries -= 1
            if not tries:
                raise TimeoutError(errno.ETIMEDOUT, "another process does not let go")
            time.sleep(_PAUSE_S)
        yield
    finally:
        os.close(descriptor)


def living_owners(base: Path) -> frozenset[str]:
    """Everybody who holds a lock beside ``base``; clears away what the dead left behind."""
    prefix = f"{base.name}."
    return frozenset(
        path.name.removeprefix(prefix).removesuffix(_SUFFIX)
        for path in base.parent.iterdir()
        if path.name.startswith(prefix) and path.name.endswith(_SUFFIX) and _is_held(path)
    )


def _is_held(path: Path) -> bool:
    """Doubt counts as held: nobody's work is taken over by mistake."""
    try:
        descriptor = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        is_held = not _try_lock(descriptor)
    except OSError:
        is_held = True
    if is_held:
        os.close(descriptor)
    else:
        _remove(path, descriptor)
    return is_held


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
