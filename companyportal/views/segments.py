"""A choice among two or three, all in sight."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QStyle, QWidget

from companyportal.views import shape
from companyportal.views.theme import current


class _Segment(QRadioButton):
    # A radio button, so that screen readers call it one.
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Its words and some air."""
        px = current().px
        words = QFontMetricsF(current().font("medium")).horizontalAdvance(self.text())
        side = current().control_px
        return QSize(max(math.ceil(words) + px(28), side(1)), side(32))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen one lies higher."""
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if self.isChecked():
            fill, edge = self._ground()
            shape.rounded(painter, rect, theme.px(6), theme.color(fill), theme.color(edge))
        elif self.underMouse():
            shape.rounded(painter, rect, theme.px(6), theme.veil())
        painter.setFont(theme.font("strong" if self.isChecked() else "medium"))
        chosen = "on_accent" if theme.has_high_contrast else "text"
        painter.setPen(theme.color(chosen if self.isChecked() else "text2"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())

    def _ground(self) -> tuple[str, str]:
        if current().has_high_contrast:
            return "accent", "accent_edge"
        return "line_strong" if current().is_dark else "surface", "line_strong"


_EDGE = 2
"""Pixels between the track and what lies on it."""


class Segments(QWidget):
    """Radio buttons beside each other; arrow keys move among them.

    Signals:
        chosen(index: int): by the person, not by ``set_current``.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.idClicked.connect(self.chosen)

    def set_labels(self, labels: Sequence[str]) -> None:
        """The words of the choices, in order."""
        while len(self._group.buttons()) < len(labels):
            segment = _Segment(self)
            self._group.addButton(segment, len(self._group.buttons()))
            segment.show()
        for index, label in enumerate(labels):
            button = self._group.button(index)
            button.setText(label)
            button.setAccessibleName(label)
        self.updateGeometry()
        self._place()

    def set_current(self, index: int) -> None:
        """Mark one."""
        self._group.button(index).setChecked(True)

    def focus_chosen(self) -> None:
        """The keyboard goes to the marked one."""
        if (button := self._group.checkedButton()) is not None:
            button.setFocus()

    def sizeHint(self) -> QSize:
        """All of them beside each other."""
        sizes = [segment.sizeHint() for segment in self._group.buttons()] or [QSize()]
        high = max(size.height() for size in sizes)
        return QSize(sum(size.width() for size in sizes) + 2 * _EDGE, high + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """The widest of them alone."""
        widest = max((each.sizeHint().width() for each in self._group.buttons()), default=0)
        return QSize(widest + 2 * _EDGE, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """True: it turns."""
        return True

    def heightForWidth(self, width: int) -> int:
        """One above the other where they have no room beside each other."""
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        return (hint.height() - 2 * _EDGE) * len(self._group.buttons()) + 2 * _EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other or not."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track."""
        theme = current()
        rect = QRectF(self.rect())
        shape.rounded(QPainter(self), rect, theme.px(8), theme.color("sunken"), theme.color("line"))

    def _place(self) -> None:
        inside = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        is_row = self.width() >= self.sizeHint().width()
        x, y = inside.left(), inside.top()
        for segment in self._group.buttons():
            hint = segment.sizeHint()
            width = hint.width() if is_row else inside.width()
            spot = QRect(x, y, width, hint.height())
            segment.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), spot))
            x, y = (x + width, y) if is_row else (x, y + hint.height())
