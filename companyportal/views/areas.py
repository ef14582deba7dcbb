"""F6: from the header to the navigation, to the page, and round again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_on(areas: Sequence[QWidget], *, backwards: bool = False) -> None:
    """Give the keyboard to the first control of the next area that has one."""
    focus = QApplication.focusWidget()
    now = next((i for i, area in enumerate(areas) if focus and area.isAncestorOf(focus)), -1)
    step = -1 if backwards else 1
    for distance in range(1, len(areas) + 1):
        stop = _first_stop(areas[(now + step * distance) % len(areas)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _first_stop(area: QWidget) -> QWidget | None:
    """The first that Tab would come to."""
    candidate = area.nextInFocusChain()
    while candidate is not None and candidate is not area:
        takes_tab = candidate.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if (
            takes_tab
            and area.isAncestorOf(candidate)
            and candidate.isEnabled()
            and candidate.isVisible()
        ):
            return candidate
        candidate = candidate.nextInFocusChain()
    return None
