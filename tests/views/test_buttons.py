"""Buttons: every way to press one, and what an unavailable one answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companyportal.views.buttons import Button
from companyportal.views.icon_button import IconButton
from companyportal.views.theme import Theme


def press_by_mouse(button: Button) -> None:
    """Press and release inside."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_by_space(button: Button) -> None:
    """As every button."""
    QTest.keyClick(button, Qt.Key.Key_Space)


def press_by_enter(button: Button) -> None:
    """As people expect."""
    QTest.keyClick(button, Qt.Key.Key_Return)


def press_by_screen_reader(button: Button) -> None:
    """Through the accessible action."""
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    action = interface.actionInterface()
    action.doAction(QAccessibleActionInterface.pressAction())
    QTest.qWait(150)  # Qt lets the button stay down for 100 ms to be seen


WAYS = [press_by_mouse, press_by_space, press_by_enter, press_by_screen_reader, Button.click]
Press = Callable[[Button], None]


class Pressed:
    """What a button said."""

    def __init__(self, button: Button) -> None:
        self.said: list[str] = []
        button.clicked.connect(lambda: self.said.append("clicked"))
        button.reason_asked.connect(lambda: self.said.append("reason"))


@pytest.fixture
def button(theme: Theme, qtbot: QtBot) -> Button:
    """On the screen."""
    button = Button("Reset passcode", "primary", icon="passcode")
    qtbot.addWidget(button)
    button.show()
    return button


@pytest.mark.parametrize("press", WAYS)
def test_every_way_to_press_it_is_one_click(button: Button, press: Press) -> None:
    heard = Pressed(button)
    press(button)
    assert heard.said == ["clicked"]


@pytest.mark.parametrize("press", WAYS)
def test_an_unavailable_one_tells_its_reason_instead(button: Button, press: Press) -> None:
    heard = Pressed(button)
    button.set_reason("It is offline.")
    press(button)
    press(button)
    assert heard.said == ["reason", "reason"]


@pytest.mark.parametrize("press", WAYS)
def test_a_busy_one_says_nothing(button: Button, press: Press) -> None:
    heard = Pressed(button)
    button.set_busy(True)
    press(button)
    button.set_busy(False)
    assert heard.said == []


def test_it_is_available_again_once_the_reason_is_gone(button: Button) -> None:
    heard = Pressed(button)
    button.set_reason("It is offline.")
    button.set_reason("")
    button.click()
    assert heard.said == ["clicked"]


def test_an_unavailable_one_keeps_role_name_and_focus(button: Button) -> None:
    button.set_reason("It is offline.")
    button.setFocus()
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Reset passcode"
    assert interface.text(QAccessible.Text.Description) == "It is offline."
    assert button.isEnabled()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_held_key_presses_once(button: Button) -> None:
    heard = Pressed(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyPress(button, key)
        QTest.simulateEvent(button, True, key, Qt.KeyboardModifier.NoModifier, "", True)
        QTest.keyRelease(button, key)
    assert heard.said == ["clicked", "clicked"]


@pytest.mark.parametrize("kind", ["primary", "secondary", "danger", "ghost", "link"])
def test_words_are_never_wider_than_the_button(kind: str, theme: Theme, qtbot: QtBot) -> None:
    short, long = Button("No", kind), Button("Réinitialiser le code d’accès", kind)
    for button in (short, long):
        qtbot.addWidget(button)
    assert long.minimumSizeHint().width() > short.minimumSizeHint().width() + 100


def test_an_icon_button_is_named_and_pressed_by_enter(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton("bell", "Notifications, 2 unread")
    qtbot.addWidget(button)
    heard: list[None] = []
    button.clicked.connect(lambda: heard.append(None))
    QTest.keyClick(button, Qt.Key.Key_Enter)
    interface = QAccessible.queryAccessibleInterface(button)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Notifications, 2 unread"
    assert button.toolTip()
    assert len(heard) == 1
