"""The keys of the window: one table, from which they are bound and the page of keys is made."""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from companyportal.views.router import Place


class Command(Enum):
    """What a key does."""

    SEARCH = auto()
    REFRESH = auto()
    BACK = auto()
    AREAS = auto()
    AREAS_BACK = auto()
    DEVICES = auto()
    SUPPORT = auto()
    SETTINGS = auto()
    NOTIFICATIONS = auto()
    PROFILE = auto()
    RENAME = auto()
    STATUS = auto()
    REMOVE = auto()
    KEYS = auto()
    QUIT = auto()


class Binding(NamedTuple):
    """One row of the table."""

    command: Command
    keys: tuple[str, ...]
    """Each of them does it, in Qt's portable words."""
    places: frozenset[Place] = frozenset()
    """Where it means something; empty: everywhere."""


_DEVICE = frozenset({Place.DEVICE})
_ON_THE_WAY = frozenset(Place) - {Place.WELCOME}
_MAC = sys.platform == "darwin"


def _alt(letter: str) -> tuple[str, ...]:
    """On a Mac that key writes letters of its own."""
    return () if _MAC else (f"Alt+{letter}",)


BINDINGS = (
    Binding(Command.DEVICES, ("Ctrl+1", *_alt("D"))),
    Binding(Command.SUPPORT, ("Ctrl+2", *_alt("H"))),
    Binding(Command.SETTINGS, ("Ctrl+,", *_alt("T"))),
    Binding(Command.NOTIFICATIONS, _alt("N") or ("Ctrl+Shift+N",), _ON_THE_WAY),
    Binding(Command.PROFILE, _alt("P") or ("Ctrl+Shift+P",), _ON_THE_WAY),
    Binding(Command.SEARCH, ("Ctrl+F",), _ON_THE_WAY),
    Binding(Command.REFRESH, ("F5", "Ctrl+R")),
    Binding(Command.RENAME, ("F2",), _DEVICE),
    Binding(Command.STATUS, ("F9", "Ctrl+M"), _DEVICE),
    Binding(Command.REMOVE, ("Ctrl+D", "Del"), _DEVICE),
    Binding(Command.BACK, ("Alt+Left", "Back"), _ON_THE_WAY),
    Binding(Command.AREAS, ("F6",)),
    Binding(Command.AREAS_BACK, ("Shift+F6",)),
    Binding(Command.KEYS, ("F1", "Ctrl+?")),
    Binding(Command.QUIT, ("Ctrl+Q",)),
)
"""F2, F9, Ctrl+M, Ctrl+D and Del as in Microsoft's own Company Portal.

Source: https://learn.microsoft.com/intune/intune-service/user-help/
use-keyboard-shortcuts-company-portal-windows
"""
_EVEN_BEHIND_A_QUESTION = frozenset({Command.QUIT})


class Shortcuts(QObject):
    """Binds the table to a window. While a question waits for its answer nothing is heard but Quit.

    Signals:
        asked(command: Command): every command that means something on the page that is open.
        rename_asked(), status_asked(), remove_asked(): the three for the device that is open.
    """

    asked = Signal(object)
    rename_asked = Signal()
    status_asked = Signal()
    remove_asked = Signal()

    def __init__(
        self, window: QWidget, *, place: Callable[[], Place], has_question: Callable[[], bool]
    ) -> None:
        super().__init__(window)
        self._place = place
        self._has_question = has_question
        for binding in BINDINGS:
            shortcut = QShortcut(window)
            shortcut.setKeys([QKeySequence(keys) for keys in binding.keys])
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda b=binding: self._on_activated(b))

    def _on_activated(self, binding: Binding) -> None:
        command, places = binding.command, binding.places
        if self._has_question() and command not in _EVEN_BEHIND_A_QUESTION:
            return
        if places and self._place() not in places:
            return
        self.asked.emit(command)
        for own, signal in (
            (Command.RENAME, self.rename_asked),
            (Command.STATUS, self.status_asked),
            (Command.REMOVE, self.remove_asked),
        ):
            if command is own:
                signal.emit()
