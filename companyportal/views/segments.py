"""A choice among two or three, all in sight."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

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


class Segments(QWidget):
    """Radio buttons beside each other; arrow keys move among them.

    Signals:
        chosen(index: int): by the person, not by ``set_current``.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self.chosen)

    def set_labels(self, labels: Sequence[str]) -> None:
        """The words of the choices, in order."""
        while len(self._group.buttons()) < len(labels):
            segment = _Segment(self)
            self._group.addButton(segment, len(self._group.buttons()))
            self._row.addWidget(segment)
        for index, label in enumerate(labels):
            button = self._group.button(index)
            button.setText(label)
            button.setAccessibleName(label)
            button.updateGeometry()

    def set_current(self, index: int) -> None:
        """Mark one."""
        self._group.button(index).setChecked(True)

    def focus_chosen(self) -> None:
        """The keyboard goes to the marked one."""
        if (button := self._group.checkedButton()) is not None:
            button.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track."""
        theme = current()
        rect = QRectF(self.rect())
        shape.rounded(QPainter(self), rect, theme.px(8), theme.color("sunken"), theme.color("line"))
