"""What went wrong or needs to be known, above the content it concerns."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from companyportal.views import shape
from companyportal.views.buttons import Button
from companyportal.views.copying import CopyButton
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.icon import IconView
from companyportal.views.icon_button import IconButton
from companyportal.views.spacing import column, row
from companyportal.views.text import Text
from companyportal.views.theme import current

_TURN_AT = 520


class MessageBar(QWidget):
    """Icon, title, advice, small print; at most one action, "Copy details" and a cross.

    Signals:
        action_clicked(), copy_asked(), close_asked().
    """

    action_clicked = Signal()
    copy_asked = Signal()
    close_asked = Signal()

    def __init__(self, state: str, icon: str, parent: QWidget | None = None) -> None:
        """``state`` is one of ``tokens.STATES``."""
        super().__init__(parent)
        self._state = state
        self._icon = IconView(icon, state, 20)
        self._title = Text("", "strong")
        self._advice = Text("", "body", "text2")
        self._caption = Text("", "caption", "text2")
        self.action = Button()
        self.copy = CopyButton("link")
        self.cross = IconButton("close")
        self._lay_out()
        self.action.clicked.connect(self.action_clicked)
        self.copy.clicked.connect(self.copy_asked)
        self.cross.clicked.connect(self.close_asked)
        self.set_words("", "")

    def set_words(
        self,
        title: str,
        advice: str,
        caption: str = "",
        *,
        action: str = "",
        copy: str = "",
        close: str = "",
    ) -> None:
        """What it says; what has no words is not there."""
        for text, words in (
            (self._title, title),
            (self._advice, advice),
            (self._caption, caption),
        ):
            text.setText(words)
            text.setVisible(bool(words))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.copy.setText(copy)
        self.copy.setVisible(bool(copy))
        self.cross.set_name(close)
        self.cross.setVisible(bool(close))
        self._buttons.setVisible(bool(action) or not self.copy.isHidden())
        self.setAccessibleName(" ".join(part for part in (title, advice) if part))

    def set_look(self, state: str, icon: str) -> None:
        """Another colour family and its icon."""
        self._state = state
        self._icon.set_icon(icon, state)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the buttons go below the words."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = current().em(self.width()) < _TURN_AT
        self._middle.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of its state."""
        theme = current()
        ground, edge = theme.color(f"{self._state}_bg"), theme.color(f"{self._state}_line")
        shape.rounded(QPainter(self), QRectF(self.rect()), theme.px(10), ground, edge)

    def _lay_out(self) -> None:
        box = row(self, 12, (16, 12, 12, 12))
        top = Qt.AlignmentFlag.AlignTop
        box.addWidget(self._icon, 0, top)
        self._middle = row(None, 12)
        words = column(None, 2)
        for text in (self._title, self._advice, self._caption):
            words.addWidget(text)
        self._middle.addLayout(words, 1)
        self._buttons = QWidget(self)
        buttons = FlowLayout(self._buttons, gap=14)
        buttons.addWidget(self.action)
        buttons.addWidget(self.copy)
        self._middle.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(self._middle, 1)
        box.addWidget(self.cross, 0, top)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
