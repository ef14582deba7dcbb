"""The ring round what has the keyboard: only for people who use the keyboard."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companyportal.views.focus_ring import FocusRing
from companyportal.views.line_edit import LineEdit
from companyportal.views.theme import Theme


class Stage:
    """Two buttons and a field in a window with a ring."""

    def __init__(self) -> None:
        self.window = QWidget()
        box = QVBoxLayout(self.window)
        self.one, self.two, self.field = QPushButton("One"), QPushButton("Two"), LineEdit()
        for widget in (self.one, self.two, self.field):
            box.addWidget(widget)
        self.ring = FocusRing(self.window)
        self.window.resize(400, 300)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def tab(self) -> None:
        """Once."""
        QTest.keyClick(self.window.focusWidget() or self.window, Qt.Key.Key_Tab)

    def scroll_area(self) -> tuple[QScrollArea, QWidget]:
        """Below the rest, filled with buttons."""
        area, content = QScrollArea(), QWidget()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(content)
        for number in range(30):
            column.addWidget(QPushButton(str(number)))
        area.setWidget(content)
        box = self.window.layout()
        assert box is not None
        box.addWidget(area)
        area.show()
        QApplication.processEvents()
        return area, content

    def scroll(self, area: QScrollArea, pixels: int) -> None:
        """So far below the top of what lies in it."""
        area.verticalScrollBar().setValue(pixels)

    def is_round(self, widget: QWidget) -> bool:
        """True where the ring lies four pixels outside of ``widget``."""
        return self.ring.isVisible() and self.ring.geometry() == around(widget)


def around(widget: QWidget) -> QRect:
    """Two pixels of air and two of ring."""
    return widget.geometry().adjusted(-4, -4, 4, 4)


@pytest.fixture
def stage(theme: Theme, qtbot: QtBot) -> Stage:
    """With the focus on the first button."""
    stage = Stage()
    qtbot.addWidget(stage.window)
    stage.one.setFocus()
    return stage


def test_not_before_tab_was_pressed(stage: Stage) -> None:
    assert not stage.ring.isVisible()
    QTest.mouseClick(stage.two, Qt.MouseButton.LeftButton)
    assert not stage.ring.isVisible()


def test_it_follows_the_tab_key(stage: Stage) -> None:
    stage.tab()
    assert stage.is_round(stage.two)
    QTest.keyClick(stage.two, Qt.Key.Key_Backtab)
    assert stage.is_round(stage.one)


def test_it_goes_away_when_the_mouse_is_used(stage: Stage) -> None:
    stage.tab()
    QTest.mouseClick(stage.two, Qt.MouseButton.LeftButton)
    assert not stage.ring.isVisible()


def test_a_field_shows_the_focus_itself(stage: Stage) -> None:
    stage.tab()
    stage.tab()
    assert stage.window.focusWidget() is stage.field
    assert not stage.ring.isVisible()


def test_it_follows_a_widget_that_moves_or_goes(stage: Stage) -> None:
    stage.tab()
    stage.two.move(stage.two.x() + 10, stage.two.y() + 5)
    assert stage.is_round(stage.two)
    stage.two.hide()
    assert not stage.is_round(stage.two)


def test_it_stays_below_the_header_when_the_page_scrolls(stage: Stage) -> None:
    area, content = stage.scroll_area()
    button = content.findChild(QPushButton)
    assert button is not None
    stage.tab()
    button.setFocus()
    full = stage.ring.geometry()
    stage.scroll(area, button.y() + button.height() // 2)
    assert stage.ring.isVisible()
    assert stage.ring.height() < full.height()
    top = area.mapTo(stage.window, QPoint(0, 0)).y()
    assert stage.ring.y() >= top - 4
    stage.scroll(area, button.y() + 3 * button.height())
    assert not stage.ring.isVisible()
    stage.scroll(area, 0)
    assert stage.ring.geometry() == full


def test_it_survives_the_end_of_what_had_the_focus(stage: Stage) -> None:
    stage.tab()
    shiboken6.delete(stage.two)
    assert not stage.ring.isVisible()
    stage.one.setFocus()
    stage.window.resize(420, 320)
    assert stage.is_round(stage.one)


def test_the_mouse_goes_through(stage: Stage) -> None:
    stage.tab()
    spot = stage.two.geometry().center()
    assert stage.window.childAt(spot) is stage.two
