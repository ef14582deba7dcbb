"""Keeps the program's memory, which holds tokens, out of crash files and away from other programs.

Cheap hardening and no boundary: whoever runs as the same person has other ways. Linux only. Windows
and macOS write no dump of another vendor's program unless an administrator asks for it.

Source: core(5), prctl(2) PR_SET_DUMPABLE
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

_SET_DUMPABLE = 4
_log = logging.getLogger(__name__)


def refuse_core_files() -> None:
    """No core file from here on; to be called first. Programs that are started from this one, such
    as the browser, inherit the limit, but may lift it again.
    """
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


def hide_memory() -> None:
    """No dump at all from here on, and no debugger or reader of memory of the same person.

    To be called before anything secret is read, but not before the first paint: desktop portals
    refuse a process into whose ``/proc`` they cannot look, and Qt asks one of them for the colour
    scheme when it starts. Inside a sandbox the browser itself is opened through a portal, so there
    the memory stays as the sandbox has it.

    Source: https://github.com/flatpak/xdg-desktop-portal/issues/785 and
    https://github.com/keepassxreboot/keepassxc/pull/13366
    """
    if sys.platform != "linux" or _is_in_sandbox():
        return
    import ctypes  # here, because nothing before the first paint needs it

    process = ctypes.CDLL(None, use_errno=True)
    if process.prctl(_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        _log.info("the memory cannot be hidden: %s", os.strerror(ctypes.get_errno()))


def _is_in_sandbox() -> bool:
    """Flatpak or Snap, told apart from a plain start as Qt does it."""
    return Path("/.flatpak-info").exists() or bool(os.environ.get("SNAP"))
