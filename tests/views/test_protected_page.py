"""The page of a reset: what it shows at each point of the way, and what its buttons do."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.views.text import Text
from tests.program import until
from tests.proofs import fault
from tests.views.conftest import Hands
from tests.views.geometry import settle
from tests.views.reset_driver import ResetDriver
from tests.virtual_clock import VirtualClock


@pytest.fixture
def driver(
    application: QApplication, portal: Portal, hands: Hands, demo_clock: VirtualClock
) -> ResetDriver:
    """No reset is under way."""
    return ResetDriver.of(portal, hands, demo_clock)


def texts(driver: ResetDriver) -> str:
    """All words that can be seen."""
    page = driver.page
    return "\n".join(t.text() for t in page.findChildren(Text) if t.isVisibleTo(page))


async def test_before_anything_happens_the_three_steps_are_told(driver: ResetDriver) -> None:
    driver.begin("Galaxy")
    assert driver.page.before.isVisible()
    words = texts(driver)
    assert "A temporary passcode is made" in words
    assert "It has letters and digits and replaces your passcode." in words
    assert "Samsung Galaxy S23 · serial no. ending 7F3K" in words
    assert "You are signed out" in words
    assert driver.page.stepper.accessibleName() == "Step 1 of 3: Before you start"
    driver.page.before.cancel.click()
    assert driver.reset.progress.step is Step.NONE


async def test_while_the_browser_is_open_the_time_runs_and_nothing_has_changed(
    driver: ResetDriver, demo_clock: VirtualClock, hands: Hands
) -> None:
    await driver.to_browser("Galaxy")
    await until(lambda: demo_clock.sleepers)
    for _ in range(48):
        await demo_clock.advance(1)
    assert driver.page.sign_in.isVisible()
    assert "4 minute" in driver.page.sign_in.ring.accessibleName()
    words = texts(driver)
    assert "The sign-in page of Valcombe is open. Use the same account:" in words
    assert "marie.dubois@valcombe.example" in words
    assert "You are signed out. Nothing has changed on Marie’s Galaxy." in words
    driver.page.sign_in.again.click()
    assert hands.opened == [driver.reset.progress.link] * 2
    driver.page.sign_in.copy.click()
    assert QApplication.clipboard().text() == driver.reset.progress.link
    driver.page.sign_in.cancel.click()
    assert driver.page.ended.isVisible()
    assert "Nothing was reset." in texts(driver)
    await until(lambda: not driver.portal.tasks.is_running("sign-in-again"))


async def test_the_last_button_sleeps_for_a_moment(driver: ResetDriver, demo: DemoServer) -> None:
    await driver.to_confirm("Galaxy")
    confirm = driver.page.confirm
    assert confirm.isVisible()
    assert "Reset the passcode of Marie’s Galaxy?" in texts(driver)
    assert "You are signed in again as Marie Dubois." in texts(driver)
    assert not confirm.go.isEnabled()
    assert confirm.alarm.interval() >= 1000
    confirm.go.click()
    assert driver.reset.progress.step is Step.CONFIRM
    driver.reset.changed.emit()
    assert not confirm.go.isEnabled()
    confirm.alarm.timeout.emit()
    assert confirm.go.isEnabled()
    driver.page.hide()
    driver.page.show()
    assert not confirm.go.isEnabled()
    assert demo.tenant.posts == []


async def test_an_attempt_that_was_not_sent_says_so_and_can_be_repeated(
    driver: ResetDriver, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    await driver.to_confirm("Galaxy")
    demo.tenant.faults.add("forbidden")
    driver.page.confirm.alarm.timeout.emit()
    driver.page.confirm.go.click()
    await until(lambda: driver.reset.progress.error is not None)
    assert driver.page.confirm.isVisible()
    assert "Your organisation does not allow you to do this." in texts(driver)
    driver.page.confirm.bar.copy.click()
    assert "Status: 403" in QApplication.clipboard().text()
    demo.tenant.faults.discard("forbidden")
    driver.page.confirm.alarm.timeout.emit()
    driver.page.confirm.go.click()
    await until(lambda: driver.reset.progress.step is Step.FOLLOWING)
    assert driver.page.waiting.isVisible()


async def test_while_waiting_the_page_may_be_left(
    driver: ResetDriver, demo_clock: VirtualClock
) -> None:
    await driver.to_waiting("Galaxy")
    assert driver.page.waiting.isVisible()
    words = texts(driver)
    assert "Waiting for Marie’s Galaxy" in words
    assert "Next look after 5 second" in words
    assert "You may leave this page" in words
    asked: list[None] = []
    driver.page.devices_asked.connect(lambda: asked.append(None))
    driver.page.waiting.devices.click()
    assert asked == [None]


@pytest.mark.parametrize("person", ["lucas"])
@fault("R33")
async def test_after_a_while_without_an_answer_the_page_says_what_may_be_the_matter(
    driver: ResetDriver, demo_clock: VirtualClock
) -> None:
    await driver.to_waiting("Spare phone")
    for _ in range(40):
        await demo_clock.advance(5)
        for _ in range(5):
            await settle()
    assert "The phone must be online" in texts(driver)
    assert "last checked" in texts(driver)
    for _ in range(40):
        await demo_clock.advance(60)
        for _ in range(5):
            await settle()
    assert "We no longer look by ourselves. Press Check now." in texts(driver)
    driver.page.waiting.check.click()
    await settle()
    assert "We no longer look by ourselves." not in texts(driver)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("other-person", "This was another account"),
        ("stale-id-token", "Your browser did not ask for your password"),
        ("forged-id-token", "The sign-in could not be trusted"),
    ],
)
async def test_a_refused_sign_in_says_nothing_was_reset_and_offers_to_sign_in(
    driver: ResetDriver, demo: DemoServer, demo_clock: VirtualClock, fault: str, words: str
) -> None:
    await demo_clock.advance(120)
    driver.begin("Galaxy")
    demo.tenant.faults.add(fault)
    driver.page.before.sign_out.click()
    await until(lambda: driver.reset.progress.step is Step.ENDED)
    assert driver.page.ended.isVisible()
    assert words in texts(driver)
    assert "Nothing was reset." in texts(driver)
    ended = driver.page.ended
    assert ended.sign_in.isVisible()
    assert not ended.start_again.isVisible()
    ended.copy.click()
    assert f"Code: {driver.reset.closed_because}" in QApplication.clipboard().text() or (
        "Code: " in QApplication.clipboard().text()
    )


async def test_after_an_end_the_person_signs_in_and_starts_again(
    driver: ResetDriver, demo: DemoServer, hands: Hands
) -> None:
    driver.begin("Galaxy")
    demo.tenant.faults.add("other-person", 1)
    driver.page.before.sign_out.click()
    await until(lambda: driver.reset.progress.step is Step.ENDED)
    hands.signs_in = False
    ended = driver.page.ended
    ended.sign_in.click()
    await until(lambda: driver.portal.account.link)
    assert "Continue in your browser." in texts(driver)
    ended.copy_link.click()
    assert QApplication.clipboard().text() == driver.portal.account.link
    await hands.browser.sign_in(driver.portal.account.link)
    await until(lambda: driver.portal.account.state is AccountState.SIGNED_IN)
    assert ended.start_again.isVisible()
    ended.start_again.click()
    assert driver.page.before.isVisible()


@pytest.mark.parametrize("reason", [reason for reason in Closed if reason is not Closed.SENT])
async def test_every_end_has_its_page(
    driver: ResetDriver, demo: DemoServer, reason: Closed
) -> None:
    await driver.to_end("Galaxy", reason)
    words = texts(driver)
    assert "Nothing was" in words
    assert driver.page.ended.start_again.isVisible()
    assert driver.page.ended.support.isVisible()
    assert driver.page.stepper.accessibleName() == "Step 3 of 3: Reset"
    assert demo.tenant.posts == []


async def test_another_language_is_spoken_at_once(driver: ResetDriver) -> None:
    driver.begin("Galaxy")
    driver.page.before.sign_out.setText("")
    QApplication.sendEvent(driver.page, QEvent(QEvent.Type.LanguageChange))
    assert driver.page.before.sign_out.text() == "Sign out"


async def test_the_way_back_names_the_device(driver: ResetDriver) -> None:
    driver.begin("iPhone")
    asked: list[None] = []
    driver.page.back.connect(lambda: asked.append(None))
    assert driver.page.back_button.accessibleName() == "Marie’s iPhone"
    driver.page.back_button.click()
    assert asked == [None]
