"""The processes of one browser, and their end together with its folder.

Measured with Chromium 156, as root without its sandbox and as somebody else with it: a start makes
the browser, two or three zygotes, a GPU process, the network and storage services and a renderer a
page, all in the group of whoever started it; and two crash handlers that put themselves into
sessions of their own, as children of the system's first process. Killed, the browser takes all of
them along within some milliseconds. Nobody relies on that here: whoever names the folder, in its
words or in its environment, is one of them, and so are their children. The words of all named it;
zygotes and renderers write over their environment.

Windows: there the job of the visit ends them; only the folder is removed here. Never run there.

Source: proc(5)
"""

from __future__ import annotations

import logging
import os
import shutil
import sys
import time
from pathlib import Path

from companyportal.desktop.process_group import kill

_log = logging.getLogger(__name__)
_TRIES = 150
_PAUSE_S = 0.02
_STATE, _PARENT = 0, 1
"""Of the fields behind the name in ``/proc/pid/stat``."""


def end_browser(folder: Path) -> None:
    """Kill whoever belongs to the folder, then remove it; to be called in a thread. Gives up after
    some seconds.
    """
    for _ in range(_TRIES):
        left = processes_of(folder)
        for pid in left:
            kill(pid)
        if not left:
            shutil.rmtree(folder, ignore_errors=True)
            if not folder.exists():
                return
        time.sleep(_PAUSE_S)
    _log.warning("a browser or its folder is still there")


def processes_of(folder: Path) -> set[int]:
    """Who is alive of them; nobody where the system has no ``/proc``."""
    if sys.platform != "linux":
        return set()
    parents = _parents()
    mark = os.fsencode(folder)
    found = {pid for pid in parents if _names(pid, mark)}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _parents() -> dict[int, int]:
    """The parent of each living process but this one."""
    parents = {}
    for pid in (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()):
        fields = _read(f"/proc/{pid}/stat").rpartition(b")")[2].split()
        if fields and fields[_STATE] not in (b"Z", b"X") and pid != os.getpid():
            parents[pid] = int(fields[_PARENT])
    return parents


def _names(pid: int, mark: bytes) -> bool:
    return mark in _read(f"/proc/{pid}/cmdline") or mark in _read(f"/proc/{pid}/environ")


def _read(path: str) -> bytes:
    """Empty where it has gone, or is not ours to see."""
    try:
        return Path(path).read_bytes()
    except OSError:
        return b""
