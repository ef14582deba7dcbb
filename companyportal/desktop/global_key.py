"""One chord that reaches this program while another one has the keyboard.

At the kiosk the end of the session is one chord away also where the visitor types into the browser.
X11 lets a program ask for it; Wayland does not, and on Windows and macOS nothing is done yet.

Source: https://www.x.org/releases/current/doc/man/man3/XGrabKey.3.xhtml
"""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_KEY_PRESS, _ASYNC = 2, 1
_CONTROL, _LOCK, _NUM_LOCK = 4, 2, 16
_WITH_LOCKS = tuple(_CONTROL | locks for locks in (0, _LOCK, _NUM_LOCK, _LOCK | _NUM_LOCK))
"""Caps Lock and Num Lock count as pressed keys there."""
_EVENT_BYTES = 192
"""Of Xlib's XEvent, 24 longs."""
_IGNORE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
"""Xlib ends the program where somebody else has the chord already."""


class GlobalKey(QObject):
    """Ctrl with a letter.

    Signals:
        pressed(): while it is held by this program.
    """

    pressed = Signal()

    def __init__(self, letter: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letter = letter
        self._is_held = False
        self._x11: Any = None
        self._display: int | None = None
        self._notifier: QSocketNotifier | None = None

    def hold(self, is_wanted: bool) -> None:
        """Ask for it, or give it back; may be told as often as one likes."""
        if is_wanted == self._is_held or (self._display is None and not self._open()):
            return
        self._is_held = is_wanted
        x11, display = self._x11, self._display
        root = x11.XDefaultRootWindow(display)
        code = x11.XKeysymToKeycode(display, ord(self._letter))
        for modifiers in _WITH_LOCKS:
            if is_wanted:
                x11.XGrabKey(display, code, modifiers, root, 0, _ASYNC, _ASYNC)
            else:
                x11.XUngrabKey(display, code, modifiers, root)
        x11.XSync(display, 0)

    def close(self) -> None:
        """Give everything back; it cannot be held any more."""
        if self._display is not None and self._notifier is not None:
            self.hold(False)
            self._notifier.setEnabled(False)
            self._x11.XCloseDisplay(self._display)
            self._display = self._notifier = None

    def _open(self) -> bool:
        """A connection of our own, for as long as the program lives."""
        if sys.platform != "linux" or "DISPLAY" not in os.environ:
            return False
        try:
            x11: Any = ctypes.CDLL("libX11.so.6")
        except OSError:
            return False
        _declare(x11)
        display = x11.XOpenDisplay(os.fsencode(os.environ["DISPLAY"]))
        if not display:
            return False
        x11.XSetErrorHandler(_IGNORE)
        self._x11, self._display = x11, display
        kind = QSocketNotifier.Type.Read
        self._notifier = QSocketNotifier(x11.XConnectionNumber(display), kind, self)
        self._notifier.activated.connect(self._on_activated)
        return True

    def _on_activated(self) -> None:
        event = ctypes.create_string_buffer(_EVENT_BYTES)
        while self._x11.XPending(self._display):
            self._x11.XNextEvent(self._display, event)
            if ctypes.c_int.from_buffer(event).value == _KEY_PRESS and self._is_held:
                self.pressed.emit()


def _declare(x11: Any) -> None:
    """Pointers are wider than the C numbers that ctypes takes them for."""
    number, pointer, long = ctypes.c_int, ctypes.c_void_p, ctypes.c_ulong
    x11.XOpenDisplay.restype = pointer
    x11.XDefaultRootWindow.restype = long
    x11.XKeysymToKeycode.restype = ctypes.c_ubyte
    for name, kinds in {
        "XOpenDisplay": [ctypes.c_char_p],
        "XDefaultRootWindow": [pointer],
        "XKeysymToKeycode": [pointer, long],
        "XGrabKey": [pointer, number, ctypes.c_uint, long, number, number, number],
        "XUngrabKey": [pointer, number, ctypes.c_uint, long],
        "XSync": [pointer, number],
        "XPending": [pointer],
        "XNextEvent": [pointer, pointer],
        "XConnectionNumber": [pointer],
        "XCloseDisplay": [pointer],
    }.items():
        getattr(x11, name).argtypes = kinds
