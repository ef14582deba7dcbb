"""A connection of our own to the X server, since Qt's is not ours to ask by.

Source: https://www.x.org/releases/current/doc/libX11/libX11/libX11.html
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import cache
from typing import Any

_IGNORE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
"""Xlib ends the program where it asks for what somebody else has, or for a window that went."""
_NUMBER, _COUNT, _POINTER, _LONG = ctypes.c_int, ctypes.c_uint, ctypes.c_void_p, ctypes.c_ulong
_FUNCTIONS: dict[str, tuple[Any, list[Any]]] = {
    "XOpenDisplay": (_POINTER, [ctypes.c_char_p]),
    "XDefaultRootWindow": (_LONG, [_POINTER]),
    "XConnectionNumber": (_NUMBER, [_POINTER]),
    "XStringToKeysym": (_LONG, [ctypes.c_char_p]),
    "XDisplayKeycodes": (_NUMBER, [_POINTER, _POINTER, _POINTER]),
    "XGetKeyboardMapping": (
        ctypes.POINTER(_LONG),
        [_POINTER, ctypes.c_ubyte, _NUMBER, _POINTER],
    ),
    "XGrabKey": (_NUMBER, [_POINTER, _NUMBER, _COUNT, _LONG, _NUMBER, _NUMBER, _NUMBER]),
    "XUngrabKey": (_NUMBER, [_POINTER, _NUMBER, _COUNT, _LONG]),
    "XGrabButton": (
        _NUMBER,
        [_POINTER, _COUNT, _COUNT, _LONG, _NUMBER, _COUNT, _NUMBER, _NUMBER, _LONG, _LONG],
    ),
    "XUngrabButton": (_NUMBER, [_POINTER, _COUNT, _COUNT, _LONG]),
    "XInternAtom": (_LONG, [_POINTER, ctypes.c_char_p, _NUMBER]),
    "XGetWindowProperty": (
        _NUMBER,
        [
            *(_POINTER, _LONG, _LONG, ctypes.c_long, ctypes.c_long, _NUMBER, _LONG),
            *(_POINTER, _POINTER, _POINTER, _POINTER, _POINTER),
        ],
    ),
    "XSetWindowBackground": (_NUMBER, [_POINTER, _LONG, _LONG]),
    "XSync": (_NUMBER, [_POINTER, _NUMBER]),
    "XPending": (_NUMBER, [_POINTER]),
    "XNextEvent": (_NUMBER, [_POINTER, _POINTER]),
    "XFree": (_NUMBER, [_POINTER]),
    "XCloseDisplay": (_NUMBER, [_POINTER]),
}
"""What each gives back and takes: pointers are wider than the C numbers ctypes takes them for."""


_ANY_KIND, _MOST = 0, 1024
"""AnyPropertyType; how much of one is read, in units of four bytes."""


class X11:
    """One connection; to be used by one thread only."""

    def __init__(self, library: Any, display: int) -> None:
        self._library = library
        self.display = display
        """For functions of other libraries that take it."""
        self.root = int(library.XDefaultRootWindow(display))

    def call(self, name: str, *given: Any) -> Any:
        """What the function of Xlib answers; its first argument is the connection."""
        return getattr(self._library, name)(self.display, *given)

    def keysym(self, name: str) -> int:
        """The number of a key's name, such as ``Delete``; 0 where X does not know it."""
        return int(self._library.XStringToKeysym(name.encode()))

    def free(self, pointer: Any) -> None:
        """Give back what Xlib allocated."""
        self._library.XFree(pointer)

    def property_of(self, window: int, name: str) -> bytes:
        """As Xlib keeps it: numbers of 32 bits in C longs. Nothing where there is none."""
        atom = self.call("XInternAtom", name.encode(), 0)
        kind, form, count, left = _LONG(), _NUMBER(), _LONG(), _LONG()
        content = _POINTER()
        what = (window, atom, 0, _MOST, 0, _ANY_KIND)
        self.call(
            "XGetWindowProperty", *what, *map(ctypes.byref, (kind, form, count, left, content))
        )
        if not content.value:
            return b""
        width = ctypes.sizeof(_LONG) if form.value == 32 else form.value // 8
        found = ctypes.string_at(content, count.value * width)
        self.free(content)
        return found


def connect() -> X11 | None:
    """None where there is no X server, or no Xlib."""
    library = _library() if sys.platform == "linux" and "DISPLAY" in os.environ else None
    if library is None:
        return None
    display = library.XOpenDisplay(os.fsencode(os.environ["DISPLAY"]))
    return X11(library, display) if display else None


@cache
def _library() -> Any:
    try:
        library = ctypes.CDLL("libX11.so.6")
    except OSError:
        return None
    for name, (answer, given) in _FUNCTIONS.items():
        getattr(library, name).restype = answer
        getattr(library, name).argtypes = given
    library.XSetErrorHandler(_IGNORE)
    return library
