"""Every page of the window with text of twice the size, on the narrowest promised window."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.views.language import Language
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import promise
from tests.stories.sitting import Sitting
from tests.stories.test_quitting import until_on_its_way
from tests.views.geometry import cut_off, settle, shown, without_name

Enlarge = Callable[[], None]
NARROWEST = (640, 900)


@pytest.fixture
def enlarge(qapp: QApplication) -> Iterator[Enlarge]:
    """Text of 28 pixels, in the language of the test; everything as before afterwards."""
    before = QFont(qapp.font())

    def enlarge() -> None:
        font = QFont(before)
        font.setPixelSize(28)
        qapp.setFont(font)

    yield enlarge
    qapp.setFont(before)
    Language().use("en")


async def look_at(sitting: Sitting, page: QWidget) -> None:
    """Nothing is cut off, sticks out or lacks a name; and there is something to see."""
    sitting.window.resize(*NARROWEST)
    await settle()
    assert page.isVisible()
    assert len(list(shown(page))) > 3
    assert [*cut_off(page), *without_name(page)] == []


@promise(8)
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_page_at_twice_the_text(
    sitting: Sitting, enlarge: Enlarge, language: str
) -> None:
    window = sitting.window
    await sitting.sign_in()
    Language().use(language)
    enlarge()
    window.resize(*NARROWEST)
    await settle()
    device = sitting.device("Marie’s Galaxy")
    await look_at(sitting, window.devices_page)
    window.router.open_device(device)
    await until(lambda: sitting.portal.details.checked_at is not None)
    await look_at(sitting, window.pages.device_page)
    window.router.open_protected(Action.RESET_PASSCODE, device)
    await look_at(sitting, window.protected_page)
    window.router.back()
    window.router.go(Place.SUPPORT)
    await look_at(sitting, window.support_page)
    window.router.go(Place.SETTINGS)
    await look_at(sitting, window.pages.settings_page)
    window.header.bell.click()
    await look_at(sitting, window.sheets.panel)
    window.router.go(Place.DEVICES)
    sitting.portal.account.sign_out()
    await until(window.welcome.isVisible)
    await look_at(sitting, window.welcome)


@promise(8)
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_question_before_quitting_at_twice_the_text(
    sitting: Sitting, enlarge: Enlarge, language: str
) -> None:
    window = sitting.window
    await sitting.sign_in()
    await until_on_its_way(sitting)
    Language().use(language)
    enlarge()
    window.sheets.ask_before_quitting()
    await look_at(sitting, window.sheets.quit_question)
    window.resize(480, 600)
    await settle()
    assert cut_off(window.sheets.quit_question) == []
    await sitting.let_pass_until(Step.FOLLOWING)
