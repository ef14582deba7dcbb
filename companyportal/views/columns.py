"""Things side by side that stand one above the other where there is too little room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from companyportal.views.spacing import spaced
from companyportal.views.theme import current


class Columns(QWidget):
    """Turns by its own width, so that 200 % text in a wide window counts as narrow."""

    def __init__(self, *, at: int, gap: int = 14, parent: QWidget | None = None) -> None:
        """``at``: one above the other below that width, in pixels at 100 % text."""
        super().__init__(parent)
        self._at = at
        self._box = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(
        self,
        widget: QWidget,
        stretch: int = 0,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag(0),  # noqa: B008 - an immutable flag
    ) -> None:
        """One more, at the end."""
        self._box.addWidget(widget, stretch, alignment)

    def hasHeightForWidth(self) -> bool:
        """True: it turns."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At that width, turned as it will be."""
        self._turn(width)
        if self._box.hasHeightForWidth():
            return self._box.totalHeightForWidth(width)
        return self._box.totalSizeHint().height()

    def sizeHint(self) -> QSize:
        """As high as its own width makes it."""
        width = self.width() or current().px(560)
        return QSize(current().px(560), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As wide as its widest part."""
        items = (self._box.itemAt(number) for number in range(self._box.count()))
        return QSize(max(item.minimumSize().width() for item in items if item is not None), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        self._turn(self.width())
        super().resizeEvent(event)

    def _turn(self, width: int) -> None:
        narrow = current().em(width) < self._at
        directions = QBoxLayout.Direction
        direction = directions.TopToBottom if narrow else directions.LeftToRight
        if self._box.direction() != direction:
            self._box.setDirection(direction)
