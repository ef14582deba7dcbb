"""Children whose parents have died become this process's own, so that none can hide by that.

A process may leave its group, its session, its environment and its name behind; its ancestors it
cannot. Linux only: elsewhere nobody is adopted.

Source: prctl(2) PR_SET_CHILD_SUBREAPER
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Collection
from contextlib import suppress

from companyportal.desktop.processes import other_processes

_SET_CHILD_SUBREAPER = 36
_log = logging.getLogger(__name__)
_is_adopting = False


def adopt_orphans() -> None:
    """From here on; to be called once, before anything is started."""
    global _is_adopting
    if sys.platform != "linux":
        return
    import ctypes

    process = ctypes.CDLL(None, use_errno=True)
    _is_adopting = process.prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0
    if not _is_adopting:
        _log.info("orphans are not adopted: %s", os.strerror(ctypes.get_errno()))


def adopted(own: Collection[int]) -> set[int]:
    """This process's living children but for its ``own``, which it has started itself and waits
    for; the dead ones among the others are buried. Empty where nobody is adopted.
    """
    found: set[int] = set()
    for pid in _children() - set(own) if _is_adopting else ():
        with suppress(OSError):
            if os.waitpid(pid, os.WNOHANG)[0] != pid:
                found.add(pid)
    return found


def _children() -> set[int]:
    return {each.pid for each in other_processes() if each.parent == os.getpid()}
