"""What happened to a device: in order, joined, and read out entry by entry."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from companyportal.views.activity_words import EntryWords
from companyportal.views.mark import Mark
from companyportal.views.text import Text
from companyportal.views.theme import Theme
from companyportal.views.timeline import Timeline

DONE = EntryWords("Reset passcode", "Done", "10:48", "check-circle", "success")
ASKED = EntryWords("Locate device", "Requested", "Yesterday", "clock", "info")
UNDATED = EntryWords("Rename", "Failed", "", "error", "danger")


@pytest.fixture
def timeline(theme: Theme, qtbot: QtBot) -> Timeline:
    """Three entries, on the screen."""
    theme.set_mode("light")
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.set_entries([DONE, ASKED, UNDATED])
    timeline.resize(500, timeline.heightForWidth(500))
    timeline.show()
    QApplication.processEvents()
    return timeline


def rows(timeline: Timeline) -> list[str]:
    """What a screen reader says of each entry, from top to bottom."""
    named = [w for w in timeline.findChildren(QWidget) if w.accessibleName()]
    seen = [w for w in named if w.isVisibleTo(timeline) and not isinstance(w, Text)]
    return [w.accessibleName() for w in sorted(seen, key=lambda w: w.y())]


def test_each_entry_is_told_in_one_breath(timeline: Timeline) -> None:
    assert rows(timeline) == [
        "Reset passcode, Done, 10:48",
        "Locate device, Requested, Yesterday",
        "Rename, Failed",
    ]


def test_a_line_joins_the_marks(timeline: Timeline, theme: Theme) -> None:
    marks = sorted(timeline.findChildren(Mark), key=lambda m: m.mapTo(timeline, QPoint()).y())
    image = timeline.grab().toImage()
    line = theme.color("line_strong")
    for upper, lower in itertools.pairwise(marks):
        x = upper.mapTo(timeline, upper.rect().center()).x()
        top = upper.mapTo(timeline, upper.rect().bottomLeft()).y()
        bottom = lower.mapTo(timeline, QPoint()).y()
        assert image.pixelColor(x, (top + bottom) // 2) == line
    last = marks[-1].mapTo(timeline, marks[-1].rect().bottomLeft()).y()
    x = marks[-1].mapTo(timeline, marks[-1].rect().center()).x()
    assert all(image.pixelColor(x, y) != line for y in range(last, image.height()))


def test_the_same_entries_are_not_made_again(timeline: Timeline) -> None:
    before = timeline.findChildren(Mark)
    timeline.set_entries([DONE, ASKED, UNDATED])
    assert timeline.findChildren(Mark) == before


def test_another_list_takes_the_place_of_the_first(timeline: Timeline) -> None:
    timeline.set_entries([ASKED])
    QApplication.processEvents()
    assert rows(timeline) == ["Locate device, Requested, Yesterday"]
    timeline.set_entries([])
    QApplication.processEvents()
    assert rows(timeline) == []
