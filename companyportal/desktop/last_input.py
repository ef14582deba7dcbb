"""When somebody last touched this computer, in whichever program.

A visitor who types into the browser's window does nothing in ours. X11 is asked by its screen saver
extension, over a connection of our own, since Qt's is not ours to read from; Windows by one call,
which follows the vendor's documentation: the automatic tests run on Linux only. Wayland tells no
program, and a Wayland session's X server knows only of the windows it draws itself.

Source: https://www.x.org/releases/current/doc/libXScrnSaver/ (XScreenSaver(3));
https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlastinputinfo
"""

from __future__ import annotations

import os
import sys

from companyportal.desktop.x11 import X11, connect


def idle_s() -> float | None:
    """Seconds since the last input of any kind; None where that cannot be known.

    To be called by one thread only.
    """
    if sys.platform == "win32":
        return _windows_idle_s()
    if sys.platform == "linux" and "DISPLAY" in os.environ and not _is_wayland():
        return _x11_idle_s()
    return None


def _is_wayland() -> bool:
    return "WAYLAND_DISPLAY" in os.environ or os.environ.get("XDG_SESSION_TYPE") == "wayland"


if sys.platform == "win32":

    def _windows_idle_s() -> float | None:
        """Both counts are of milliseconds, and begin again at 0 after 49.7 days."""
        import ctypes
        from ctypes import wintypes

        class LastInputInfo(ctypes.Structure):
            _fields_ = [("size", wintypes.UINT), ("tick", wintypes.DWORD)]

        info = LastInputInfo(ctypes.sizeof(LastInputInfo), 0)
        if not ctypes.WinDLL("user32").GetLastInputInfo(ctypes.byref(info)):
            return None
        now = ctypes.WinDLL("kernel32").GetTickCount()
        return ((now - info.tick) & 0xFFFFFFFF) / 1000


if sys.platform == "linux":
    import ctypes
    from functools import cache

    class _ScreenSaverInfo(ctypes.Structure):
        _fields_ = [
            ("window", ctypes.c_ulong),
            ("state", ctypes.c_int),
            ("kind", ctypes.c_int),
            ("til_or_since", ctypes.c_ulong),
            ("idle", ctypes.c_ulong),
            ("event_mask", ctypes.c_ulong),
        ]

    def _x11_idle_s() -> float | None:
        screen = _screen(os.environ["DISPLAY"])
        if screen is None:
            return None
        saver, x11 = screen
        info = _ScreenSaverInfo()
        is_known = saver.XScreenSaverQueryInfo(x11.display, x11.root, ctypes.byref(info))
        return info.idle / 1000 if is_known else None

    @cache
    def _screen(name: str) -> tuple[ctypes.CDLL, X11] | None:
        """The library, and a connection to the display of that name for as long as the program
        lives.

        Xlib ends a program whose display goes; with its screen this one has no more to do.
        """
        try:
            saver = ctypes.CDLL("libXss.so.1")
        except OSError:
            return None
        pointer = ctypes.POINTER(ctypes.c_int)
        saver.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, pointer, pointer]
        saver.XScreenSaverQueryInfo.argtypes = [
            ctypes.c_void_p,
            ctypes.c_ulong,
            ctypes.POINTER(_ScreenSaverInfo),
        ]
        x11 = connect()
        first = ctypes.c_int(), ctypes.c_int()
        if x11 is None:
            return None
        if not saver.XScreenSaverQueryExtension(x11.display, *map(ctypes.byref, first)):
            return None
        return saver, x11
