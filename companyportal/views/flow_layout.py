"""Things in a row that go on in the next line where the row is full."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from companyportal.views.buttons import Button
from companyportal.views.theme import current

_NARROW = 420
"""In pixels at 100 % text."""


class FlowLayout(QLayout):
    """For buttons and badges; follows the direction of the language.

    On a narrow page buttons that need more than one line stand one below the other, as wide as the
    page: easier to hit than a ragged edge.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 10,
        align: Literal["start", "centre", "end"] = "start",
        stacks: bool = True,
    ) -> None:
        """``gap`` is pixels at 100 % text, between things and between lines; ``stacks`` False: no
        buttons as wide as the page, they would take too much of its height.
        """
        super().__init__(parent)
        self._gap = gap
        self._may_stack = stacks
        self._share = {"start": 0.0, "centre": 0.5, "end": 1.0}[align]
        """Of the room that a line leaves, this part comes before it."""
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            parent.setSizePolicy(policy)

    def addItem(self, item: QLayoutItem) -> None:
        """See QLayout."""
        self._items.append(item)

    def count(self) -> int:
        """See QLayout."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """See QLayout."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """See QLayout."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """See QLayout."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        gap = current().gap_px(self._gap)
        width = sum(size.width() for size in shown) + gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """The widest of them alone."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(_least(item))
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        gap = current().gap_px(self._gap)
        y = rect.top()
        for line in self._lines(rect.width(), gap):
            height = max(self._size(item, rect.width()).height() for item in line)
            if move:
                self._place_line(line, rect, y, height, gap)
            y += height + gap
        return max(0, y - gap - rect.top())

    def _stacks(self, width: int) -> bool:
        is_narrow = current().em(width) < _NARROW
        return self._may_stack and is_narrow and self.sizeHint().width() > width

    def _lines(self, width: int, gap: int) -> list[list[QLayoutItem]]:
        if self._stacks(width):
            return [[item] for item in self._items if not item.isEmpty()]
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = item.sizeHint().width()
            if lines and used + gap + wanted <= width:
                lines[-1].append(item)
                used += gap + wanted
            else:
                lines.append([item])
                used = wanted
        return lines

    def _place_line(
        self, line: list[QLayoutItem], rect: QRect, y: int, height: int, gap: int
    ) -> None:
        sizes = [self._size(item, rect.width()) for item in line]
        total = sum(size.width() for size in sizes) + gap * (len(line) - 1)
        x = rect.left() + int(max(0, rect.width() - total) * self._share)
        parent = self.parentWidget()
        mirrored = parent is not None and parent.isRightToLeft()
        for item, size in zip(line, sizes, strict=True):
            spot = QRect(QPoint(x, y + (height - size.height()) // 2), size)
            if mirrored:
                spot.moveRight(rect.left() + rect.right() - spot.left())
            button = item.widget()
            if isinstance(button, Button):
                # The item itself would never grow a button beyond its size hint.
                button.setGeometry(spot)
            else:
                item.setGeometry(spot)
            x += size.width() + gap

    def _size(self, item: QLayoutItem, width: int) -> QSize:
        """How large it becomes where there is so much room."""
        size, button = item.sizeHint(), item.widget()
        if not isinstance(button, Button):
            return size.boundedTo(QSize(width, size.height()))
        is_wide = self._stacks(width) and button.kind != "link"
        taken = width if is_wide else min(size.width(), width)
        return QSize(taken, max(size.height(), button.heightForWidth(taken)))


def _least(item: QLayoutItem) -> QSize:
    """A button breaks its words where it has to."""
    size, button = item.minimumSize(), item.widget()
    return QSize(button.least_width(), size.height()) if isinstance(button, Button) else size
