"""Every step and every end of a reset, in both languages, at both text sizes, narrow and wide."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.errors import (
    NotPermitted,
    PortalError,
    ServiceFailed,
    SignOutFailed,
    Throttled,
    TokenInvalid,
)
from companyportal.gate import Closed
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.views.end_words import EndWords
from tests.program import device_called, until
from tests.proofs import promise
from tests.views.conftest import Hands
from tests.views.geometry import cut_off, settle, without_name
from tests.views.reset_driver import ResetDriver
from tests.virtual_clock import VirtualClock

pytestmark = promise(8)

Speak = Callable[[str], None]
Enlarge = Callable[[int], None]
SIZES = ((100, 480), (100, 700), (100, 1000), (200, 480), (200, 1000))
"""Percent of the text, width of the page; 480 is the narrowest window."""
EVERYWHERE = [(code, *size) for code, size in product(("en", "fr"), SIZES)]


@pytest.fixture
def driver(
    application: QApplication, portal: Portal, hands: Hands, demo_clock: VirtualClock
) -> ResetDriver:
    """No reset is under way."""
    return ResetDriver.of(portal, hands, demo_clock)


class Eyes:
    """Looks at the page in every language, size and width."""

    def __init__(self, driver: ResetDriver, speak: Speak, enlarge: Enlarge) -> None:
        self.driver, self.speak, self.enlarge = driver, speak, enlarge

    async def look(self) -> None:
        """Nothing may be cut off, stick out or lack a name."""
        page = self.driver.page
        found = []
        for code, percent, width in EVERYWHERE:
            self.speak(code)
            self.enlarge(percent)
            page.resize(width, 900)
            await settle()
            found += [
                (code, percent, width, what) for what in (*cut_off(page), *without_name(page))
            ]
        self.speak("en")
        self.enlarge(100)
        assert found == []


@pytest.fixture
def eyes(driver: ResetDriver, speak: Speak, enlarge: Enlarge) -> Eyes:
    """See Eyes."""
    return Eyes(driver, speak, enlarge)


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("marie", "Galaxy"),
        ("marie", "iPhone"),
        ("marie", "iPad"),
        ("aminata", "Lumia 950"),
        ("aminata", "Lumia 930"),
        ("aminata", "Fairphone"),
        ("lucas", "Delivery tablet"),
    ],
)
async def test_from_the_first_page_to_the_request(
    driver: ResetDriver, eyes: Eyes, name: str
) -> None:
    driver.begin(name)
    await eyes.look()
    await driver.to_browser(name)
    await eyes.look()
    await driver.hands.browser.sign_in(driver.reset.progress.link)
    await until(lambda: driver.reset.progress.step is Step.CONFIRM)
    await eyes.look()


@pytest.mark.parametrize("name", ["W" * 64, "Very long words " * 4, "هاتف مريم" * 8])
async def test_a_long_name_of_the_device(driver: ResetDriver, eyes: Eyes, name: str) -> None:
    device = device_called(driver.portal, "Galaxy")
    driver.reset.begin(Action.RESET_PASSCODE, replace(device, name=name))
    await eyes.look()
    driver.page.before.sign_out.click()
    await until(lambda: driver.reset.progress.step is Step.CONFIRM)
    await eyes.look()


@pytest.mark.parametrize(
    ("person", "name"),
    [
        ("marie", "Galaxy"),
        ("marie", "iPhone"),
        ("aminata", "Lumia 930"),
        ("aminata", "Fairphone"),
        ("lucas", "Lucas’s iPhone"),
        ("lucas", "Lucas’s Pixel"),
    ],
)
async def test_waiting_and_the_result(driver: ResetDriver, eyes: Eyes, name: str) -> None:
    await driver.to_waiting(name)
    await eyes.look()
    await driver.wait_for_result()
    await eyes.look()
    step = driver.page.passcode
    if driver.page.shown is step:
        step.secret.show_button.click()
        await eyes.look()
        driver.portal.follow_up.forget_answers()
        await eyes.look()


async def test_an_unclear_end(driver: ResetDriver, demo: DemoServer, eyes: Eyes) -> None:
    await driver.to_confirm("Galaxy")
    demo.tenant.faults.add("post-500")
    driver.page.confirm.alarm.timeout.emit()
    driver.page.confirm.go.click()
    await until(lambda: driver.reset.progress.step is Step.FOLLOWING)
    await eyes.look()
    demo.tenant.faults.clear()
    await driver.wait_for_result(30.0)
    await eyes.look()


async def test_an_attempt_that_was_not_sent(
    driver: ResetDriver, demo: DemoServer, eyes: Eyes
) -> None:
    await driver.to_confirm("Galaxy")
    demo.tenant.faults.add("forbidden")
    driver.page.confirm.alarm.timeout.emit()
    driver.page.confirm.go.click()
    await until(lambda: driver.reset.progress.error is not None)
    await eyes.look()


@pytest.mark.parametrize("reason", [reason for reason in Closed if reason is not Closed.SENT])
async def test_every_end(driver: ResetDriver, eyes: Eyes, reason: Closed) -> None:
    await driver.to_end("Galaxy", reason)
    await eyes.look()


async def test_an_end_without_a_session(driver: ResetDriver, demo: DemoServer, eyes: Eyes) -> None:
    driver.begin("Galaxy")
    demo.tenant.faults.add("forged-id-token", 1)
    driver.page.before.sign_out.click()
    await until(lambda: driver.reset.progress.step is Step.ENDED)
    await eyes.look()
    driver.hands.signs_in = False
    driver.page.ended.sign_in.click()
    await until(lambda: driver.portal.account.link)
    await eyes.look()
    driver.page.ended.cancel.click()
    await until(lambda: not driver.portal.tasks.is_running("sign-in"))


@pytest.mark.parametrize(
    "error",
    [
        NotPermitted(status=403),
        ServiceFailed(status=503),
        SignOutFailed(),
        Throttled(status=429, retry_after_s=100),
        TokenInvalid(code="signature"),
    ],
)
async def test_the_words_of_an_error_do_not_end_a_title_with_a_stop(
    application: QApplication, error: PortalError
) -> None:
    page = EndWords().describe(Closed.SENT, error, Action.RESET_PASSCODE)
    assert not page.title.endswith(".")
    assert page.not_done == "Nothing was reset."
