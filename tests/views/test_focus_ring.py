"""The ring round what has the keyboard: only for people who use the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
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


def test_the_mouse_goes_through(stage: Stage) -> None:
    stage.tab()
    spot = stage.two.geometry().center()
    assert stage.window.childAt(spot) is stage.two
