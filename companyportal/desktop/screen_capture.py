"""Keeps a window out of screen shots and shared screens while it shows a secret.

How much that is worth differs: Windows 10 2004 and newer leave the window out, older ones show it
black; macOS 15 and newer ignore the wish for most recorders; Linux has nothing of the kind. So the
passcode is hidden by default and shown for a short time only. The branches for Windows and macOS
follow the vendors' documentation; the automatic tests run on Linux only.
"""

from __future__ import annotations

import sys


def exclude(window_id: int) -> bool:
    """Leave the window (``int(widget.winId())``, on the screen already) out; False: not possible.

    A native window that is made anew needs it again.
    """
    if sys.platform == "win32":
        # Windows before 10 2004 knows only the second: a black window.
        return _set_affinity(window_id, _EXCLUDE_FROM_CAPTURE) or _set_affinity(
            window_id, _MONITOR_ONLY
        )
    if sys.platform == "darwin":
        return _set_sharing(window_id, _SHARING_NONE)
    return False


def include(window_id: int) -> bool:
    """Undo ``exclude``; False: not possible."""
    if sys.platform == "win32":
        return _set_affinity(window_id, _NO_AFFINITY)
    if sys.platform == "darwin":
        return _set_sharing(window_id, _SHARING_READ_ONLY)
    return False


if sys.platform == "win32":
    _NO_AFFINITY, _MONITOR_ONLY, _EXCLUDE_FROM_CAPTURE = 0x0, 0x1, 0x11

    def _set_affinity(window_id: int, affinity: int) -> bool:
        """Source: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-
        setwindowdisplayaffinity
        """
        import ctypes
        from ctypes import wintypes

        library = ctypes.WinDLL("user32", use_last_error=True)
        library.SetWindowDisplayAffinity.argtypes = [wintypes.HWND, wintypes.DWORD]
        library.SetWindowDisplayAffinity.restype = wintypes.BOOL
        return bool(library.SetWindowDisplayAffinity(window_id, affinity))


if sys.platform == "darwin":
    _SHARING_NONE, _SHARING_READ_ONLY = 0, 1

    def _set_sharing(window_id: int, sharing: int) -> bool:
        """Source: https://developer.apple.com/documentation/appkit/nswindow/sharingtype"""
        from companyportal.desktop.objective_c import send

        # Qt's window id is the NSView; only its window knows about sharing.
        window = send(window_id, "window")
        if not window:
            return False
        send(window, "setSharingType:", sharing)
        return True
