"""A field for one line of text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from companyportal.views import shape, style
from companyportal.views.theme import current

_ICON = 18
_INSET = 12


class LineEdit(QLineEdit):
    """With an icon at its start and, for a search, a cross at its end and a quiet look."""

    def __init__(
        self, *, icon: str = "", search: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._is_search = search
        self.setClearButtonEnabled(search)
        self.setMaxLength(200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._dress()
        current().changed.connect(self._dress)

    def changeEvent(self, event: QEvent) -> None:
        """Another direction of reading."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Stock, and our icon: a stock one would keep its size when the text grows."""
        super().paintEvent(event)
        if self._icon_name:
            px = current().px
            middle = px(_INSET) + px(_ICON) / 2
            x = self.width() - middle if self.isRightToLeft() else middle
            centre = QPointF(x, self.height() / 2)
            shape.glyph(QPainter(self), centre, self._icon_name, "text3", px(_ICON))

    def _make_room(self) -> None:
        room = current().px(_ICON + 6) if self._icon_name else 0
        if self.isRightToLeft():
            self.setTextMargins(0, 0, room, 0)
        else:
            self.setTextMargins(room, 0, 0, 0)

    def _dress(self) -> None:
        theme = current()
        self.setFont(theme.font("body"))
        self.setMinimumHeight(theme.control_px(36 if self._is_search else 40))
        self._make_room()
        style.dress(self, is_quiet=self._is_search)
