"""What is asked before something is sent: nobody confirms by accident, and no is always easy."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.computer_identity import ComputerIdentity, serial
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.views import direct_question, name_question
from companyportal.views.name_question import NameQuestion
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.asking import IPHONE, PC, Asking
from tests.stories.sitting import Sitting

pytestmark = [promise(4)]

LEFT = Qt.MouseButton.LeftButton
ASKS_ONCE = [Action.REMOTE_LOCK, Action.RESTART]
TYPES_NAME = [Action.RETIRE, Action.WIPE]
_NEVER_MS = 3_600_000


def by_name(action: Action) -> str:
    """For the names of tests."""
    return action.name.lower()


async def by_enter(sitting: Sitting) -> None:
    """The keyboard is on the harmless button."""
    await sitting.press(Qt.Key.Key_Return)


async def by_escape(sitting: Sitting) -> None:
    """As everywhere."""
    await sitting.press(Qt.Key.Key_Escape)


async def by_cancel(sitting: Sitting) -> None:
    """With the mouse."""
    await sitting.click("Cancel")


# one question


@pytest.mark.parametrize("action", ASKS_ONCE, ids=by_name)
@pytest.mark.parametrize("say_no", [by_enter, by_escape, by_cancel])
async def test_no_is_the_first_answer(
    signed_in: Sitting, action: Action, say_no: Callable[[Sitting], Awaitable[None]]
) -> None:
    asking = Asking(signed_in, action)
    await asking.to_the_last_click()
    question = signed_in.window.sheets.direct_question
    assert question.is_open
    assert QApplication.focusWidget() is question.cancel
    await say_no(signed_in)
    assert not question.is_open
    assert signed_in.portal.direct.question is None
    await signed_in.let_pass(5)
    asking.was_never_sent()


@threat("T28")
@pytest.mark.parametrize("action", ASKS_ONCE, ids=by_name)
async def test_for_a_second_nothing_says_yes(signed_in: Sitting, action: Action) -> None:
    asking = Asking(signed_in, action)
    question = signed_in.window.sheets.direct_question
    question.alarm.setInterval(_NEVER_MS)
    await asking.to_the_last_click()
    for _ in range(2):
        QTest.mouseClick(question.go, LEFT)
        QTest.mouseDClick(question.go, LEFT)
        QTest.keyClick(question.go, Qt.Key.Key_Return)
        QTest.keyClick(question.go, Qt.Key.Key_Space)
    assert question.is_open
    assert direct_question.WAKES_AFTER_MS >= 1_000
    question.alarm.timeout.emit()
    for _ in range(5):
        QTest.mouseClick(question.go, LEFT)
        QTest.mouseDClick(question.go, LEFT)
    await asking.answered()
    await until(lambda: signed_in.portal.follow_up.all)
    asking.was_taken_once()


# the name is typed


async def at_the_field(sitting: Sitting, action: Action) -> tuple[Asking, NameQuestion]:
    """The question is open, with an empty field that has the keyboard."""
    asking = Asking(sitting, action)
    await asking.open_page()
    await asking.press()
    await asking.through_the_gate()
    await sitting.confirm()
    question = sitting.window.protected_page.confirm.question
    await until(lambda: not question.alarm.isActive())
    assert QApplication.focusWidget() is question.field
    return asking, question


RIGHT = ["Marie’s iPhone", "MARIE'S IPHONE", "  marie’s   iphone ", "Marie\u2019s\u00a0iPhone"]
WRONG = [
    "",
    " ",
    "Marie’s",
    "iPhone",
    "Marie’s iPhone 2",
    "Marie’s Galaxy",
    "Maries iPhone",
    "9QX2",
]


async def test_only_the_name_wakes_the_red_button(signed_in: Sitting) -> None:
    _, question = await at_the_field(signed_in, Action.RETIRE)
    for text in WRONG:
        question.field.setText(text)
        assert question.go.reason == "Type the name first.", text
        QTest.mouseClick(question.go, LEFT)
        QTest.keyClick(question.go, Qt.Key.Key_Return)
        assert question.is_open
    for text in RIGHT:
        question.field.setText(text)
        assert question.go.reason == "", text
    assert signed_in.step is Step.CONFIRM
    assert signed_in.demo.tenant.posts == []


@pytest.mark.parametrize("action", TYPES_NAME, ids=by_name)
async def test_the_name_may_be_pasted_and_enter_in_the_field_sends_nothing(
    signed_in: Sitting, action: Action
) -> None:
    asking, question = await at_the_field(signed_in, action)
    QGuiApplication.clipboard().setText(question.wanted)
    QTest.keyClick(question.field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert question.go.reason == ""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        await signed_in.press(key)
    assert question.is_open
    assert signed_in.step is Step.CONFIRM
    await signed_in.let_pass(2)
    asking.was_never_sent()
    QTest.mouseDClick(question.go, LEFT)
    QTest.mouseClick(question.go, LEFT)
    await until(lambda: signed_in.step is Step.FOLLOWING)
    asking.was_taken_once()


@pytest.mark.parametrize("action", TYPES_NAME, ids=by_name)
@pytest.mark.parametrize("say_no", [by_escape, by_cancel])
async def test_whoever_leaves_the_question_has_sent_nothing_and_still_has_time(
    signed_in: Sitting, action: Action, say_no: Callable[[Sitting], Awaitable[None]]
) -> None:
    asking, question = await at_the_field(signed_in, action)
    QTest.keyClicks(question.field, "marie's iphone")
    if say_no is by_cancel:
        await signed_in.click_at(question.cancel, question.cancel.rect().center())
    else:
        await say_no(signed_in)
    assert not question.is_open
    assert (signed_in.step, signed_in.window.router.place) == (Step.CONFIRM, Place.PROTECTED)
    await signed_in.confirm()
    assert question.field.text() == "", "asked again, it is typed again"
    await by_escape(signed_in)
    await signed_in.let_pass(2)
    asking.was_never_sent()


async def test_for_a_second_not_even_the_name_wakes_it(signed_in: Sitting) -> None:
    asking = Asking(signed_in, Action.WIPE)
    question = signed_in.window.protected_page.confirm.question
    question.alarm.setInterval(_NEVER_MS)
    await asking.to_the_last_click()
    QTest.mouseClick(question.go, LEFT)
    QTest.mouseDClick(question.go, LEFT)
    assert question.is_open
    assert name_question.WAKES_AFTER_MS >= 1_000
    asking.was_never_sent()


async def test_of_a_very_long_name_the_end_of_the_serial_number_is_typed(
    sitting: Sitting,
) -> None:
    long_name = "The phone that Marie Dubois carries about"
    played = sitting.demo.tenant.devices_of(sitting.demo.people[0])[1]
    properties = {**played.record.properties, "deviceName": long_name}
    played.record = replace(played.record, properties=properties)
    await sitting.sign_in()
    asking = Asking(sitting, Action.RETIRE, long_name)
    await asking.to_the_last_click()
    question = sitting.window.protected_page.confirm.question
    assert question.wanted == "9QX2"
    sitting.sees("To confirm, type the end of its serial number: 9QX2")
    question.field.setText(long_name)
    assert question.go.reason
    question.field.setText("9qx2")
    await asking.last_click()
    await until(lambda: sitting.step is Step.FOLLOWING)
    asking.was_taken_once()


# the computer in use


def sit_at(sitting: Sitting, name: str) -> None:
    """The program runs on that device."""
    serial_number = sitting.device(name).serial_number
    sitting.portal.devices.note_this_computer(ComputerIdentity(serial_number=serial(serial_number)))


async def test_the_computer_in_use_is_named_twice_before_it_restarts(signed_in: Sitting) -> None:
    sit_at(signed_in, PC)
    asking = Asking(signed_in, Action.RESTART)
    await asking.to_the_last_click()
    signed_in.sees("This is the computer you are using now. Save your work first.")
    signed_in.sees("Restart the computer I am using")
    await by_escape(signed_in)
    asking.was_never_sent()


async def test_the_computer_in_use_is_named_twice_before_it_is_erased(signed_in: Sitting) -> None:
    sit_at(signed_in, PC)
    asking = Asking(signed_in, Action.WIPE, PC)
    await asking.to_the_last_click()
    signed_in.sees("This is the computer you are using now.", "will be gone.")
    signed_in.sees("Factory reset the computer I am using")
    await by_escape(signed_in)
    asking.was_never_sent()


async def test_another_device_is_not_called_the_computer_in_use(signed_in: Sitting) -> None:
    sit_at(signed_in, PC)
    await Asking(signed_in, Action.WIPE).to_the_last_click()
    assert "the computer" not in signed_in.words().replace("This computer", "")
    assert signed_in.window.protected_page.confirm.question.go.text() == "Factory reset this iPhone"
    assert IPHONE in signed_in.words()
