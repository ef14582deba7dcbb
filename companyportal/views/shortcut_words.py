"""What each key of the window does, in words and in groups."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from companyportal.views.shortcuts import BINDINGS, Command

_GROUPS = (
    (
        *(Command.DEVICES, Command.SUPPORT, Command.SETTINGS),
        *(Command.NOTIFICATIONS, Command.PROFILE, Command.AREAS, Command.AREAS_BACK),
    ),
    (Command.SEARCH, Command.REFRESH, Command.BACK, Command.KEYS, Command.QUIT),
    (Command.RENAME, Command.STATUS, Command.REMOVE),
)


class ShortcutGroup(NamedTuple):
    """A heading and its rows: words, and each of the keys that does it."""

    title: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def shortcut_groups() -> tuple[ShortcutGroup, ...]:
    """All of them, in the language of the moment."""
    keys = {binding.command: binding.keys for binding in BINDINGS}
    words = _words()
    titles = (
        QCoreApplication.translate("ShortcutWords", "Going somewhere"),
        QCoreApplication.translate("ShortcutWords", "On every page"),
        QCoreApplication.translate("ShortcutWords", "On the page of a device"),
    )
    return tuple(
        ShortcutGroup(title, tuple((words[command], keys[command]) for command in group))
        for title, group in zip(titles, _GROUPS, strict=True)
    )


def key_name(keys: str) -> str:
    """As it is printed on the keyboards of that language."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    names = {
        "Shift": QCoreApplication.translate("ShortcutWords", "Shift"),
        "Del": QCoreApplication.translate("ShortcutWords", "Del"),
        "Left": QCoreApplication.translate("ShortcutWords", "Left arrow"),
        "Back": QCoreApplication.translate("ShortcutWords", "Back key"),
    }
    return "+".join(names.get(part, part) for part in native.split("+"))


def _words() -> dict[Command, str]:
    return {
        Command.DEVICES: QCoreApplication.translate("ShortcutWords", "Devices"),
        Command.SUPPORT: QCoreApplication.translate("ShortcutWords", "Support"),
        Command.SETTINGS: QCoreApplication.translate("ShortcutWords", "Settings"),
        Command.NOTIFICATIONS: QCoreApplication.translate("ShortcutWords", "Notifications"),
        Command.PROFILE: QCoreApplication.translate("ShortcutWords", "Your account"),
        Command.AREAS: QCoreApplication.translate("ShortcutWords", "Next part of the window"),
        Command.AREAS_BACK: QCoreApplication.translate(
            "ShortcutWords", "Previous part of the window"
        ),
        Command.SEARCH: QCoreApplication.translate("ShortcutWords", "Search devices"),
        Command.REFRESH: QCoreApplication.translate("ShortcutWords", "Read the page again"),
        Command.BACK: QCoreApplication.translate("ShortcutWords", "Go back"),
        Command.KEYS: QCoreApplication.translate("ShortcutWords", "Keyboard shortcuts"),
        Command.QUIT: QCoreApplication.translate("ShortcutWords", "Quit the program"),
        Command.RENAME: QCoreApplication.translate("ShortcutWords", "Rename"),
        Command.STATUS: QCoreApplication.translate("ShortcutWords", "Check status"),
        Command.REMOVE: QCoreApplication.translate("ShortcutWords", "Remove"),
    }
