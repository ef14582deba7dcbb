"""Every button: stock behaviour, keys and roles, with our own shapes."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_DIRECTED = ("back", "sign-in", "sign-out", "external-link")
"""Icons that point along the line of writing."""


_UNBROKEN = 250
"""Pixels, whatever the size of the text: so much there is on the narrowest window."""


class Button(QPushButton):
    """primary, secondary, danger, ghost or link; Enter presses it as well as Space.

    With a reason it looks disabled, keeps the focus and says why instead of doing anything.

    Signals:
        reason_asked(): pressed although it cannot be; show the reason.
    """

    reason_asked = Signal()

    def __init__(
        self,
        text: str = "",
        kind: str = "secondary",
        *,
        icon: str = "",
        trailing: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind = kind
        self._icon_name = icon
        self._trailing = trailing
        self._large = large
        self._reason = ""
        self._is_busy = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        current().changed.connect(self._dress)

    @property
    def kind(self) -> str:
        """primary, secondary, danger, ghost or link."""
        return self._kind

    @property
    def reason(self) -> str:
        """Why it cannot be pressed, or empty."""
        return self._reason

    def set_reason(self, reason: str) -> None:
        """Make it unavailable with that reason, or available again with none."""
        self._reason = reason
        self.setAccessibleDescription(reason)
        self._hold()

    def set_busy(self, is_busy: bool) -> None:
        """Words stay, the icon becomes a clock, presses do nothing."""
        self._is_busy = is_busy
        self._hold()

    def set_kind(self, kind: str) -> None:
        """The same button may be the page's first choice or not."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Another icon, or none."""
        self._icon_name = icon
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Every press comes by here, also that of a screen reader: say why nothing happens."""
        if self._reason:
            self.blockSignals(False)
            self.reason_asked.emit()
            self._hold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as people expect of a button with the focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif not event.isAutoRepeat():
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Words may change the size."""
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
        return super().event(event)

    def hitButton(self, position: QPoint) -> bool:
        """Busy and unavailable buttons still take the press, to answer it."""
        return self.rect().contains(position)

    def wrap(self) -> None:
        """In a column: as wide as its words where there is room, else more lines."""
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Words in one line, icons and padding."""
        width = math.ceil(self._words_width(self.text())) + self._around()
        return QSize(max(width, current().control_px(1)), self._high(1))

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        if not self.sizePolicy().hasHeightForWidth():
            return self.sizeHint()
        return QSize(self.least_width(), self._high(1))

    def least_width(self) -> int:
        """Pixels below which it cannot be: where it may have more lines, its longest word decides,
        yet short words are not broken for the sake of what stands beside them.
        """
        words = [self._words_width(word) for word in self.text().split()]
        widest = math.ceil(max(words, default=0.0)) + self._around()
        return min(self.sizeHint().width(), max(widest, _UNBROKEN))

    def heightForWidth(self, width: int) -> int:
        """More lines where the words have no room in one."""
        return self._high(len(self._lines(width)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, arrow."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        words = self._paint_ground(painter, rect)
        picture = "text2" if self._kind == "secondary" and words == "text" else words
        lines = self._lines(self.width())
        wide = max(self._words_width(line) for line in lines)
        x = max(self._padding(), (rect.width() - wide - self._pictures()) / 2)
        if self._icon_name:
            size = self._glyph()
            name = "clock" if self._is_busy else self._icon_name
            spot = QRectF(x, 0, size, rect.height())
            centre = self._mirrored(spot).center()
            turned = name in _DIRECTED and self.isRightToLeft()
            shape.glyph(painter, centre, name, picture, size, is_mirrored=turned)
            x += size + current().px(8)
        self._paint_words(painter, QRectF(x, 0, wide + 2, rect.height()), lines, words)
        if self._trailing:
            size = current().px(16)
            spot = QRectF(rect.width() - self._padding() - size, 0, size, rect.height())
            shape.glyph(painter, self._mirrored(spot).center(), self._trailing, picture, size)

    def _paint_words(self, painter: QPainter, spot: QRectF, lines: list[str], token: str) -> None:
        font = self.font()
        font.setUnderline(self._kind == "link" and self.underMouse() and not self._reason)
        painter.setFont(font)
        painter.setPen(current().color(token))
        start = Qt.AlignmentFlag.AlignLeft
        middle = start if self._icon_name or self._kind == "link" else Qt.AlignmentFlag.AlignHCenter
        flags = Qt.AlignmentFlag.AlignVCenter | (start if len(lines) == 1 else middle)
        painter.drawText(self._mirrored(spot), flags, "\n".join(lines))

    def _paint_ground(self, painter: QPainter, rect: QRectF) -> str:
        """Paints the ground; the token of the words on it."""
        theme = current()
        radius = theme.px(10 if self._large else 8)
        off = bool(self._reason) or not self.isEnabled()
        down, over = self.isDown(), self.underMouse()
        if self._kind == "link":
            return "disabled" if off else "accent_text"
        if self._kind == "ghost":
            if (down or over) and not off:
                shape.rounded(painter, rect, radius, theme.veil(pressed=down))
            return "disabled" if off else "text2"
        if off:
            shape.rounded(painter, rect, radius, theme.color("sunken"), theme.color("line"))
            return "disabled"
        if self._kind in ("primary", "danger"):
            self._paint_filled(painter, rect, radius)
            return "on_accent" if self._kind == "primary" else "on_danger"
        token = "pressed" if down else "hover" if over else "surface"
        shape.rounded(painter, rect, radius, theme.color(token), theme.color("line_strong"))
        return "text"

    def _paint_filled(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        theme = current()
        down, over = self.isDown(), self.underMouse()
        if self._kind == "danger":
            token = "danger_pressed" if down else "danger_hover" if over else "danger"
            shape.rounded(painter, rect, radius, theme.color(token))
            return
        token = "accent_pressed" if down else "accent_hover" if over else "accent"
        edge = theme.color("accent_edge")
        is_light = edge != theme.color("accent")
        shape.rounded(painter, rect, radius, theme.color(token), edge if is_light else None)

    def _mirrored(self, spot: QRectF) -> QRectF:
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            spot.moveRight(self.width() - spot.left())
        return spot

    def _lines(self, width: int) -> list[str]:
        """The words as they are broken where the button is so wide."""
        room, lines = width - self._around() + 1, [""]
        for word in self.text().split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if not lines[-1] or self._words_width(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _high(self, lines: int) -> int:
        least = 24 if self._kind == "link" else 44 if self._large else 36
        words = round(QFontMetricsF(self.font()).height() * lines)
        words += 0 if self._kind == "link" else current().px(14)
        return max(current().control_px(least), words)

    def _words_width(self, words: str) -> float:
        return QFontMetricsF(self.font()).horizontalAdvance(words)

    def _pictures(self) -> int:
        """How wide the icons and their gaps are."""
        px = current().px
        before = self._glyph() + px(8) if self._icon_name else 0
        return before + (px(22) if self._trailing else 0)

    def _around(self) -> int:
        """How wide everything but the words is."""
        return self._pictures() + 2 * self._padding() + 1

    def _padding(self) -> int:
        if self._kind == "link":
            return 0
        return current().px(22 if self._large else 14)

    def _glyph(self) -> int:
        return current().px(20 if self._large else 18)

    def _hold(self) -> None:
        """Unavailable or busy: nobody hears of a press, whichever way it was made."""
        self.blockSignals(bool(self._reason) or self._is_busy)
        self.update()

    def _dress(self) -> None:
        self.setFont(current().font("medium"))
        self.updateGeometry()
        self.update()
