"""Rows and columns whose air follows the size of the text, also when it changes later."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from companyportal.views.theme import current

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom."""
_NONE: Margins = (0, 0, 0, 0)
_Box = TypeVar("_Box", bound=QBoxLayout)


def column(parent: QWidget | None = None, gap: int = 8, margins: Margins = _NONE) -> QVBoxLayout:
    """A column; ``gap`` and ``margins`` are pixels at 100 % text."""
    return spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), gap, margins)


def row(parent: QWidget | None = None, gap: int = 8, margins: Margins = _NONE) -> QHBoxLayout:
    """A row; ``gap`` and ``margins`` are pixels at 100 % text."""
    return spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), gap, margins)


def spaced(box: _Box, gap: int, margins: Margins = _NONE) -> _Box:
    """The same for a box that exists already; the last word counts."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    known = box.findChild(_Spacing, "", direct)
    (known or _Spacing(box)).set_air(gap, margins)
    return box


class _Spacing(QObject):
    """Lives as long as its box and measures it again when the theme changes."""

    def __init__(self, box: QBoxLayout) -> None:
        super().__init__(box)
        self._box = box
        self._gap = 0
        self._margins = _NONE
        current().changed.connect(self._apply)

    def set_air(self, gap: int, margins: Margins) -> None:
        """Pixels at 100 % text."""
        self._gap, self._margins = gap, margins
        self._apply()

    def _apply(self) -> None:
        px = current().px
        # Qt would lay everything out again also where the air is what it was.
        if self._box.spacing() != px(self._gap):
            self._box.setSpacing(px(self._gap))
        left, top, right, bottom = self._margins
        self._box.setContentsMargins(px(left), px(top), px(right), px(bottom))
