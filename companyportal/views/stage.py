"""The part of a window that a question lies over."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from companyportal.views.layer import Layer


class Stage(Layer):
    """The content of a window whose head and foot stay in reach while a question is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_rounded(False)
        self.is_covered = False
        """Nobody sees it for a moment, but nobody has left it: questions stay open."""


def stage_of(window: QWidget) -> QWidget:
    """What a question in ``window`` covers: its stage, else all of it."""
    stage: Stage | None = window.findChild(Stage)
    return stage if stage is not None else window


def is_covered(widget: QWidget) -> bool:
    """True where ``widget`` is out of sight although the visitor has not left its page."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, Stage):
        above = above.parentWidget()
    return isinstance(above, Stage) and above.is_covered
