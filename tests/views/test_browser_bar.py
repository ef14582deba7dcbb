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
from companyportal.settings import Loaded, Settings
from companyportal.views.theme import Theme
from companyportal.visit import TEXT_STEPS, Comfort, VisitEnd
from tests.counter import Counter, at_counter
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.proofs import promise, threat
from tests.views.geometry import cut_off, hard_to_hit, settle, without_name
from tests.views.visitor import visible
from tests.virtual_clock import VirtualClock

pytestmark = [promise(7), threat("T33")]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
async def waiting(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock, theme: Theme
) -> AsyncIterator[Counter]:
    """The browser is open, and the visitor looks at it."""
    told = Loaded(settings=Settings(support_phone="01 99 00 42 42"))
    async with at_counter(demo, browser, clock=demo_clock, loaded=told) as counter:
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
@pytest.mark.parametrize("size", [(768, 1024), (1024, 768), (1920, 1080), (2160, 3840)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_nothing_is_cut_and_every_finger_hits(
    waiting: Counter, size: tuple[int, int], language: str
) -> None:
    window, bar = waiting.window, waiting.window.bar
    window.resize(*size)
    bar.appear(window.area)
    end = "End session" if language == "en" else "Terminer la session"
    for step in TEXT_STEPS:
        window.set_comfort(Comfort(language, text_step=step))
        await until(lambda: bar.end.text() == end)
        await settle()
        for strip in (bar, bar.foot):
            found = [*cut_off(strip), *hard_to_hit(strip), *without_name(strip)]
            assert found == [], step
            assert strip.width() == size[0], "it left the screen"
        between = window.browser_area
        assert between.top() == bar.geometry().bottom() + 1
        assert between.bottom() == bar.foot.geometry().top() - 1
        assert between.height() > size[1] / 2


@promise(8)
async def test_what_is_chosen_while_the_browser_is_open_opens_the_page_again(
    waiting: Counter,
) -> None:
    window, bar = waiting.window, waiting.window.bar
    chosen: list[Comfort] = []
    window.comfort_chosen.connect(chosen.append)
    foot, small = bar.foot.foot, bar.foot.foot.contrast.height()
    assert "01\u00a099\u00a000\u00a042\u00a042" in visible(bar.foot)
    for button in (foot.language, foot.contrast, foot.text_size, foot.text_size):
        QTest.mouseClick(button, LEFT)
    assert chosen[-1] == window.comfort == Comfort("fr", has_contrast=True, text_step=2)
    await until(lambda: bar.cancel.text() == "Annuler")
    assert bar.foot.foot.contrast.height() > small
    assert len(waiting.hands.opened) == 1, "whoever presses four times sees it once"
    await until(lambda: len(waiting.hands.opened) == 2)
    assert [*{*waiting.hands.opened}] == [waiting.portal.account.link]
    assert waiting.portal.account.state is AccountState.SIGNING_IN


@promise(8)
async def test_a_page_that_has_been_left_is_not_opened_again(waiting: Counter) -> None:
    window = waiting.window
    QTest.mouseClick(window.bar.foot.foot.contrast, LEFT)
    QTest.mouseClick(window.bar.cancel, LEFT)
    await until(lambda: waiting.portal.account.state is AccountState.SIGNED_OUT)
    window.chosen.timeout.emit()
    QTest.mouseClick(window.frame.foot.contrast, LEFT)
    assert len(waiting.hands.opened) == 1
