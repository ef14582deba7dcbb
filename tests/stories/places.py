"""The places where something of a secret may stay or be seen by others, each with its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QClipboard, QGuiApplication

from tests.stories.accessible_texts import all_texts

BROWSER_PROFILE = "chromium-"
"""How the folder of a browser begins: what is in it is between the person and their browser."""
_LARGEST = 64 * 1024 * 1024
_SHARED_MEMORY = Path("/dev/shm")


class Place(NamedTuple):
    """Something that can be searched: its kind, what exactly, and its bytes."""

    kind: str
    """``file``, ``memory``, ``log``, ``output``, ``bus``, ``clipboard``, ``screen`` or
    ``process``.
    """
    name: str
    content: bytes


_KEPT: list[Place] = []


def keep(*places: Place) -> None:
    """For what will be gone when the story has ended: a computer, a bus, a window."""
    _KEPT.extend(places)


def take_kept() -> list[Place]:
    """All of it; then nothing is kept any more."""
    taken = _KEPT.copy()
    _KEPT.clear()
    return taken


def files(folder: Path) -> Iterator[Place]:
    """Every file below a folder, and the names of all of them."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(BROWSER_PROFILE)]
        yield Place("file", parent, os.fsencode("\n".join((*folders, *names))))
        for name in names:
            path = Path(parent, name)
            if path.is_file() and path.stat().st_size <= _LARGEST:
                yield Place("file", str(path), path.read_bytes())


def shared_memory(since: float) -> Iterator[Place]:
    """Our own files there, where they are no older than that; others belong to other people."""
    for path in _SHARED_MEMORY.iterdir() if _SHARED_MEMORY.is_dir() else ():
        try:
            found = path.stat()
            if found.st_uid == os.getuid() and found.st_mtime >= since and path.is_file():
                yield Place("memory", str(path), path.read_bytes())
        except OSError:
            continue  # gone meanwhile


def screen() -> Iterator[Place]:
    """Every text of every window of this process."""
    for name, text in all_texts():
        yield Place("screen", name, text.encode("utf-8", "surrogatepass"))


def clipboard() -> Iterator[Place]:
    """What can be pasted in this process, in each of its formats."""
    board = QGuiApplication.clipboard()
    modes = [QClipboard.Mode.Clipboard]
    if board.supportsSelection():
        modes.append(QClipboard.Mode.Selection)
    for mode in modes:
        data = board.mimeData(mode)
        for name in data.formats() if data is not None else ():
            yield Place("clipboard", name, bytes(data.data(name).data()))


def environment() -> Place:
    """What every child of this process would inherit."""
    words = "\n".join(f"{name}={value}" for name, value in os.environ.items())
    return Place("process", "environment", os.fsencode(words))


def processes(parent: int) -> Iterator[Place]:
    """Words and environment of all processes below that one, as other programs can read them."""
    for child in _children(parent):
        folder = Path("/proc", str(child))
        for name in ("cmdline", "environ"):
            try:
                yield Place("process", name, (folder / name).read_bytes())
            except OSError:
                continue  # ended, or hides its memory
        yield from processes(child)


def _children(parent: int) -> list[int]:
    found: list[int] = []
    for thread in Path("/proc", str(parent), "task").glob("*/children"):
        try:
            found += map(int, thread.read_text().split())
        except OSError:
            continue
    return found
