"""No connection: what is known stays with its age, nothing is offered, and it comes back."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.models.reconnect import JITTER_S
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands, emissions
from tests.program import passing, until
from tests.proofs import fault
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

pytestmark = fault("R01")

OFFLINE = "You are offline."


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Reached by a cable that can be pulled out."""
    return faulty_demo


@pytest.fixture
async def connected(
    sit_down: SitDown,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
) -> Sitting:
    """Signed in, by a cable that can be pulled out."""
    sitting = await sit_down(demo, hands, clock=demo_clock)
    await sitting.sign_in()
    return sitting


async def test_offline_shows_the_age_and_comes_back(
    connected: Sitting, fault_proxy: FaultProxy
) -> None:
    devices = connected.portal.devices
    known, checked_at = devices.total, devices.checked_at
    await connected.let_pass(120)
    await fault_proxy.down()
    await connected.click("Check again (F5)")
    await connected.let_pass_until(text="You are offline.")
    assert checked_at is not None
    local = checked_at.astimezone()
    connected.sees(f"This is what was known at {local:%H:%M}.")
    connected.sees("Actions come back with the connection.")
    assert (devices.total, devices.checked_at) == (known, checked_at)
    await fault_proxy.up()
    await connected.click("Try again")
    await until(lambda: devices.state is ListState.READY)
    assert "You are offline." not in connected.words()
    assert devices.checked_at != checked_at


async def check_again(sitting: Sitting) -> None:
    """F5, wherever one is."""
    QTest.keyClick(sitting.window, Qt.Key.Key_F5)
    await sitting.rest()


async def test_offline_on_the_page_of_a_device_closes_its_actions(
    connected: Sitting, fault_proxy: FaultProxy
) -> None:
    window = connected.window
    await connected.choose("Marie’s Galaxy")
    await fault_proxy.down()
    await check_again(connected)
    await connected.let_pass_until(text="You are offline.")
    connected.sees("Not available while you are offline.")
    await connected.click("Reset passcode")
    assert not window.protected_page.isVisible()
    await fault_proxy.up()
    await connected.click("Try again")
    await until(lambda: not connected.portal.details.is_offline)
    await connected.click("Reset passcode")
    assert window.protected_page.isVisible()


async def test_offline_before_the_start_nobody_is_signed_out_in_vain(
    connected: Sitting, fault_proxy: FaultProxy
) -> None:
    await connected.begin_reset()
    await fault_proxy.down()
    connected.portal.devices.refresh()
    await connected.wait_for("Not available while you are offline.")
    await connected.click("Sign out")
    assert connected.step is Step.BEFORE_START
    assert connected.portal.account.account is not None
    await fault_proxy.up()
    details = connected.portal.details
    await passing(connected.clock, lambda: not details.is_offline, 1)
    await connected.click("Sign out")
    await until(lambda: connected.step is Step.CONFIRM)


async def test_offline_at_the_question_sends_nothing_and_the_time_is_not_lost(
    connected: Sitting, fault_proxy: FaultProxy
) -> None:
    connected.window.protected_page.confirm.alarm.setInterval(0)
    await connected.to_confirmation()
    await fault_proxy.down()
    await connected.confirm()
    await connected.wait_for("The service cannot be reached from here.")
    connected.sees("Nothing was sent. Check your connection, then try again.")
    assert connected.demo.tenant.posts == []
    await fault_proxy.up()
    await connected.confirm()
    await connected.let_pass_until(Step.FOLLOWING)
    assert len(connected.demo.tenant.posts) == 1


async def notices(sitting: Sitting, fault_proxy: FaultProxy) -> None:
    """The connection goes, and the person sees it."""
    await fault_proxy.down()
    await sitting.click("Check again (F5)")
    await sitting.let_pass_until(text=OFFLINE)


async def settles(sitting: Sitting) -> None:
    """What is under way comes to its end."""
    names = {"devices", "device", "organisation"}
    await until(lambda: not names & {*sitting.portal.tasks.names})


