"""The keys: one table, no two alike, and nothing heard where it means nothing."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companyportal.views import areas
from companyportal.views.keycap import Keycap
from companyportal.views.router import Place
from companyportal.views.shortcut_words import key_name, shortcut_groups
from companyportal.views.shortcuts import BINDINGS, Command, Shortcuts
from companyportal.views.shortcuts_page import ShortcutsPage
from companyportal.views.text import Text
from tests.models.hands import emissions


class Desk(QWidget):
    """A window with keys, on a page, perhaps behind a question."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Place.DEVICE
        self.has_question = False
        self.field = QLineEdit("text", self)
        self.shortcuts = Shortcuts(
            self, place=lambda: self.place, has_question=lambda: self.has_question
        )
        self.heard = emissions(self.shortcuts.asked)

    def press(self, keys: str) -> list[Command]:
        """What is heard of these keys."""
        self.heard.clear()
        QTest.keySequence(self, QKeySequence(keys))
        return [command for (command,) in self.heard]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow)
    desk.setFocus()
    return desk


EVERY_KEY = [(binding, keys) for binding in BINDINGS for keys in binding.keys]


def test_no_two_keys_are_alike() -> None:
    keys = Counter(QKeySequence(keys).toString() for _, keys in EVERY_KEY)
    assert [key for key, count in keys.items() if count > 1 or not key] == []
    assert {binding.command for binding in BINDINGS} == set(Command)


@pytest.mark.parametrize(("binding", "keys"), EVERY_KEY)
def test_each_key_is_heard_where_it_means_something(
    desk: Desk, binding: tuple[Command, object, frozenset[Place]], keys: str
) -> None:
    command, _, places = binding
    for place in Place:
        desk.place = place
        is_meant = not places or place in places
        assert desk.press(keys) == ([command] if is_meant else []), place


@pytest.mark.parametrize(("binding", "keys"), EVERY_KEY)
def test_behind_a_question_only_quit_is_heard(
    desk: Desk, binding: tuple[Command, object, object], keys: str
) -> None:
    desk.has_question = True
    is_quit = binding[0] is Command.QUIT
    assert desk.press(keys) == ([Command.QUIT] if is_quit else [])


def test_three_are_told_by_name(desk: Desk) -> None:
    signals = desk.shortcuts
    for keys, signal in (
        ("F2", signals.rename_asked),
        ("Ctrl+M", signals.status_asked),
        ("Del", signals.remove_asked),
    ):
        heard = emissions(signal)
        desk.press(keys)
        assert heard == [()], keys


def test_delete_in_a_field_deletes(desk: Desk) -> None:
    desk.field.setFocus()
    desk.field.home(False)
    desk.heard.clear()
    QTest.keyClick(desk.field, Qt.Key.Key_Delete)
    assert desk.field.text() == "ext"
    assert desk.heard == []


def test_no_letter_alone_is_a_key() -> None:
    for _, keys in EVERY_KEY:
        assert "+" in keys or len(keys) > 1, keys


@pytest.mark.usefixtures("qtbot")
def test_the_page_shows_the_whole_table(qtbot: QtBot) -> None:
    page = ShortcutsPage()
    qtbot.addWidget(page)
    shown = [cap.text() for cap in page.findChildren(Keycap)]
    assert sorted(shown) == sorted(key_name(keys) for _, keys in EVERY_KEY)
    assert len(set(shown)) == len(shown)
    assert {"Shift+F6", "Ctrl+M", "Del"} <= set(shown)
    words = {text.text() for text in page.findChildren(Text)}
    for group in shortcut_groups():
        assert group.title in words
        assert {text for text, _ in group.rows} <= words
    assert all(
        cap.width() >= 0 and cap.sizeHint().width() > 16 for cap in page.findChildren(Keycap)
    )


def test_f6_goes_round_the_parts_that_have_a_stop(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    parts = [QWidget() for _ in range(4)]
    buttons: list[QPushButton] = []
    for part in parts:
        box.addWidget(part)
        inner = QVBoxLayout(part)
        for _ in range(2):
            inner.addWidget(button := QPushButton(part))
            buttons.append(button)
    buttons[0].setEnabled(False)
    for hidden in buttons[4:6]:
        hidden.hide()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    buttons[1].setFocus()
    visited: list[int] = []
    for backwards in (False, False, False, False, True, True):
        areas.go_on(parts, backwards=backwards)
        visited.append(next(i for i, button in enumerate(buttons) if button.hasFocus()))
    assert visited == [2, 6, 1, 2, 1, 6]
