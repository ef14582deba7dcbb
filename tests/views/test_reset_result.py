"""What became of a reset: its words, and a passcode that never stays."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from companyportal.views.text import Text
from tests.program import until
from tests.views.conftest import Hands
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


async def test_the_passcode_is_hidden_shown_and_gone(
    driver: ResetDriver, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    assert await driver.to_result("Galaxy") is OperationState.DONE
    step = driver.page.passcode
    assert step.isVisible()
    assert "Your temporary passcode is ready" in texts(driver)
    assert not step.secret.is_shown
    followed = driver.followed
    assert followed is not None
    assert followed.boot_shown is None
    step.secret.show_button.click()
    assert step.secret.is_shown
    followed = driver.followed
    assert followed is not None
    assert followed.boot_shown == demo_clock.boot_s()
    await demo_clock.advance(301)
    step.watch.timeout.emit()
    assert "The passcode is no longer kept here." in texts(driver)
    assert not step.secret.isVisible()


async def test_nothing_of_the_passcode_stays_when_the_page_is_left(driver: ResetDriver) -> None:
    await driver.to_result("Galaxy")
    step = driver.page.passcode
    step.secret.show_button.click()
    driver.page.hide()
    assert not step.secret.is_shown
    assert not step.secret.has_secret
    driver.page.show()
    assert step.secret.has_secret
    assert not step.secret.is_shown


async def test_a_locked_computer_forgets_the_passcode(driver: ResetDriver) -> None:
    await driver.to_result("Galaxy")
    driver.portal.follow_up.forget_answers()
    assert "The passcode is no longer kept here." in texts(driver)
    assert not driver.page.passcode.secret.has_secret


async def test_copying_counts_as_seeing(driver: ResetDriver, demo: DemoServer) -> None:
    await driver.to_result("Galaxy")
    driver.page.passcode.secret.copy_button.click()
    assert QApplication.clipboard().text() in demo.tenant.secrets
    followed = driver.followed
    assert followed is not None
    assert followed.boot_shown is not None
    driver.portal.clipboard.clear()


async def test_on_an_iphone_the_passcode_is_removed_and_never_called_temporary(
    driver: ResetDriver,
) -> None:
    seen = []
    driver.reset.changed.connect(lambda: seen.append(texts(driver)))
    assert await driver.to_result("iPhone") is OperationState.DONE
    assert driver.page.removed.isVisible()
    assert "The passcode was removed" in texts(driver)
    assert "Anyone can open this iPhone now." in texts(driver)
    assert "Set up Face ID or Touch ID again" in texts(driver)
    assert not [words for words in [*seen, texts(driver)] if "emporary passcode" in words]


@pytest.mark.parametrize("person", ["lucas"])
@pytest.mark.parametrize(
    ("name", "state", "title"),
    [
        ("Lucas’s iPhone", OperationState.FAILED, "The device could not do it"),
        ("Lucas’s Pixel", OperationState.NOT_SUPPORTED, "This device does not support it"),
    ],
)
async def test_a_bad_end_says_that_the_passcode_is_the_same(
    driver: ResetDriver, name: str, state: OperationState, title: str
) -> None:
    assert await driver.to_result(name) is state
    assert driver.page.failed.isVisible()
    assert title in texts(driver)
    assert "Your passcode is the same as before." in texts(driver)
    driver.page.failed.copy.click()
    assert f"Code: {state.value}" in QApplication.clipboard().text()


async def test_an_unclear_end_is_violet_and_is_never_sent_again(
    driver: ResetDriver, demo: DemoServer
) -> None:
    await driver.to_confirm("Galaxy")
    demo.tenant.faults.add("post-500")
    driver.page.confirm.alarm.timeout.emit()
    driver.page.confirm.go.click()
    await until(lambda: driver.reset.progress.step is Step.FOLLOWING)
    assert driver.page.unknown.isVisible()
    words = texts(driver)
    assert "We do not know yet whether it worked" in words
    assert "The request is not sent a second time." in words
    assert "IT support can see the result: 01 99 00 42 42." in words
    driver.page.unknown.copy.click()
    assert "Task: reset-passcode" in QApplication.clipboard().text()
    demo.tenant.faults.discard("post-500")
    driver.page.unknown.check.click()
    await until(lambda: driver.clock.sleepers)
    assert await driver.wait_for_result(30.0) is OperationState.UNRESOLVED
    assert driver.page.failed.isVisible()
    assert "We could not find out whether it worked" in texts(driver)
    assert len(demo.tenant.posts) == 1


async def test_a_result_that_nobody_followed_is_said_to_be_none(driver: ResetDriver) -> None:
    device = driver.portal.devices.devices[0]
    driver.reset.show_result(Action.RESET_PASSCODE, device)
    assert driver.page.failed.isVisible()
    assert "There is no result here" in texts(driver)
    assert not driver.page.failed.copy.isVisible()
