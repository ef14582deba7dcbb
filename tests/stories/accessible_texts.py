"""Every text that a window holds, seen or not: a screen reader, or a log of windows, finds it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtWidgets import QApplication, QWidget

_PROPERTIES = (
    "text",
    "plainText",
    "title",
    "toolTip",
    "statusTip",
    "whatsThis",
    "accessibleName",
    "accessibleDescription",
    "windowTitle",
    "windowFilePath",
    "windowIconText",
    "placeholderText",
    "objectName",
)
_TOLD = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
    QAccessible.Text.Accelerator,
)
_MOST = 2_000
"""Children of one accessible object that are asked."""


def parts_of(window: QWidget) -> Iterator[QObject]:
    """The window itself, its widgets and its actions."""
    yield window
    yield from window.findChildren(QWidget)
    yield from window.findChildren(QAction)


def texts_of(each: QObject) -> Iterator[tuple[str, str]]:
    """The texts of a widget or an action by the names of their properties."""
    for name in _PROPERTIES:
        if isinstance(text := each.property(name), str) and text:
            yield name, text


def told_by(interface: QAccessibleInterface | None) -> Iterator[tuple[str, str]]:
    """What an accessible object and all below it tell a screen reader."""
    if interface is None or not interface.isValid():
        return
    for kind in _TOLD:
        if text := interface.text(kind):
            yield kind.name, text
    if (inside := interface.textInterface()) is not None:
        yield "text", inside.text(0, inside.characterCount())
    for number in range(min(interface.childCount(), _MOST)):
        yield from told_by(interface.child(number))


def all_texts() -> Iterator[tuple[str, str]]:
    """Where, and the text, of every window of this process."""
    for window in QApplication.topLevelWidgets():
        for each in parts_of(window):
            for name, text in texts_of(each):
                yield f"{type(each).__name__}.{name}", text
        for name, text in told_by(QAccessible.queryAccessibleInterface(window)):
            yield f"{type(window).__name__}, accessible {name}", text
