"""One chord that reaches this program while another one has the keyboard, and others that reach
nobody meanwhile.

At the kiosk the end of the session is one chord away also where the visitor types into the browser,
and the browser gets no chord and no click that opens more of it. X11 lets a program ask for them;
Wayland does not, and on Windows and macOS nothing is done yet.

Source: https://www.x.org/releases/current/doc/man/man3/XGrabKey.3.xhtml and XGrabButton
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import product

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from companyportal.desktop.x11 import X11, connect

_KEY_PRESS, _BUTTON_PRESS_MASK, _ASYNC = 2, 4, 1
_ANY_KEY = _ANY_BUTTON = _NO_SYMBOL = 0
_ANY_MODIFIER = 1 << 15
_HELD = {"shift": 1, "ctrl": 4, "alt": 8}
_CHORD = sum(_HELD.values())
_LOCKS = tuple(map(sum, product((0, 2), (0, 16))))
"""Caps Lock and Num Lock count as pressed keys there."""
_EVENT_BYTES = 192
"""Of Xlib's XEvent, 24 longs."""
_PLACES = {24: "qwertyuiop", 38: "asdfghjkl", 52: "zxcvbnm"}
"""By the number of the key of the first one. Where a keyboard has no Latin letters, a browser takes
the keys by their places.
"""


class _KeyEvent(ctypes.Structure):
    _fields_ = [
        ("kind", ctypes.c_int),
        ("_between", ctypes.c_ulong * 7),
        ("_places", ctypes.c_int * 4),
        ("held", ctypes.c_uint),
        ("code", ctypes.c_uint),
    ]


class GlobalKey(QObject):
    """A chord that is heard, and chords and buttons that are swallowed.

    Signals:
        pressed(): the one that is heard, while it is held by this program.
    """

    pressed = Signal()

    def __init__(
        self,
        heard: str,
        swallowed: Iterable[str] = (),
        buttons: Iterable[tuple[int, str]] = (),
        parent: QObject | None = None,
    ) -> None:
        """Chords as ``ctrl+shift+Delete``: what is held, and the key by its name in X. A button is
        its number and what is held; nothing means anything.
        """
        super().__init__(parent)
        self._heard = heard
        self._swallowed = tuple(swallowed)
        self._buttons = tuple(buttons)
        self._heard_codes: set[int] = set()
        self._is_held = False
        self._x11: X11 | None = None
        self._notifier: QSocketNotifier | None = None

    def hold(self, is_wanted: bool) -> None:
        """Ask for all, or give all back; may be told as often as one likes. What somebody else has
        stays theirs.
        """
        if is_wanted == self._is_held or (is_wanted and not self._open()):
            return
        self._is_held = is_wanted
        assert self._x11 is not None
        if is_wanted:
            self._grab(self._x11)
        else:
            self._x11.call("XUngrabKey", _ANY_KEY, _ANY_MODIFIER, self._x11.root)
            self._x11.call("XUngrabButton", _ANY_BUTTON, _ANY_MODIFIER, self._x11.root)
        self._x11.call("XSync", 0)

    def close(self) -> None:
        """Give everything back."""
        if self._x11 is not None and self._notifier is not None:
            self.hold(False)
            self._notifier.setEnabled(False)
            self._x11.call("XCloseDisplay")
            self._x11 = self._notifier = None

    def _open(self) -> bool:
        """A connection, for as long as the program lives."""
        if self._x11 is None and (made := connect()) is not None:
            self._x11 = made
            kind = QSocketNotifier.Type.Read
            self._notifier = QSocketNotifier(made.call("XConnectionNumber"), kind, self)
            self._notifier.activated.connect(self._on_activated)
        return self._x11 is not None

    def _grab(self, x11: X11) -> None:
        keys = _keys(x11)  # asked each time: the layout may be another one by now
        self._heard_codes = _codes(x11, keys, self._heard)
        for chord in (self._heard, *self._swallowed):
            for code, locks in product(_codes(x11, keys, chord), _LOCKS):
                x11.call("XGrabKey", code, _mask(chord) | locks, x11.root, 0, _ASYNC, _ASYNC)
        for button, held in self._buttons:
            for mask in [_mask(held) | locks for locks in _LOCKS] if held else [_ANY_MODIFIER]:
                way = (0, _BUTTON_PRESS_MASK, _ASYNC, _ASYNC, 0, 0)
                x11.call("XGrabButton", button, mask, x11.root, *way)

    def _on_activated(self) -> None:
        x11, event = self._x11, ctypes.create_string_buffer(_EVENT_BYTES)
        while x11 is not None and x11.call("XPending"):
            x11.call("XNextEvent", event)
            key = _KeyEvent.from_buffer(event)
            is_meant = key.code in self._heard_codes and key.held & _CHORD == _mask(self._heard)
            if key.kind == _KEY_PRESS and is_meant and self._is_held:
                self.pressed.emit()


def _mask(chord: str) -> int:
    """Of what is held."""
    return sum(_HELD[each] for each in chord.split("+")[:-1])


def _codes(x11: X11, keys: dict[int, set[int]], chord: str) -> set[int]:
    """The keys that are meant: none where the keyboard has none. Never 0, which means all keys."""
    name = chord.rpartition("+")[2]
    return keys.get(x11.keysym(name), set()) or {*_places_of(name)}


def _places_of(letter: str) -> Iterator[int]:
    for first, row in _PLACES.items():
        if len(letter) == 1 and letter in row:
            yield first + row.index(letter)


def _keys(x11: X11) -> dict[int, set[int]]:
    """The numbers of the keys on which each symbol is, in whichever of the keyboard's layouts."""
    least, most, width = ctypes.c_int(), ctypes.c_int(), ctypes.c_int()
    x11.call("XDisplayKeycodes", ctypes.byref(least), ctypes.byref(most))
    count = most.value - least.value + 1
    table = x11.call("XGetKeyboardMapping", least.value, count, ctypes.byref(width))
    found: dict[int, set[int]] = {}
    if table:
        for place in range(count * width.value):
            found.setdefault(table[place], set()).add(least.value + place // width.value)
        x11.free(table)
    found.pop(_NO_SYMBOL, None)
    return found
