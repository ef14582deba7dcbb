"""One line of a menu of ours: icon, words, and below them why it cannot be chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.theme import current

_SIDE = 12
_GLYPH = 18
_GAP = 12


class MenuRow(QPushButton):
    """With a reason it keeps the focus and its role, and a press asks for the reason.

    Signals:
        chosen().
        reason_asked(): pressed although it cannot be.
    """

    chosen = Signal()
    reason_asked = Signal()

    def __init__(
        self, icon: str, *, is_danger: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._is_danger = is_danger
        self._reason = ""
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._on_clicked)
        self._dress()
        current().changed.connect(self._dress)

    @property
    def reason(self) -> str:
        """Why it cannot be chosen, or empty."""
        return self._reason

    def set_words(self, words: str, reason: str = "") -> None:
        """``reason`` makes it unavailable."""
        self._reason = reason
        self.setText(words)
        self.setAccessibleDescription(reason)
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move through the menu, Enter chooses."""
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._rows()[0 if event.key() == Qt.Key.Key_Home else -1].setFocus()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The line under the mouse is the one that Enter would choose."""
        super().enterEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def hasHeightForWidth(self) -> bool:
        """The reason wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Words, and as many lines of the reason as it takes."""
        lines = self._lines(width)
        return max(current().px(36), _height(lines)) + self._spare(lines)

    def sizeHint(self) -> QSize:
        """As wide as the menu gives."""
        width = current().px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrower than that the words wrap, too."""
        return QSize(current().px(120), current().control_px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, words, reason."""
        painter, theme = QPainter(self), current()
        is_off = bool(self._reason)
        if self.hasFocus() or self.underMouse():
            shape.rounded(painter, QRectF(self.rect()), theme.px(8), theme.color("hover"))
        words = "disabled" if is_off else "danger" if self._is_danger else "text"
        picture = "text2" if words == "text" else words
        lines = self._lines(self.width())
        top = theme.px(10) + self._spare(lines) // 2
        centre = QRectF(theme.px(_SIDE), top, theme.px(_GLYPH), lines[0].boundingRect().height())
        name = self._icon_name
        shape.glyph(painter, self._mirrored(centre).center(), name, picture, theme.px(_GLYPH))
        y = float(top)
        for number, line in enumerate(lines):
            painter.setPen(theme.color(words if number == 0 else "text3"))
            left = theme.px(_SIDE + _GLYPH + _GAP)
            box = line.boundingRect()
            x = self.width() - left - box.width() if self.isRightToLeft() else left
            line.draw(painter, QPointF(x, y))
            y += box.height()

    def _spare(self, lines: list[QTextLayout]) -> int:
        """What a finger needs and the words do not."""
        theme = current()
        return max(0, theme.control_px(36) - max(theme.px(36), _height(lines)))

    def _rows(self) -> list[MenuRow]:
        """Those of this menu that can be seen, from top to bottom."""
        around = self.parentWidget()
        rows = around.findChildren(MenuRow) if around is not None else [self]
        return [row for row in rows if row.isVisible()]

    def _lines(self, width: int) -> list[QTextLayout]:
        """The words and the reason, each wrapped to what is left beside the icon."""
        theme = current()
        room = max(40, width - theme.px(2 * _SIDE + _GLYPH + _GAP))
        texts = [(self.text(), "body")] + ([(self._reason, "caption")] if self._reason else [])
        return [_laid_out(text, role, room) for text, role in texts]

    def _mirrored(self, spot: QRectF) -> QRectF:
        if self.isRightToLeft():
            spot.moveRight(self.width() - spot.left())
        return spot

    def _on_clicked(self) -> None:
        (self.reason_asked if self._reason else self.chosen).emit()

    def _dress(self) -> None:
        self.setFont(current().font("body"))
        self.updateGeometry()
        self.update()


def _height(lines: list[QTextLayout]) -> int:
    return round(current().px(20) + sum(line.boundingRect().height() for line in lines))


def _laid_out(text: str, role: str, width: int) -> QTextLayout:
    layout = QTextLayout(text, current().font(role))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout
