"""When the look changes, what stays as it is is not worked out again: a visitor who asks for
contrast or larger words sees them at once.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from companyportal.views.scroll import ScrollPage
from companyportal.views.spacing import column
from companyportal.views.text import Text
from companyportal.views.theme import KIOSK_SCALE, Theme, current
from companyportal.visit import Comfort
from tests.counter import Counter

WORDS = "Reset its passcode here in a few minutes. Have your phone and your password at hand."


class Heard(QObject):
    """How often a widget was told of one kind of event."""

    def __init__(self, widget: QWidget, kind: QEvent.Type) -> None:
        super().__init__(widget)
        self._kind = kind
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only counts."""
        self.count += event.type() == self._kind
        return False


@pytest.fixture
def changes(kiosk_venue: Theme, enlarge: Callable[[int], None]) -> list[int]:
    """The size of the words each time the theme says that something is another."""
    enlarge(100)
    found: list[int] = []

    def note() -> None:
        found.append(kiosk_venue.text_px(14))

    kiosk_venue.changed.connect(note)
    return found


def test_contrast_and_size_are_heard_of_once(kiosk_venue: Theme, changes: list[int]) -> None:
    for has_contrast in (True, True, False):
        kiosk_venue.set_scale(2 * KIOSK_SCALE, 1.5, has_contrast=has_contrast)
        assert kiosk_venue.has_high_contrast is has_contrast
    assert changes == [54, 54]
    kiosk_venue.set_scale(KIOSK_SCALE, has_contrast=False)
    kiosk_venue.set_scale(KIOSK_SCALE)
    assert changes == [54, 54, 18]


def test_other_colours_alone_measure_nothing_again(kiosk_venue: Theme, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    box = column(host, 12, (20, 20, 20, 20))
    text = Text(WORDS)
    box.addWidget(text)
    host.resize(300, 400)
    host.show()
    QApplication.processEvents()
    measured = Heard(host, QEvent.Type.LayoutRequest)
    kiosk_venue.set_contrast(True)
    QApplication.processEvents()
    assert measured.count == 0
    height = text.heightForWidth(260)
    kiosk_venue.set_scale(KIOSK_SCALE, 1.5)
    QApplication.processEvents()
    assert measured.count > 0
    assert text.heightForWidth(260) > height


def test_a_page_that_nobody_sees_is_dressed_when_it_is_shown(
    kiosk_venue: Theme, qtbot: QtBot
) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    bar = page.verticalScrollBar()
    light = bar.styleSheet()
    kiosk_venue.set_contrast(True)
    assert bar.styleSheet() == light
    page.show()
    dark = bar.styleSheet()
    assert kiosk_venue.color("line_strong").name() in dark
    polished = Heard(bar, QEvent.Type.StyleChange)
    kiosk_venue.set_mode("light")
    QApplication.sendEvent(page, QShowEvent())
    assert polished.count == 0, "nothing has changed"
    kiosk_venue.set_contrast(False)
    assert bar.styleSheet() == light
    assert polished.count == 1


async def test_a_visitor_finds_words_and_look_in_turns(counter: Counter) -> None:
    window, before = counter.window, current().text_px(100)
    steps = window.wear(Comfort("fr", has_contrast=True, text_step=2))
    next(steps)
    assert (window.frame.header.end.text(), current().text_px(100)) == ("End session", before)
    QApplication.processEvents()
    assert window.frame.header.end.text() == "Terminer la session"
    assert current().text_px(100) == before
    next(steps)
    assert current().text_px(100) > before
    assert current().has_high_contrast
    assert next(steps, "done") == "done"
    assert window.frame.foot.text_size.isChecked()
