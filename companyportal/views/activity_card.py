"""What was asked of a device, newest first, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companyportal.domain import ActionResult
from companyportal.views.activity_words import ActivityWords
from companyportal.views.buttons import Button
from companyportal.views.card import Card
from companyportal.views.spacing import spaced
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.views.timeline import Timeline

FIRST_ENTRIES = 5
MOST_ENTRIES = 50
"""More is of no use to anybody, and takes time to lay out."""


class ActivityCard(Card):
    """A timeline, or one sentence where nothing was asked."""

    def __init__(self, times: TimeWords, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._words = ActivityWords(times, self)
        self._title = Text("", "subtitle")
        self._none = Text("", "body", "text2")
        self._timeline = Timeline()
        self._results: tuple[ActionResult, ...] = ()
        self._is_whole = False
        self.more = Button("", "link")
        spaced(self.body, 12, (20, 16, 20, 18))
        for part in (self._title, self._none, self._timeline):
            self.body.addWidget(part)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._on_more_clicked)

    def set_results(self, results: Sequence[ActionResult], *, is_known: bool) -> None:
        """Show these; ``is_known`` is False while they have not been read."""
        self._title.setText(self.tr("Activity"))
        nothing = self.tr("Nothing was asked of this device so far.")
        reading = self.tr("The activity has not been read yet.")
        self._none.setText(nothing if is_known else reading)
        self._none.setVisible(not results)
        self._timeline.setVisible(bool(results))
        self._results = tuple(results[:MOST_ENTRIES])
        self._render()

    def begin(self) -> None:
        """Another device: the first few again."""
        self._is_whole = False

    def _render(self) -> None:
        shown = self._results if self._is_whole else self._results[:FIRST_ENTRIES]
        self._timeline.set_entries([self._words.entry(result) for result in shown])
        self.more.setVisible(len(self._results) > FIRST_ENTRIES)
        self.more.setText(self.tr("Show fewer") if self._is_whole else self.tr("Show all"))
        self.more.setAccessibleDescription(self._title.text())

    def _on_more_clicked(self) -> None:
        self._is_whole = not self._is_whole
        self._render()
