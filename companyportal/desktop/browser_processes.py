"""The processes of one browser, and their end together with its folder.

Measured with Chromium 156, as root without its sandbox and as somebody else with it: a start makes
the browser, two or three zygotes, a GPU process, the network and storage services and a renderer a
page, all in the group of whoever started it; and two crash handlers that put themselves into
sessions of their own, as children of the system's first process. Killed, the browser takes all of
them along within some milliseconds. Nobody relies on that here: whoever names the folder, in its
words or in its environment, is one of them, and so are their children. The words of all named it;
zygotes and renderers write over their environment.

Windows: there the job of the visit ends them; only the folder is removed here. Never run there.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from pathlib import Path

from companyportal.desktop.process_group import kill
from companyportal.desktop.processes import other_processes

_log = logging.getLogger(__name__)
_TRIES = 150
_PAUSE_S = 0.02


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
    mark = os.fsencode(folder)
    living = [each for each in other_processes() if each.is_alive]
    found = {each.pid for each in living if each.names(mark)}
    while more := {each.pid for each in living if each.parent in found} - found:
        found |= more
    return found
