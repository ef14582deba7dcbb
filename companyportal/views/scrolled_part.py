"""A part of a window that gives room where there is little."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views.scroll import ScrollPage
from companyportal.views.theme import current

_LEAST = 120
"""Pixels at 100 % text."""


class ScrolledPart(ScrollPage):
    """As high as what it holds, and scrolled where the window is lower than that."""

    def __init__(self, *, max_width: int, margin: int, parent: QWidget | None = None) -> None:
        """Both in pixels at 100 % text."""
        super().__init__(max_width=max_width, margin=margin, parent=parent)
        self._widest = max_width
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds has another height now; takes nothing from anybody."""
        if watched is self._host and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All of it, as if there were no scroll bar: what the margin has lent it would else hold
        for the words, and the bar would stay for its own sake.
        """
        margins = self._row.contentsMargins()
        needed = self._host.heightForWidth(width - (margins.left() - margins.right()))
        return max(needed, self._host.minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """At its widest."""
        width = current().px(self._widest)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The rest is scrolled to."""
        return QSize(1, current().px(_LEAST))
