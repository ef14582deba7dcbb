"""Quitting while a request is on its way: asked once, never lost from sight, never sent again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.models.protected_progress import Step
from companyportal.views.quit_question import QuitQuestion
from tests.program import until
from tests.proofs import fault
from tests.stories.sitting import Sitting

ASKED = ("A request is being sent", "its outcome is unknown until the next start", "Stay")


def question(sitting: Sitting) -> QuitQuestion:
    """The one question over the window."""
    return sitting.window.sheets.quit_question


async def until_on_its_way(sitting: Sitting) -> None:
    """Confirmed; the service has the request and takes its time."""
    await sitting.to_confirmation()
    faults = sitting.demo.tenant.faults
    sitting.portal.protected.details_read.connect(lambda _: faults.add("latency:1"))
    await sitting.confirm()
    await until(lambda: sitting.demo.tenant.posts)
    assert sitting.step is Step.SENDING


def by_tray(sitting: Sitting) -> None:
    """Quit in the menu of the icon, the window closed."""
    sitting.window.hide()
    sitting.life.tray.menu.actions()[-1].trigger()


def by_menu(sitting: Sitting) -> None:
    """Quit in the person's menu."""
    sitting.window.sheets.account_menu.quit_asked.emit()


def by_keys(sitting: Sitting) -> None:
    """Ctrl+Q."""
    QTest.keyClick(sitting.window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def by_closing(sitting: Sitting) -> None:
    """The cross, where there is no tray."""
    sitting.window.close()


@fault("R30")
@pytest.mark.parametrize("ask_to_quit", [by_tray, by_menu, by_keys, by_closing])
async def test_who_quits_while_it_is_being_sent_is_asked_and_may_stay(
    signed_in: Sitting, ask_to_quit: Callable[[Sitting], None]
) -> None:
    await until_on_its_way(signed_in)
    for _ in range(2):  # a second time changes nothing
        ask_to_quit(signed_in)
        await until(lambda: signed_in.window.isVisible() and question(signed_in).isVisible())
        signed_in.sees(*ASKED)
    await signed_in.click("Stay")
    assert not question(signed_in).isVisible()
    await signed_in.let_pass_until(Step.FOLLOWING)
    assert len(signed_in.demo.tenant.posts) == 1


@fault("R30")
@pytest.mark.parametrize("is_hidden", [False, True])
async def test_the_answer_closes_the_question_and_is_shown(
    signed_in: Sitting, is_hidden: bool
) -> None:
    await until_on_its_way(signed_in)
    by_menu(signed_in)
    await until(lambda: question(signed_in).isVisible())
    signed_in.window.setVisible(not is_hidden)
    await signed_in.let_pass_until(Step.FOLLOWING)
    signed_in.window.show()
    assert not question(signed_in).isVisible()
    focus = QApplication.focusWidget()
    assert focus is None or focus.isVisible()
    signed_in.sees("Waiting for Marie’s Galaxy")


@fault("R30")
async def test_the_question_is_answered_by_the_keyboard(signed_in: Sitting) -> None:
    await until_on_its_way(signed_in)
    before = signed_in.window.protected_page.back_button
    before.setFocus()
    by_menu(signed_in)
    await until(lambda: question(signed_in).isVisible())
    ask = question(signed_in)
    interface = QAccessible.queryAccessibleInterface(ask)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Dialog
    assert interface.text(QAccessible.Text.Name) == "A request is being sent"
    stops = []
    for _ in range(3):
        stops.append(QApplication.focusWidget())
        await signed_in.press(Qt.Key.Key_Tab)
    assert stops == [ask.stay, ask.quit, ask.stay]
    QTest.keyClick(signed_in.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is ask.quit, "nothing behind the question hears a key"
    signed_in.window.resize(600, 640)
    assert ask.geometry() == signed_in.window.rect()
    await signed_in.press(Qt.Key.Key_Escape)
    assert not ask.isVisible()
    assert QApplication.focusWidget() is before
    await signed_in.let_pass_until(Step.FOLLOWING)
