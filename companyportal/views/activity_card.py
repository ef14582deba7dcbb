"""What was asked of a device, newest first, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from companyportal.domain import ActionResult
from companyportal.views.activity_words import ActivityWords
from companyportal.views.card import Card
from companyportal.views.spacing import spaced
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from companyportal.views.timeline import Timeline

MOST_ENTRIES = 12


class ActivityCard(Card):
    """A timeline, or one sentence where nothing was asked."""

    def __init__(self, times: TimeWords, parent: QWidget | None = None) -> None:
        super().__init__(padding=20, parent=parent)
        self._words = ActivityWords(times, self)
        self._title = Text("", "subtitle")
        self._none = Text("", "body", "text2")
        self._timeline = Timeline()
        spaced(self.body, 12, (20, 16, 20, 18))
        for part in (self._title, self._none, self._timeline):
            self.body.addWidget(part)

    def set_results(self, results: Sequence[ActionResult], *, is_known: bool) -> None:
        """Show these; ``is_known`` is False while they have not been read."""
        self._title.setText(self.tr("Activity"))
        nothing = self.tr("Nothing was asked of this device so far.")
        reading = self.tr("The activity has not been read yet.")
        self._none.setText(nothing if is_known else reading)
        self._none.setVisible(not results)
        self._timeline.setVisible(bool(results))
        self._timeline.set_entries([self._words.entry(r) for r in results[:MOST_ENTRIES]])
