"""The page of a visit behind the sign-in's browser."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.models.account import AccountState
from companyportal.views.visit_sign_in import VisitSignIn
from tests.counter import Counter
from tests.program import until


def press_enter() -> None:
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClick(where, Qt.Key.Key_Return)


async def test_a_second_press_of_enter_cancels_nothing(counter: Counter) -> None:
    account, window = counter.portal.account, counter.window
    counter.hands.hesitates = True
    page = window.findChild(VisitSignIn)
    assert page is not None
    window.activateWindow()
    await until(window.isActiveWindow)
    page.focus_first()
    press_enter()
    await until(lambda: account.state is AccountState.SIGNING_IN)
    press_enter()
    await until(lambda: account.link)
    press_enter()
    assert account.state is AccountState.SIGNING_IN
    assert QApplication.focusWidget() not in (None, page.cancel)
    account.cancel()
    await until(lambda: account.can_sign_in)
    assert page.sign_in.hasFocus()
