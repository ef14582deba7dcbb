"""The strip above the sign-in's browser: the way out stays, and so does the question."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.models.account import AccountState
from companyportal.models.visit import VisitState
from companyportal.views.theme import Theme
from companyportal.visit import Comfort, VisitEnd
from tests.counter import Counter, at_counter
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.proofs import promise, threat
from tests.views.geometry import cut_off, hard_to_hit, settle
from tests.views.visitor import visible
from tests.virtual_clock import VirtualClock

pytestmark = [promise(7), threat("T33")]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def waiting(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock, theme: Theme
) -> AsyncIterator[Counter]:
    """The browser is open, and the visitor looks at it."""
    async with at_counter(demo, browser, clock=demo_clock) as counter:
        counter.hands.hesitates = True
        counter.portal.account.sign_in()
        await until(lambda: counter.window.bar.isVisible())
        yield counter


async def test_bar_browser_and_foot_share_the_place_of_the_window(waiting: Counter) -> None:
    window, bar = waiting.window, waiting.window.bar
    assert bar.geometry().topLeft() == window.geometry().topLeft()
    assert bar.width() == window.width()
    between, foot = window.browser_area, bar.foot
    assert between.top() == bar.geometry().bottom() + 1
    assert foot.geometry().top() == between.bottom() + 1
    assert foot.geometry().bottom() == window.geometry().bottom()
    assert foot.width() == window.width()
    for strip in (bar, foot):
        assert strip.isVisible()
        assert strip.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
        assert strip.windowFlags() & Qt.WindowType.FramelessWindowHint
        assert strip.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert "5 minutes left" in visible(bar)  # the sign-in's own limit


async def test_the_way_out_is_there(waiting: Counter) -> None:
    QTest.mouseClick(waiting.window.bar.end, LEFT)
    assert waiting.visit.reason is VisitEnd.ASKED
    assert not waiting.hands.is_open
    assert not waiting.window.bar.isVisible()


async def test_cancelling_leads_back_to_the_first_page(waiting: Counter) -> None:
    QTest.mouseClick(waiting.window.bar.cancel, LEFT)
    await until(lambda: waiting.portal.account.state is AccountState.SIGNED_OUT)
    assert not waiting.window.bar.isVisible()
    assert waiting.window.frame.welcome.sign_in.isVisible()
    assert waiting.is_in(VisitState.RUNNING)


async def test_the_bar_goes_with_the_sign_in(waiting: Counter) -> None:
    waiting.hands.browser.open_url(waiting.portal.account.link)
    await until(lambda: waiting.portal.account.state is AccountState.SIGNED_IN)
    assert not waiting.window.bar.isVisible()


@promise(8)
async def test_the_question_covers_the_browser_and_is_answered_there(waiting: Counter) -> None:
    window, bar = waiting.window, waiting.window.bar
    # What happens in the browser is not heard of here, and only a limit ends it.
    await waiting.stands(61)
    assert waiting.is_in(VisitState.RUNNING)
    waiting.visit.note_browser(False)
    await waiting.stands(61)
    assert waiting.is_in(VisitState.WARNING)
    assert bar.warning.isVisible()
    assert bar.warning.geometry() == window.geometry()
    assert bar.warning.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert QApplication.focusWidget() is bar.warning.stay
    QTest.keyClick(bar.warning.stay, Qt.Key.Key_Space)
    assert waiting.is_in(VisitState.RUNNING)
    assert bar.isVisible()
    assert not bar.warning.isVisible()
    await waiting.stands(61)
    bar.warning.end.click()
    assert waiting.visit.reason is VisitEnd.ASKED


@promise(8)
@pytest.mark.parametrize("size", [(768, 1024), (1024, 768), (1920, 1080)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_nothing_is_cut_and_every_finger_hits(
    waiting: Counter, size: tuple[int, int], language: str
) -> None:
    window, bar = waiting.window, waiting.window.bar
    window.resize(*size)
    window.set_comfort(Comfort(language, text_step=2))
    end = "End session" if language == "en" else "Terminer la session"
    await until(lambda: bar.end.text() == end)
    bar.appear(window.area)
    await settle()
    assert cut_off(bar) == []
    assert hard_to_hit(bar) == []
    assert bar.height() < size[1] / 3
