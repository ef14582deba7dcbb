"""What is made when it is first needed, or in a moment when there is nothing else to do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


def is_made(owner: object, name: str) -> bool:
    """Whether that ``cached_property`` of ``owner`` has been asked for already."""
    return name in vars(owner)


class Spare(QObject):
    """Takes one step of ``work`` whenever no event waits; each should last a few milliseconds."""

    def __init__(self, work: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def start(self) -> None:
        """Begin, or go on; when everything is done no timer is left running."""
        self._timer.start(0)

    def _step(self) -> None:
        if next(self._work, self) is self:
            self._timer.stop()
