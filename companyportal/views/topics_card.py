"""What people call IT support about, and what they can do before they call."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.menu_row import MenuRow
from companyportal.views.spacing import column, spaced
from companyportal.views.text import Text

_ICONS = ("passcode", "warning", "search", "locate")


class Topic(NamedTuple):
    """A sentence as people say it, and the answer."""

    words: str
    answer: str


class TopicsCard(Card):
    """Each answer opens in place, under its row; one at a time.

    Signals:
        devices_asked(): to the list, where all of it begins.
    """

    devices_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._title = Text("", "subtitle")
        self.rows = [MenuRow(icon) for icon in _ICONS]
        self._answers = [Text("", "body", "text2") for _ in _ICONS]
        self.devices = Button("", "link")
        self._open: int | None = None
        self._lay_out()
        for number, line in enumerate(self.rows):
            line.chosen.connect(lambda n=number: self._on_chosen(n))
        self.devices.clicked.connect(self.devices_asked)
        self.render_topics()

    def render_topics(self) -> None:
        """All words, and which answer is open."""
        self._title.setText(self.tr("What is it about?"))
        parts = zip(self.rows, self._answers, self._topics(), strict=True)
        for number, (line, answer, topic) in enumerate(parts):
            line.set_words(topic.words)
            is_open = number == self._open
            answer.setText(topic.answer)
            answer.setVisible(is_open)
            line.setAccessibleDescription(topic.answer if is_open else "")
        self.devices.setText(self.tr("Your devices"))
        self._link.setVisible(self._open is not None)

    def _topics(self) -> tuple[Topic, ...]:
        return (
            Topic(
                self.tr("My phone is locked"),
                self.tr("Choose it in the list, then Reset passcode. You need your password."),
            ),
            Topic(
                self.tr("My device is not compliant"),
                self.tr("Choose it in the list. Its page says what to change and where."),
            ),
            Topic(
                self.tr("A device is missing from my list"),
                self.tr("Below the list, See why names the reasons. New devices take a while."),
            ),
            Topic(
                self.tr("I lost a device"),
                self.tr("Choose it, then Remote lock. Under More it may be located or erased."),
            ),
        )

    def _on_chosen(self, number: int) -> None:
        self._open = None if number == self._open else number
        self.render_topics()

    def _lay_out(self) -> None:
        spaced(self.body, 4, (20, 16, 20, 18))
        self.body.addWidget(self._title)
        for line, answer in zip(self.rows, self._answers, strict=True):
            self.body.addWidget(line)
            inset = column(gap=0, margins=(42, 0, 12, 8))
            inset.addWidget(answer)
            self.body.addLayout(inset)
        self._link = QWidget()
        FlowLayout(self._link).addWidget(self.devices)
        around = column(gap=0, margins=(42, 0, 0, 4))
        around.addWidget(self._link)
        self.body.addLayout(around)
