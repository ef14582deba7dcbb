"""Words on the screen: plain text only, whatever they hold.

The one place that may use QLabel: by default it would guess markup and load local pictures. Texts
from a directory go through ``display`` first.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTextBoundaryFinder
from PySide6.QtGui import (
    QFont,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from companyportal.views.theme import current
from companyportal.views.venue import is_public

_LINE = 1.43
_LINE_OF_LARGE = 1.25
_LARGE_ROLES = ("hero", "display", "title", "heading", "lead")
_LONGEST_WORD = 300
"""Pixels, whatever the size of the text: a card on the narrowest window has little more."""
_WIDEST_EM = 46
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
PLACEHOLDER = "\ufffd"
"""In place of a character that would hide or turn round others."""
_NO_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_JOINERS = ("\u200c", "\u200d")
"""Needed inside words of some scripts and inside emoji."""
_HEIGHTS_KEPT = 32
"""So many widths and wordings of one text; a layout asks for the same few again and again."""


def display(text: str, limit: int = 64) -> str:
    """A text from outside, safe to show inside our sentences.

    Control and direction characters become visible, line ends become spaces, what is longer than
    ``limit`` graphemes is cut, and a text that holds right-to-left letters is isolated so that it
    cannot turn its surroundings round; nor can they turn round a number in such a language.
    """
    flat = " ".join(text.split())
    clean = "".join(PLACEHOLDER if _is_hidden(character) else character for character in flat)
    short = _cut(clean, limit)
    directions = [unicodedata.bidirectional(character) for character in short]
    is_weak = QGuiApplication.isRightToLeft() and directions[:1] not in ([], ["L"])
    if is_weak or any(direction in ("R", "AL", "AN") for direction in directions):
        return f"{_ISOLATE}{short}{_END_ISOLATE}"
    return short


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co") and (
        character not in _JOINERS
    )


def _cut(text: str, limit: int) -> str:
    # A handful of stacked accents may make one grapheme very long; the hard limit stays near.
    hard = limit * 4
    head = text[: hard + 1]
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, head)
    ends: list[int] = []
    while len(ends) <= limit and (end := finder.toNextBoundary()) != -1:
        ends.append(end)
    if len(ends) <= limit and len(text) <= hard:
        return text
    # Qt counts in UTF-16.
    kept = ends[min(limit - 1, len(ends)) - 1] * 2
    return f"{head.encode('utf-16-le')[:kept].decode('utf-16-le')[:hard]}…"


def tool_tip(widget: QWidget, text: str) -> None:
    """The one way to a tool tip: never markup, and none where there is no mouse to rest."""
    if is_public():
        widget.setAccessibleDescription(text)
        return
    widget.setToolTip(f"<span>{text.translate(_NO_MARKUP)}</span>" if text else "")
    # Without it a screen reader is told the tool tip, tags and all.
    widget.setAccessibleDescription(text)


class Text(QLabel):
    """A plain text in a role of the type scale; long texts wrap with an even line height."""

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        token: str = "text",
        *,
        wrap: bool = True,
        elide: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        selectable: bool = False,
        mono: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        selectable = selectable and not is_public()
        self._role = role
        self._token = token
        self._mono = mono
        self._tabular = tabular
        self._elides = elide
        self._wraps = wrap and not elide and not selectable
        self._strong = ""
        self._heights: dict[tuple[str, int], int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        if selectable:
            flags = Qt.TextInteractionFlag
            self.setTextInteractionFlags(
                flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
            )
            self.setWordWrap(wrap)
        horizontal = QSizePolicy.Policy.Ignored if elide else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(horizontal, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(self._wraps)
        self.setSizePolicy(policy)
        self.setText(text)
        self._dress()
        current().changed.connect(self._dress)

    def set_token(self, token: str) -> None:
        """Another colour."""
        self._token = token
        self._dress()

    def set_role(self, role: str) -> None:
        """Another place in the type scale."""
        self._role = role
        self._dress()

    def set_strong(self, part: str) -> None:
        """A part of a wrapped text that stands out; none where it is empty."""
        self._strong = part
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Wrapped texts grow downwards."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """Lines at that width, times their pitch."""
        if not self._wraps:
            return super().heightForWidth(width)
        key = (self.text(), width)
        if key not in self._heights:
            if len(self._heights) >= _HEIGHTS_KEPT:
                self._heights.clear()
            self._heights[key] = max(1, self._lay_out(width)[1]) * self._pitch()
        return self._heights[key]

    def sizeHint(self) -> QSize:
        """One line where it is short enough, else the widest comfortable column."""
        metrics = QFontMetricsF(self.font())
        width = math.ceil(metrics.horizontalAdvance(self.text())) + 2
        if not self._wraps:
            hint = super().sizeHint() if self.wordWrap() else QSize(width, 0)
            return QSize(hint.width(), max(hint.height(), self._pitch()))
        width = min(width, round(_WIDEST_EM * self._pixels()))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word, or nothing where the text may be cut."""
        if self._elides:
            return QSize(current().px(24), self._pitch())
        if not self._wraps:
            return self.sizeHint()
        metrics = QFontMetricsF(self.font())
        words = self.text().split() or [""]
        widest = max(metrics.horizontalAdvance(word) for word in words)
        return QSize(min(math.ceil(widest) + 2, current().px(260), _LONGEST_WORD), self._pitch())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Wrapped and cut texts are laid out here; QLabel knows no line height."""
        if not (self._wraps or self._elides):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(current().color(self._token))
        painter.setFont(self.font())
        if self._elides:
            mode = Qt.TextElideMode.ElideRight
            words = QFontMetricsF(self.font()).elidedText(self.text(), mode, self.width())
            painter.drawText(self.rect(), self._visual_alignment(), words)
            return
        layout, lines = self._lay_out(self.width())
        layout.draw(painter, QPointF(0, max(0, (self.height() - lines * self._pitch()) / 2)))

    def changeEvent(self, event: QEvent) -> None:
        """Another font has other heights; the direction of the language says where "left" is."""
        kind = event.type()
        if kind != QEvent.Type.PaletteChange:
            self._heights.clear()
        super().changeEvent(event)
        if kind == QEvent.Type.LayoutDirectionChange:
            self.update()

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        option.setAlignment(self._visual_alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(option)
        layout.setFormats(list(self._strong_range()))
        layout.beginLayout()
        pitch, count = self._pitch(), 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, count * pitch + (pitch - line.height()) / 2))
            count += 1
        layout.endLayout()
        return layout, count

    def _strong_range(self) -> Iterator[QTextLayout.FormatRange]:
        before, found, _ = self.text().rpartition(self._strong or "\0")
        if found:
            part = QTextLayout.FormatRange()
            part.start, part.length = _qt_length(before), _qt_length(found)
            part.format.setFontWeight(QFont.Weight.DemiBold)
            yield part

    def _visual_alignment(self) -> Qt.AlignmentFlag:
        """Left means where the language begins."""
        return QStyle.visualAlignment(self.layoutDirection(), self.alignment())

    def _pixels(self) -> float:
        return float(QFontInfo(current().font("body")).pixelSize())

    def _pitch(self) -> int:
        line = _LINE_OF_LARGE if self._role in _LARGE_ROLES else _LINE
        pixels = QFontInfo(self.font()).pixelSize()
        return max(round(pixels * line), math.ceil(QFontMetricsF(self.font()).height()))

    def _dress(self) -> None:
        theme = current()
        # Where it is another font Qt tells so, and only then everything is measured again.
        self.setFont(theme.font(self._role, mono=self._mono, tabular=self._tabular))
        if not (self._wraps or self._elides):  # those are painted here, without a palette
            palette = QPalette(self.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._token))
            self.setPalette(palette)
        self.update()


def _qt_length(text: str) -> int:
    """Qt counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
