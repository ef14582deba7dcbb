"""Whether a window of the sign-in is still there, as X's window manager lists it.

A browser lives on while any of its windows does, and links that ask for one open more than that of
the sign-in. So the end of the browser alone does not tell that a visitor closed the sign-in.

Source: Extended Window Manager Hints, _NET_CLIENT_LIST; ICCCM 4.1.2.5, WM_CLASS
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from companyportal.desktop.x11 import connect


class BrowserWindow:
    """The window of one address that the browser shows as an application."""

    def __init__(self, host: str, path: str) -> None:
        """Chromium names such a window by both."""
        self._name = f"{host}_{path}".replace("/", "_").encode()
        self._x11 = connect()
        self._was_there = False

    def is_gone(self) -> bool:
        """True once it was there and is not any more; never where nobody can know."""
        if self._x11 is None:
            return False
        is_there = self._name in map(self._name_of, self._listed())
        self._was_there = self._was_there or is_there
        return self._was_there and not is_there

    def close(self) -> None:
        """Nothing can be asked any more."""
        if self._x11 is not None:
            self._x11.call("XCloseDisplay")
            self._x11 = None

    def _listed(self) -> Iterator[int]:
        assert self._x11 is not None
        content = self._x11.property_of(self._x11.root, "_NET_CLIENT_LIST")
        return (window for (window,) in struct.iter_unpack("@L", content))

    def _name_of(self, window: int) -> bytes:
        assert self._x11 is not None
        return self._x11.property_of(window, "WM_CLASS").partition(b"\0")[0]
