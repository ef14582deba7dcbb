"""The processes of a group, and their end.

Source: setpgid(2)
"""

from __future__ import annotations

import os
import signal
import sys

from companyportal.desktop.processes import other_processes


def others_in_group(group: int) -> set[int]:
    """Who is alive in it beside this process; nobody where the system has no such groups."""
    return {each.pid for each in other_processes() if each.is_alive and each.group == group}


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
