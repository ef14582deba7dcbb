"""A passcode as cells that can be copied by eye: nobody mistakes a zero for a capital O.

The characters are taken out of their ``Secret`` only while they are painted or named, and nothing
of them stays here once they are hidden.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.domain import Secret
from companyportal.views import shape
from companyportal.views.secret_kind import SecretKind, SecretWords
from companyportal.views.secret_names import SecretNames
from companyportal.views.theme import current

_GROUP = 4
_CELL = (50, 60)
_SMALL_CELL = (26, 40)
_GAP = 6
_GROUP_GAP = 22
_NAMED = "0Oo1Il|5Ss2Zz8B"


class SecretCells(QWidget):
    """Groups of four, or as a key itself is grouped. Hidden: dots. Shown: digits on tint and on a
    bar, look-alikes with a name.
    """

    def __init__(
        self, kind: SecretKind = SecretKind.PASSCODE, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kind = kind
        self._words = SecretWords(self)
        self._group = _GROUP
        self._secret: Secret | None = None
        self._is_shown = False
        self._names = SecretNames(self)
        # A passcode reads from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        current().changed.connect(self.updateGeometry)

    @property
    def is_shown(self) -> bool:
        """True while the characters can be read."""
        return self._is_shown

    def set_secret(self, secret: Secret | None) -> None:
        """Another one, hidden; or none."""
        self._secret = secret
        first = self._text().find("-") if self._kind.is_long else -1
        self._group = first if first > 0 else _GROUP
        self.set_shown(False)
        self.updateGeometry()

    def set_shown(self, is_shown: bool) -> None:
        """Characters or dots; the accessible tree holds them only while they are shown."""
        self._is_shown = is_shown and self._secret is not None
        self.setAccessibleName(self._told())
        self.update()

    def spelled(self) -> str:
        """The characters by name while they are shown, else empty."""
        if self._secret is None or not self._is_shown:
            return ""
        return self._names.spelled(self._characters())

    def hasHeightForWidth(self) -> bool:
        """Groups wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows at that width."""
        rows = -(-self._count() // self._in_row(width))
        return max(1, rows) * (self._cell().height() + self._name_height())

    def sizeHint(self) -> QSize:
        """All in one row."""
        width = self._row_width(max(1, self._count()))
        return QSize(math.ceil(width), self.heightForWidth(math.ceil(width)))

    def minimumSizeHint(self) -> QSize:
        """Two cells beside each other."""
        return QSize(math.ceil(self._row_width(2)), self._cell().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Cell by cell."""
        if self._secret is None:
            return
        painter = QPainter(self)
        text = self._characters() if self._is_shown else ""
        in_row = self._in_row(self.width())
        left = (self.width() - self._row_width(min(in_row, self._count()))) / 2
        height = self._cell().height() + self._name_height()
        for place in range(self._count()):
            x = left + self._row_width(place % in_row + 1) - self._cell().width()
            spot = QRectF(QPointF(x, place // in_row * height), self._cell())
            if self._is_shown:
                self._paint_character(painter, spot, text[place])
            else:
                self._paint_dot(painter, spot)

    def _paint_dot(self, painter: QPainter, spot: QRectF) -> None:
        theme = current()
        shape.rounded(painter, spot, theme.px(10), theme.color("sunken"), theme.color("line"))
        half = theme.px(4)
        dot = QRectF(spot.center().x() - half, spot.center().y() - half, 2 * half, 2 * half)
        shape.rounded(painter, dot, half, theme.color("text3"))

    def _paint_character(self, painter: QPainter, spot: QRectF, character: str) -> None:
        theme = current()
        is_digit = character.isdigit()
        ground = theme.color("accent_tint" if is_digit else "surface")
        edge = theme.color("accent_line" if is_digit else "line_strong")
        shape.rounded(painter, spot, theme.px(10), ground, edge)
        painter.setFont(theme.font("subtitle" if self._kind.is_long else "passcode", mono=True))
        painter.setPen(theme.color("accent_text" if is_digit else "text"))
        higher = spot.translated(0, -theme.text_px(3))
        painter.drawText(higher, Qt.AlignmentFlag.AlignCenter, character)
        if is_digit:
            width, height = min(theme.text_px(18), round(spot.width() / 2)), theme.text_px(3)
            x = spot.center().x() - width / 2
            up = theme.text_px(6 if self._kind.is_long else 11)
            bar = QRectF(x, spot.bottom() - up, width, height)
            shape.rounded(painter, bar, height / 2, theme.color("accent_text"))
        # Names would not fit below the small cells of a key; digits have their bar there, too.
        if not self._kind.is_long and (name := self._names.look_alike(character)):
            self._paint_name(painter, spot, name)

    def _paint_name(self, painter: QPainter, spot: QRectF, name: str) -> None:
        half = current().px(_GAP) / 2
        room = QRectF(spot.left() - half, spot.bottom() + 3, spot.width() + 2 * half, 0)
        room.setHeight(self._name_height() - 3)
        painter.setFont(_name_font())
        painter.setPen(current().color("text2"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, flags | Qt.TextFlag.TextWordWrap, name)

    def _told(self) -> str:
        if self._secret is None:
            return ""
        words = self._words.of(self._kind)
        return words.told.format(characters=self.spelled()) if self._is_shown else words.hidden

    def _text(self) -> str:
        return self._secret.reveal() if self._secret is not None else ""

    def _characters(self) -> str:
        """Without the hyphens between the groups of a key, which the gaps stand for."""
        return self._text().replace("-", "") if self._kind.is_long else self._text()

    def _count(self) -> int:
        return len(self._characters())

    def _in_row(self, width: int) -> int:
        """Whole groups; two cells where not even one group has room."""
        if self._row_width(min(self._group, max(1, self._count()))) > width:
            return self._group // 2
        cells = self._group
        while cells < self._count() and (
            self._row_width(min(cells + self._group, self._count())) <= width
        ):
            cells += self._group
        return cells

    def _row_width(self, cells: int) -> float:
        px = current().px
        breaks = (cells - 1) // self._group
        gaps = (cells - 1 - breaks) * px(_GAP) + breaks * px(_GROUP_GAP)
        return cells * self._cell().width() + gaps

    def _cell(self) -> QSize:
        text_px = current().text_px
        width, height = _SMALL_CELL if self._kind.is_long else _CELL
        return QSize(text_px(width), text_px(height))

    def _name_height(self) -> int:
        """Room for the longest of all names, so that nothing moves when the characters appear."""
        if self._kind.is_long:
            return current().px(8)
        metrics = QFontMetricsF(_name_font())
        names = (self._names.look_alike(character) for character in _NAMED)
        widest = max(metrics.horizontalAdvance(name) for name in names)
        lines = 2 if widest > self._cell().width() + current().px(_GAP) else 1
        return math.ceil(lines * metrics.height()) + current().px(7)


def _name_font() -> QFont:
    font = current().font("count")
    font.setWeight(QFont.Weight.Normal)
    return font
