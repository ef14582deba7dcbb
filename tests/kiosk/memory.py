"""The memory of another process, as whoever may look into it finds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_PAGE = 4096


def can_read(pid: int) -> bool:
    """Root may read everybody's; of those that hide theirs, nobody else."""
    try:
        _memory(pid).open("rb", buffering=0).close()
    except PermissionError:
        return False
    return True


def memory_of(pid: int) -> Iterator[bytes]:
    """What a process may have written, in parts that lie together.

    Raises: PermissionError where this user may not look into it.
    """
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    with _memory(pid).open("rb", buffering=0) as memory:
        for line in lines:
            place, rights, *_ = line.split()
            if not rights.startswith("rw"):
                continue
            start, end = (int(each, 16) for each in place.split("-"))
            with suppress(OSError):  # of a device, or gone meanwhile
                memory.seek(start)
                yield memory.read(end - start)


def pages_of(part: bytes) -> list[bytes]:
    """As the system hands them out."""
    return [part[start : start + _PAGE] for start in range(0, len(part), _PAGE)]


def holds(pid: int, word: str) -> bool:
    """Whether a process has the word in its memory, as Python or as Qt keeps it.

    Raises: PermissionError where this user may not look into it.
    """
    return any(is_in(part, word) for part in memory_of(pid))


def is_in(part: bytes, word: str) -> bool:
    """Whether a part of a memory holds the word."""
    return any(needle in part for needle in (word.encode(), word.encode("utf-16-le")))


def _memory(pid: int) -> Path:
    return Path(f"/proc/{pid}/mem")
