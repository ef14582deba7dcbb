"""The page of a visit behind the sign-in's browser."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from companyportal.demo.server import DemoServer
from companyportal.models.account import AccountState
from companyportal.views.theme import Theme
from companyportal.views.visit_sign_in import VisitSignIn
from tests.counter import at_counter
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.virtual_clock import VirtualClock


def press_enter(window: QWidget) -> None:
    where = window.focusWidget()
    assert where is not None
    QTest.keyClick(where, Qt.Key.Key_Return)


async def test_a_second_press_of_enter_changes_nothing(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock, theme: Theme
) -> None:
    async with at_counter(demo, browser, clock=demo_clock) as counter:
        account = counter.portal.account
        counter.hands.hesitates = True
        page = counter.window.findChild(VisitSignIn)
        assert page is not None
        page.focus_first()
        before = counter.window.comfort
        press_enter(counter.window)
        await until(lambda: account.state is AccountState.SIGNING_IN)
        press_enter(counter.window)
        await until(lambda: account.link)
        press_enter(counter.window)
        assert account.state is AccountState.SIGNING_IN
        assert counter.window.focusWidget() is page.again
        assert counter.window.comfort == before
        account.cancel()
        await until(lambda: account.can_sign_in)
        assert counter.window.focusWidget() is page.sign_in
