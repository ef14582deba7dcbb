"""The processes of a group, and their end.

Source: proc(5) /proc/pid/stat; setpgid(2)
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

_STATE, _GROUP = 0, 2
"""Of the fields behind the name."""


def others_in_group(group: int) -> set[int]:
    """Who is alive in it beside this process; nobody where the system has no such groups."""
    if sys.platform == "win32":
        return set()
    found = {int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    return {pid for pid in found - {os.getpid()} if _is_alive_in(pid, group)}


def kill_others(group: int) -> None:
    """End them, and whoever they start meanwhile. A process that cannot be ended is in the middle
    of a system call and goes with it.
    """
    for _ in range(100):
        others = others_in_group(group)
        if not others:
            return
        for pid in others:
            kill(pid)


def kill(pid: int) -> None:
    """At once, and without a word where it is gone already."""
    if sys.platform != "win32":
        try:
            os.kill(pid, signal.SIGKILL)
        except OSError:
            return


def _is_alive_in(pid: int, group: int) -> bool:
    try:
        line = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
    fields = line.rpartition(")")[2].split()
    return fields[_STATE] not in "ZX" and int(fields[_GROUP]) == group
