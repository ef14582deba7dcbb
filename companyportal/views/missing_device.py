"""Why a device may be missing from the list: opens in place, under its question."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from companyportal.views.buttons import Button
from companyportal.views.effect_words import Point
from companyportal.views.explanation import Explanation
from companyportal.views.flow_layout import FlowLayout
from companyportal.views.spacing import column
from companyportal.views.spare import is_made
from companyportal.views.text import Text


class MissingDevice(QWidget):
    """A question, a link, and the answer behind it.

    Signals:
        support_asked(): the answer did not help.
    """

    support_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = Text("", "body", "text3", wrap=False)
        self.why = Button("", "link")
        line = QWidget()
        flow = FlowLayout(line, gap=6)
        flow.addWidget(self._question)
        flow.addWidget(self.why)
        self._box = column(self, gap=12)
        self._box.addWidget(line)
        self.why.clicked.connect(self._on_why_clicked)
        self.retranslate()

    @cached_property
    def explanation(self) -> Explanation:
        """The answer; few people ever ask for it."""
        explanation = Explanation("user", "clock", "device-unknown")
        explanation.support_asked.connect(self.support_asked)
        self._box.addWidget(explanation)
        return explanation

    def retranslate(self) -> None:
        """The language has changed."""
        is_open = is_made(self, "explanation") and not self.explanation.isHidden()
        self._question.setText(self.tr("A device is missing?"))
        self.why.setText(self.tr("Hide the reasons") if is_open else self.tr("See why"))
        self.why.setAccessibleDescription(self.tr("A device is missing?"))
        if is_open:
            self.explanation.set_words(self.tr("Why a device may be missing"), self._points())

    def _points(self) -> tuple[Point, ...]:
        return (
            Point(
                self.tr("It is enrolled under another account"),
                self.tr("Sign in with the account that was used to set it up."),
            ),
            Point(
                self.tr("It was enrolled a moment ago"),
                self.tr("It can take a few minutes until it appears. Check again then."),
            ),
            Point(
                self.tr("It has not been in contact for a long time"),
                self.tr("Such devices are taken off the list. Enrol it again to see it here."),
            ),
        )

    def _on_why_clicked(self) -> None:
        self.explanation.setVisible(self.explanation.isHidden())
        self.retranslate()
