"""However often and however long something is pressed: one press, one step, one request."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.models.protected_progress import Step
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.sitting import Sitting

pytestmark = [threat("T28"), promise(4)]
_HOLDS_FOR = 200
"""Repetitions; a keyboard needs some seconds for so many."""


async def test_fifty_clicks_in_one_turn_send_one_request(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    button = signed_in.window.protected_page.confirm.go
    await until(button.isEnabled)
    for _ in range(50):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert signed_in.demo.tenant.posts == []
    await until(lambda: signed_in.step is Step.FOLLOWING)
    for _ in range(50):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    await signed_in.let_pass(20)
    assert len(signed_in.demo.tenant.posts) == 1


def key_down(key: Qt.Key, *, is_repeated: bool) -> None:
    """What the keyboard tells of a key that is pressed, and again and again of one that is held."""
    target = QApplication.focusWidget()
    assert target is not None
    modifiers, text = Qt.KeyboardModifier.NoModifier, "\r" if key == Qt.Key.Key_Return else " "
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, is_repeated)
    QApplication.sendEvent(target, event)
    if key == Qt.Key.Key_Space and is_repeated:
        up = QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text, is_repeated)
        QApplication.sendEvent(QApplication.focusWidget() or target, up)


async def hold(key: Qt.Key) -> None:
    """Long enough for everything that could follow."""
    for _ in range(_HOLDS_FOR):
        key_down(key, is_repeated=True)
        await asyncio.sleep(0.001)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
async def test_a_key_that_is_held_down_goes_one_step(signed_in: Sitting, key: Qt.Key) -> None:
    await signed_in.to_confirmation()
    button = signed_in.window.protected_page.confirm.go
    await until(button.isEnabled)
    button.setFocus()
    await hold(key)
    assert signed_in.step is Step.CONFIRM
    key_down(key, is_repeated=False)
    if key == Qt.Key.Key_Space:
        QTest.keyRelease(button, key)
    await hold(key)
    await until(lambda: signed_in.step is Step.FOLLOWING)
    await signed_in.let_pass(20)
    assert len(signed_in.demo.tenant.posts) == 1


async def test_enter_held_down_since_the_first_page_sends_nothing(signed_in: Sitting) -> None:
    await signed_in.begin_reset()
    signed_in.button("Sign out").setFocus()
    key_down(Qt.Key.Key_Return, is_repeated=False)
    while signed_in.step is not Step.CONFIRM:
        if QApplication.focusWidget() is not None:
            key_down(Qt.Key.Key_Return, is_repeated=True)
        await asyncio.sleep(0.001)
    button = signed_in.window.protected_page.confirm.go
    await until(button.isEnabled)
    button.setFocus()
    await hold(Qt.Key.Key_Return)
    assert signed_in.step is Step.CONFIRM
    assert signed_in.demo.tenant.posts == []