async def test_it_comes_back_by_itself(connected: Sitting, fault_proxy: FaultProxy) -> None:
    devices = connected.portal.devices
    await notices(connected, fault_proxy)
    await fault_proxy.up()
    began = connected.clock.boot
    await passing(connected.clock, lambda: devices.state is ListState.READY, 1)
    assert 4 <= connected.clock.boot - began <= 11
    assert OFFLINE not in connected.words()
    await settles(connected)
    assert connected.clock.sleepers == 0


async def test_a_page_that_is_opened_meanwhile_is_closed_from_the_start_and_comes_back_too(
    connected: Sitting, fault_proxy: FaultProxy
) -> None:
    details = connected.portal.details
    await notices(connected, fault_proxy)
    connected.window.router.open_device(connected.device("Marie’s Galaxy"))
    assert details.is_offline
    await connected.wait_for("Not available while you are offline.")
    await settles(connected)
    connected.sees(OFFLINE, "Not available while you are offline.")
    await fault_proxy.up()
    await passing(connected.clock, lambda: not details.is_offline, 1)
    assert details.checked_at is not None
    await connected.rest()
    assert OFFLINE not in connected.words()


def _open(sitting: Sitting) -> None:
    """By the tray, or by starting the program once more."""
    sitting.window.come_to_front()


def _lock(sitting: Sitting) -> None:
    sitting.portal.session_events.interrupted.emit("lock")


def _unlock(sitting: Sitting) -> None:
    """The desktop gives the window the keyboard again."""
    QApplication.sendEvent(sitting.window, QEvent(QEvent.Type.WindowActivate))


@pytest.mark.parametrize(
    ("go", "come"),
    [
        (lambda sitting: sitting.window.hide(), _open),
        (lambda sitting: sitting.window.showMinimized(), _open),
        (_lock, _unlock),
    ],
    ids=["hidden", "minimised", "locked"],
)
async def test_nobody_is_there_and_nothing_is_asked_until_they_come_back(
    connected: Sitting,
    fault_proxy: FaultProxy,
    go: Callable[[Sitting], None],
    come: Callable[[Sitting], None],
) -> None:
    await notices(connected, fault_proxy)
    tries = emissions(connected.portal.reconnect.wanted)
    go(connected)
    await connected.rest()
    await fault_proxy.up()
    for _ in range(60):
        await connected.clock.advance(60)
    assert (tries, connected.portal.tasks.names) == ([], ())
    come(connected)
    began = connected.clock.boot
    devices = connected.portal.devices
    await passing(connected.clock, lambda: devices.state is ListState.READY, 1)
    assert connected.clock.boot - began <= JITTER_S + 1


@fault("R18")
@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("notices", ["once", "every time"])
async def test_a_hundred_times_off_and_on_asks_nothing_more_than_twice(
    connected: Sitting, fault_proxy: FaultProxy, seed: int, notices: str
) -> None:
    """However often it is noticed: by every page that wants something while there is nothing."""
    portal, clock = connected.portal, connected.clock
    portal.reconnect._random = random.Random(seed).random
    await connected.choose("Marie’s Galaxy")
    before = len(connected.demo.tenant.requests)
    await fault_proxy.down()
    await check_again(connected)
    await connected.let_pass_until(text=OFFLINE)
    for _ in range(100):
        if notices == "every time":
            for model in (portal.devices, portal.details, portal.organisation):
                model.refresh()
        await clock.advance(1)
        await settles(connected)
        await fault_proxy.up()
        await clock.advance(1)
        await settles(connected)
        await fault_proxy.down()
    await fault_proxy.up()
    await passing(clock, lambda: not portal.details.is_offline, 1)
    await settles(connected)
    asked = Counter(each.path for each in connected.demo.tenant.requests[before:])
    assert asked["/v1.0/me/managedDevices"] >= 1
    assert max(asked.values()) <= 2, asked
    assert asked.total() <= 6, asked
    assert OFFLINE not in connected.words()
