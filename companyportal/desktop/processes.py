"""The processes of this machine, and what they were started with, of which nothing is kept.

A station that clears up looks at the words and the environment of every process it may read: a
browser's hold who signs in, and a stranger's hold whatever they like. So they are read into memory
that is overwritten before it is given back.

Linux only: elsewhere there are none.
Source: proc_pid_stat(5), proc_pid_cmdline(5), proc_pid_environ(5)
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_STATE, _PARENT, _GROUP, _SESSION = range(4)
"""Of the fields of ``stat`` behind the name, which may hold spaces and brackets itself."""
_CHUNK = 16_384
"""Bytes of one reading; what most processes were started with is a quarter of it."""
_LONGEST_STAT = 4_096
_ALL = "/proc"


@dataclass(frozen=True, slots=True)
class Process:
    """As it was when it was looked at; its numbers and those of its family."""

    pid: int
    parent: int
    group: int
    session: int
    is_alive: bool
    """False for one that has ended and is not buried by its parent."""

    def names(self, words: bytes) -> bool:
        """Whether its command line or its environment holds ``words``. False where it has gone,
        where it may not be read, or where it hides: one that hides its memory still shows its
        command line.
        """
        return any(_holds(f"{_ALL}/{self.pid}/{file}", words) for file in ("cmdline", "environ"))

    @property
    def is_own_users(self) -> bool:
        """By the real user: the files of a process that hides its memory belong to root."""
        try:
            status = Path(f"{_ALL}/{self.pid}/status").read_bytes()
        except OSError:
            return False
        return any(
            line.startswith(b"Uid:") and int(line.split()[1]) == os.getuid()
            for line in status.splitlines()
        )


def other_processes() -> Iterator[Process]:
    """All but this one, as they are come to."""
    if sys.platform != "linux":
        return
    with os.scandir(_ALL) as entries:
        pids = [int(entry.name) for entry in entries if entry.name.isdigit()]
    for pid in pids:
        if pid != os.getpid() and (process := _process(pid)) is not None:
            yield process


def _process(pid: int) -> Process | None:
    try:
        file = os.open(f"{_ALL}/{pid}/stat", os.O_RDONLY)
        try:
            stat = os.read(file, _LONGEST_STAT)
        finally:
            os.close(file)
    except OSError:
        return None
    fields = stat.rpartition(b")")[2].split()
    parent, group, session = (int(fields[each]) for each in (_PARENT, _GROUP, _SESSION))
    return Process(pid, parent, group, session, fields[_STATE] not in (b"Z", b"X"))


def _holds(path: str, words: bytes) -> bool:
    """Whether the file does. What one reading ends with is kept for the next, in case ``words``
    begin there.
    """
    overlap = len(words) - 1
    space = bytearray(overlap + _CHUNK)
    start = used = 0
    try:
        with open(path, "rb", buffering=0) as file, memoryview(space) as view:  # noqa: PTH123
            while count := file.readinto(view[start : start + _CHUNK]):
                end = start + count
                used = max(used, end)
                if space.find(words, 0, end) >= 0:
                    return True
                start = min(overlap, end)
                view[:start] = view[end - start : end]
    except OSError:
        return False
    finally:
        space[:used] = bytes(used)
    return False
