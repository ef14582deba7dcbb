"""The row of a device's actions and its menu: what has room, what comes first, and the keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companyportal.domain import Action
from companyportal.views.action_looks import DANGEROUS, IN_ORDER
from companyportal.views.action_row import ActionRow
from companyportal.views.action_words import ActionWords
from companyportal.views.theme import Theme
from tests.proofs import promise
from tests.views.geometry import cut_off, without_name

NO_PASSCODE = "Windows computers have no passcode to reset."


class Stage:
    """A window with the actions of a computer: all but a passcode reset are offered."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.row = ActionRow()
        box = QVBoxLayout(self.window)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.row)
        box.addStretch(1)
        self.chosen: list[Action] = []
        self.asked_why: list[Action] = []
        self.row.chosen.connect(self.chosen.append)
        self.row.reason_asked.connect(self.asked_why.append)
        self.window.resize(900, 640)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def fill(self) -> None:
        """As ``DeviceActions`` does, in the language of now."""
        words = ActionWords()
        for action in (*IN_ORDER, *DANGEROUS):
            why = NO_PASSCODE if action is Action.RESET_PASSCODE else ""
            self.row.set_action(action, words.verb(action), why)
            self.row.set_menu(action, words.menu(action), why)
        self.row.set_order([*IN_ORDER[1:], IN_ORDER[0]], Action.RECOVERY_KEY)
        self.row.finish()

    def widen(self, width: int) -> None:
        """That many pixels."""
        self.window.resize(width, 640)
        QApplication.processEvents()

    @property
    def in_menu(self) -> list[Action]:
        """From top to bottom."""
        rows = [each for each in self.row.menu.rows.items() if not each[1].isHidden()]
        return [action for action, row in sorted(rows, key=lambda each: each[1].y())]

    def focused(self) -> Action | None:
        """The row of the menu that has the keyboard."""
        rows = self.row.menu.rows
        return next((action for action, row in rows.items() if row.hasFocus()), None)

    def press(self, key: Qt.Key) -> None:
        """On whatever has the focus."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


@pytest.fixture
def stage(
    theme: Theme, speak: Callable[[str], None], enlarge: Callable[[int], None], qtbot: QtBot
) -> Stage:
    """Wide, in English."""
    speak("en")
    enlarge(100)
    stage = Stage()
    qtbot.addWidget(stage.window)
    stage.fill()
    return stage


@promise(8)
@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_what_has_no_room_is_in_the_menu_and_nothing_is_lost_or_cut(
    stage: Stage,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    percent: int,
    direction: Qt.LayoutDirection,
) -> None:
    speak(code)
    enlarge(percent)
    stage.window.setLayoutDirection(direction)
    stage.fill()
    counts = []
    for width in range(440, 1400, 60):
        stage.widen(width)
        row, shown = stage.row, stage.row.in_row
        counts.append(len(shown))
        assert shown == tuple([*IN_ORDER[1:], IN_ORDER[0]][: len(shown)])
        row.more.click()
        assert sorted([*shown, *stage.in_menu]) == sorted([*IN_ORDER, *DANGEROUS])
        assert cut_off(stage.window) == []
        assert without_name(stage.window) == []
        row.menu.close_now()
        buttons = [row.buttons[action] for action in shown] + [row.more]
        is_stacked = theme_width(width, percent) < 420
        edges = [each.y() if is_stacked else each.x() for each in buttons]
        is_turned = direction is Qt.LayoutDirection.RightToLeft and not is_stacked
        assert edges == sorted(edges, reverse=is_turned)
    assert counts == sorted(counts)
    assert counts[0] == 1
    assert counts[-1] == (4 if percent == 100 else counts[-1])


def theme_width(width: int, percent: int) -> float:
    """As it would be at 100 % text."""
    return width * 100 / percent


def test_the_first_offered_one_is_the_filled_button_and_the_only_one(stage: Stage) -> None:
    kinds = {action: button.kind for action, button in stage.row.buttons.items()}
    assert [action for action, kind in kinds.items() if kind == "primary"] == [Action.RECOVERY_KEY]
    stage.row.focus_first()
    assert stage.row.buttons[Action.RECOVERY_KEY].hasFocus()


def test_what_cannot_be_undone_is_last_behind_a_line_and_red(stage: Stage) -> None:
    stage.row.more.click()
    assert stage.in_menu[-2:] == list(DANGEROUS)
    assert set(DANGEROUS).isdisjoint(stage.row.buttons)
    menu, danger = stage.row.menu, current_danger()
    reds = {action: danger in colours(menu.rows[action]) for action in stage.in_menu}
    assert [action for action, is_red in reds.items() if is_red] == list(DANGEROUS)


def current_danger() -> str:
    """The colour of what cannot be undone."""
    return Theme.install(QApplication.instance()).color("danger").name()  # type: ignore[arg-type]


def colours(widget: QWidget) -> set[str]:
    """Every colour that is painted."""
    image = widget.grab().toImage()
    width, height = image.width(), image.height()
    return {image.pixelColor(x, y).name() for x in range(width) for y in range(height)}


def test_the_menu_is_walked_with_the_keyboard_and_escape_gives_the_focus_back(
    stage: Stage,
) -> None:
    stage.row.more.setFocus()
    stage.press(Qt.Key.Key_Space)
    order = stage.in_menu
    assert stage.focused() is order[0]
    walked = []
    for _ in order:
        stage.press(Qt.Key.Key_Down)
        walked.append(stage.focused())
    assert walked == [*order[1:], order[0]]
    stage.press(Qt.Key.Key_Up)
    assert stage.focused() is order[-1]
    stage.press(Qt.Key.Key_Home)
    assert stage.focused() is order[0]
    stage.press(Qt.Key.Key_End)
    assert stage.focused() is order[-1]
    stage.press(Qt.Key.Key_Escape)
    assert stage.row.more.hasFocus()
    assert stage.chosen == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_row_is_chosen_with_the_keyboard_once(stage: Stage, key: Qt.Key) -> None:
    stage.row.more.setFocus()
    stage.press(Qt.Key.Key_Space)
    stage.press(Qt.Key.Key_End)
    stage.press(key)
    assert stage.chosen == [Action.WIPE]
    assert not stage.row.menu.isVisible()


def test_what_cannot_be_chosen_takes_the_focus_and_leads_to_its_reason(stage: Stage) -> None:
    stage.row.more.setFocus()
    stage.press(Qt.Key.Key_Space)
    row = stage.row.menu.rows[Action.RESET_PASSCODE]
    assert row.accessibleDescription() == NO_PASSCODE
    assert row.isEnabled()
    row.setFocus()
    stage.press(Qt.Key.Key_Return)
    assert (stage.chosen, stage.asked_why) == ([], [Action.RESET_PASSCODE])
    assert not stage.row.menu.isVisible()


def test_what_the_organisation_does_not_use_is_nowhere(stage: Stage) -> None:
    stage.row.drop_action(Action.RENAME)
    rest = [action for action in IN_ORDER if action is not Action.RENAME]
    stage.row.set_order(rest, rest[0])
    stage.row.finish()
    stage.row.more.click()
    assert Action.RENAME not in (*stage.row.in_row, *stage.in_menu)
