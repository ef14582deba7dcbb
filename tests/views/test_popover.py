"""The sheet under a button: the keyboard goes in, stays in, and comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from companyportal.views.popover import Popover
from companyportal.views.theme import Theme


class Stage:
    """A window with a button, another one, and a pop-over with two."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.window.resize(700, 500)
        box = QVBoxLayout(self.window)
        self.anchor = QPushButton("Bell")
        self.elsewhere = QPushButton("Elsewhere")
        box.addWidget(self.anchor, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        box.addStretch(1)
        box.addWidget(self.elsewhere)
        content = QWidget()
        inner = QVBoxLayout(content)
        self.first, self.last = QPushButton("First"), QPushButton("Last")
        inner.addWidget(self.first)
        hidden = QLineEdit()
        inner.addWidget(hidden)
        hidden.hide()
        inner.addWidget(self.last)
        self.popover = Popover(self.window, content, width=300, height=200)
        self.anchor.clicked.connect(lambda: self.popover.open_under(self.anchor))
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    @property
    def focus(self) -> QWidget:
        """Where the keyboard is."""
        return self.window.focusWidget() or self.window

    def open_by_keyboard(self) -> None:
        """As with Tab and Space."""
        self.anchor.setFocus()
        QTest.keyClick(self.anchor, Qt.Key.Key_Space)


@pytest.fixture
def stage(theme: Theme, qtbot: QtBot) -> Stage:
    """Closed."""
    stage = Stage()
    qtbot.addWidget(stage.window)
    return stage


def test_the_focus_goes_in(stage: Stage) -> None:
    stage.open_by_keyboard()
    assert stage.popover.isVisible()
    assert stage.focus is stage.first


def test_escape_closes_and_gives_the_focus_back(stage: Stage) -> None:
    stage.open_by_keyboard()
    QTest.keyClick(stage.first, Qt.Key.Key_Escape)
    assert not stage.popover.isVisible()
    assert stage.focus is stage.anchor


def test_it_grows_with_what_it_shows(theme: Theme, qtbot: QtBot) -> None:
    window, content, anchor = QWidget(), QWidget(), QPushButton("More")
    qtbot.addWidget(window)
    window.resize(700, 500)
    words = QLabel("One reason.", wordWrap=True)
    QVBoxLayout(content).addWidget(words)
    popover = Popover(window, content, width=300, height=400)
    QVBoxLayout(window).addWidget(anchor, 1, Qt.AlignmentFlag.AlignTop)
    window.show()
    popover.open_under(anchor)
    before = popover.height()
    words.setText("One reason after the other. " * 20)
    qtbot.waitUntil(lambda: popover.height() > before)


def test_tab_goes_round_inside(stage: Stage) -> None:
    stage.open_by_keyboard()
    seen = []
    for _ in range(3):
        seen.append(stage.focus)
        QTest.keyClick(stage.focus, Qt.Key.Key_Tab)
    assert seen == [stage.first, stage.last, stage.first]
    QTest.keyClick(stage.last, Qt.Key.Key_Backtab)
    assert stage.focus is stage.first
    QTest.keyClick(stage.first, Qt.Key.Key_Backtab)
    assert stage.focus is stage.last


def test_a_press_on_a_button_elsewhere_closes_it_and_still_counts(stage: Stage) -> None:
    pressed: list[None] = []
    stage.elsewhere.clicked.connect(lambda: pressed.append(None))
    stage.open_by_keyboard()
    QTest.mouseClick(stage.elsewhere, Qt.MouseButton.LeftButton)
    assert not stage.popover.isVisible()
    assert len(pressed) == 1


def test_a_press_on_the_page_or_on_the_shadow_closes_it(stage: Stage) -> None:
    stage.open_by_keyboard()
    QTest.mouseClick(stage.window, Qt.MouseButton.LeftButton, pos=stage.window.rect().center())
    assert not stage.popover.isVisible()
    stage.open_by_keyboard()
    corner = stage.popover.rect().bottomLeft()
    QTest.mouseClick(stage.popover, Qt.MouseButton.LeftButton, pos=corner)
    assert not stage.popover.isVisible()


def test_a_press_inside_keeps_it_open(stage: Stage) -> None:
    stage.open_by_keyboard()
    QTest.mouseClick(stage.last, Qt.MouseButton.LeftButton)
    QTest.mouseClick(stage.popover, Qt.MouseButton.LeftButton, pos=stage.popover.rect().center())
    assert stage.popover.isVisible()


def test_a_second_press_on_its_button_closes_it(stage: Stage) -> None:
    for is_open in (True, False, True):
        QTest.mouseClick(stage.anchor, Qt.MouseButton.LeftButton)
        assert stage.popover.isVisible() is is_open


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_stays_inside_the_window(stage: Stage, direction: Qt.LayoutDirection) -> None:
    stage.window.setLayoutDirection(direction)
    stage.open_by_keyboard()
    for width, height in ((700, 500), (340, 300)):
        stage.window.resize(width, height)
        QApplication.processEvents()
        sheet = stage.popover.geometry().adjusted(28, 28, -28, -28)
        assert stage.window.rect().contains(sheet.topLeft())
        assert sheet.right() <= stage.window.width()
        assert sheet.top() >= stage.anchor.geometry().bottom()
