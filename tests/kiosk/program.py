"""The real station and its real visits, in the time of a story and with somebody who looks.

``python -m tests.kiosk.program FOLDER`` and the program's own arguments. Nothing but the clock, the
command for the visits and what the system says of the last input (by that clock) is another than
usual; and each of them might be dumped when it crashes, did it not see to that itself.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)

from companyportal import clock as clocks
from companyportal.desktop import last_input, own_command
from companyportal.views.buttons import Button
from tests import core_files
from tests.dumpable import is_dumpable
from tests.kiosk import talk
from tests.kiosk.steering import SteeredClock, Steering
from tests.stories.accessible_texts import all_texts


def main(folder: Path, words: list[str]) -> int:
    """See the module."""
    core_files.allow()
    clock = SteeredClock(folder)
    ask_system = last_input.idle_s

    def idle_s() -> float | None:
        found = ask_system()
        return None if found is None else clock.since(found)

    def command() -> tuple[str, ...]:
        return (sys.executable, "-m", "tests.kiosk.program", str(folder))

    vars(clocks)["SystemClock"] = lambda: clock
    vars(last_input)["idle_s"] = idle_s
    vars(own_command)["own_command"] = command
    talk.count()
    name = "visit" if "--kiosk-session" in words else "station"
    steering = Steering(name, folder, clock, look)
    from companyportal.__main__ import main as run  # all of the above must be there before

    code = run(words)
    del steering
    return code


def look(what: str) -> list[Any]:
    """What can be seen on each window; every text, seen or not; how much visits said; or whether
    this process may be dumped, and so read by others.
    """
    if what == "texts":
        return [text for _, text in all_texts()]
    if what == "talk":
        return [talk.counts()]
    if what == "dumpable":
        return [is_dumpable()]
    return [_window(each) for each in QApplication.topLevelWidgets() if each.isVisible()]


def _window(window: QWidget) -> dict[str, Any]:
    parts = [each for each in (window, *window.findChildren(QWidget)) if each.isVisible()]
    views = [each for each in parts if isinstance(each, QAbstractItemView)]
    return {
        "kind": type(window).__name__,
        "title": window.windowTitle(),
        "place": _rectangle(window, window.rect()),
        "is_active": window.isActiveWindow(),
        "number": int(window.winId()),
        "parts": [_part(each) for each in parts] + [row for each in views for row in _rows(each)],
    }


def _part(widget: QWidget) -> dict[str, Any]:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return {
        "kind": type(widget).__name__,
        "text": text,
        "name": widget.accessibleName(),
        "place": _rectangle(widget, widget.visibleRegion().boundingRect()),
        "whole": _rectangle(widget, widget.rect()),
        "is_enabled": widget.isEnabled() and not _is_asleep(widget),
        "has_focus": widget.hasFocus(),
        "is_button": isinstance(widget, QAbstractButton),
        "is_field": isinstance(widget, QLineEdit),
    }


def _is_asleep(widget: QWidget) -> bool:
    """A button that is held back says why."""
    return isinstance(widget, Button) and bool(widget.reason)


def _rows(view: QAbstractItemView) -> list[dict[str, Any]]:
    model, found = view.model(), []
    for row in range(model.rowCount() if model is not None else 0):
        index = model.index(row, 0)
        whole = view.visualRect(index)
        found.append(
            {
                "kind": "row",
                "text": str(index.data()),
                "name": "",
                "place": _rectangle(view.viewport(), whole & view.viewport().rect()),
                "whole": _rectangle(view.viewport(), whole),
                "is_enabled": True,
                "has_focus": view.hasFocus() and view.currentIndex() == index,
                "is_button": True,
            }
        )
    return found


def _rectangle(widget: QWidget, inside: QRect) -> list[int]:
    corner = widget.mapToGlobal(QPoint(inside.left(), inside.top()))
    return [corner.x(), corner.y(), inside.width(), inside.height()]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
