"""What can be read, and what can be pressed, in the windows of a visit."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

PERSONAL = ("Marie", "Galaxy", "iPhone", "PC-0042", "Dubois", "7F3K")
"""Of the first person of the demo organisation."""


def readable(window: QWidget) -> str:
    """Everything that a person or a screen reader could still find, hidden or not."""
    return "\n".join(_texts(window))


def visible(window: QWidget) -> str:
    """Only what is on the screen."""
    return "\n".join(_texts(window, only_visible=True))


def told(words: str) -> list[str]:
    """Which personal words are among them."""
    return [each for each in PERSONAL if each in words]


def _texts(window: QWidget, *, only_visible: bool = False) -> Iterator[str]:
    for widget in (window, *window.findChildren(QWidget)):
        if only_visible and not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            for row in range(model.rowCount()):
                yield str(model.index(row, 0).data())
                yield str(model.index(row, 0).data(_ACCESSIBLE))


_ACCESSIBLE = 11
"""Qt::AccessibleTextRole."""


def on_top_at_centre_of(widget: QWidget) -> QWidget | None:
    """What a finger would hit there."""
    window = widget.window()
    return window.childAt(widget.mapTo(window, widget.rect().center() + QPoint(0, 0)))


async def deleted() -> None:
    """Let widgets that were given up go, as the loop does."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        await asyncio.sleep(0)
