"""Something is under way and nobody knows how long it takes: no false percentages."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_LAP_MS = 1_600
_SHARE = 0.28


class Track(QWidget):
    """A bar that wanders while it can be seen; it stands still where motion is unwanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = 0.5
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setDuration(_LAP_MS)
        self._motion.setLoopCount(-1)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._motion.valueChanged.connect(self._on_moved)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(current().px(200), current().px(4))

    def showEvent(self, event: QShowEvent) -> None:
        """Move from now on."""
        super().showEvent(event)
        if current().reduces_motion:
            self._place = 0.5
        else:
            self._motion.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing."""
        super().hideEvent(event)
        self._motion.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The track and its runner."""
        theme = current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        shape.rounded(painter, rect, radius, theme.color("sunken"))
        length = rect.width() * _SHARE
        x = (rect.width() + length) * self._place - length
        painter.setClipRect(rect)
        runner = QRectF(x, 0, length, rect.height())
        shape.rounded(painter, runner, radius, theme.color("accent_text"))

    def _on_moved(self, place: float) -> None:
        self._place = place
        self.update()
