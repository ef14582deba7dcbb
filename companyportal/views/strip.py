"""One line over the whole width: offline, or the demo organisation."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from companyportal.views.buttons import Button
from companyportal.views.columns import Columns
from companyportal.views.icon import IconView
from companyportal.views.spacing import row
from companyportal.views.text import Text
from companyportal.views.theme import current


class Strip(QWidget):
    """A state in its colours, what it means, and at most one action.

    Signals:
        action_clicked().
    """

    action_clicked = Signal()

    def __init__(self, state: str, icon: str = "", parent: QWidget | None = None) -> None:
        """``state`` is one of ``tokens.STATES``."""
        super().__init__(parent)
        self._state = state
        self._title = Text("", "label", state, wrap=False)
        self._text = Text("", "label", "text2")
        self.action = Button("", "link")
        box = row(self, 10, (20, 4, 20, 4))
        if icon:
            box.addWidget(IconView(icon, state, 16))
        words = Columns(at=480, gap=10)
        words.add(self._title)
        words.add(self._text, 1)
        words.add(self.action)
        box.addWidget(words, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._measure()
        current().changed.connect(self._measure)
        self.action.clicked.connect(self.action_clicked)

    def set_words(self, title: str, text: str, action: str = "") -> None:
        """What it says; no action, no button."""
        self._title.setText(title)
        self._text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(f"{title} {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, and a line below."""
        theme = current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(f"{self._state}_bg"))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, theme.color(f"{self._state}_line"))

    def _measure(self) -> None:
        self.setMinimumHeight(current().px(32))
