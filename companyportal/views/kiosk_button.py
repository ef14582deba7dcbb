"""The large buttons of the kiosk: high enough for any finger, with words that carry over a desk."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from companyportal.views import shape
from companyportal.views.buttons import Button
from companyportal.views.theme import current

_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_chord(event: QKeyEvent) -> bool:
    """Keys held together: somebody looks for a way out, or means another program."""
    return bool(event.modifiers() & _CHORD)


class KioskButton(Button):
    """As any other button, in a size of its own; it may show that what it stands for is on."""

    def __init__(
        self,
        kind: str = "secondary",
        *,
        icon: str = "",
        height: int = 52,
        role: str = "strong",
        padding: int = 22,
        least_width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``height``, ``padding`` and ``least_width`` are pixels at 100 % text, ``role`` is that of
        the words.
        """
        self._height = height
        self._role = role
        self._own_padding = padding
        self._least_width = least_width
        super().__init__("", kind, icon=icon, large=True, parent=parent)

    def set_height(self, height: int) -> None:
        """Another one, in pixels at 100 % text."""
        self._height = height
        self.updateGeometry()

    def set_on(self, is_on: bool) -> None:
        """What it stands for holds now: an edge says it to the eye, the state to a reader."""
        self.setCheckable(True)
        self.setChecked(is_on)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space press it, alone."""
        if is_chord(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as it was made, and never lower than its words."""
        theme, words = current(), super().sizeHint()
        height = max(theme.control_px(self._height), words.height())
        return QSize(max(theme.px(self._least_width), words.width()), height)

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> str:
        if not self.isChecked():
            return super()._paint_ground(painter, rect)
        theme = current()
        ground, edge = theme.color("accent_tint"), theme.color("accent_text")
        shape.rounded(painter, rect, theme.px(10), ground, edge, 2 * theme.px(1))
        return "text"

    def _padding(self) -> int:
        return current().px(self._own_padding)

    def _glyph(self) -> int:
        return current().px(24 if self._role == "heading" else 20)

    def _dress(self) -> None:
        self.setFont(current().font(self._role))
        self.updateGeometry()
        self.update()
