"""The computer is locked, goes dark or sleeps, at each step of a reset and while something is read.

The desktop's words come from python-dbusmock; the sleep itself is a boot clock that jumps.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication

from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from tests.dbus_mocks import DBusMock, Display, LoginService, ScreenSaver
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import fault, promise, threat
from tests.session_bus import private_bus
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

pytestmark = [pytest.mark.desktop, promise(3)]

INTERRUPTED = ("This computer was locked or went to sleep", "Nothing was sent to the device.")
NIGHT_S = 8 * 3_600
PLAIN = "Marie’s Galaxy"
Event = Callable[[LoginService, str], Awaitable[DBusMock | None]]


async def suspend(login: LoginService, session_bus: str) -> None:
    """The lid is closed."""
    await login.prepare_for_sleep(True)


async def lock(login: LoginService, session_bus: str) -> None:
    """``loginctl lock-session``."""
    await login.lock()


async def note_lock(login: LoginService, session_bus: str) -> None:
    """The desktop tells logind that it has locked the screen."""
    await login.change(LockedHint=True)


async def switch_user(login: LoginService, session_bus: str) -> None:
    """Somebody else's session comes to the front."""
    await login.change(Active=False)


async def lock_gnome(login: LoginService, session_bus: str) -> DBusMock:
    """GNOME's screen saver starts."""
    saver = await ScreenSaver.start(session_bus)
    await saver.set_active(True)
    return saver


async def lock_kde(login: LoginService, session_bus: str) -> DBusMock:
    """KDE's screen saver starts."""
    saver = await ScreenSaver.start(session_bus, "org.freedesktop.ScreenSaver")
    await saver.set_active(True)
    return saver


async def go_dark(login: LoginService, session_bus: str) -> DBusMock:
    """The screen is switched off."""
    display = await Display.start(session_bus)
    await display.save_power(3)
    return display


EVENTS: list[Event] = [suspend, lock, note_lock, switch_user, lock_gnome, lock_kde, go_dark]


@pytest.fixture
def system_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty system bus that the program finds as the computer's."""
    with private_bus("system") as address:
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
        yield address


@pytest.fixture
async def login(
    session_bus: str, system_bus: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[LoginService]:
    """The desktop's own services, before the program starts."""
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    service = await LoginService.start(system_bus, "2")
    yield service
    await service.close()


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Reached by a cable that can be pulled out."""
    return faulty_demo


@pytest.fixture
async def marie(
    login: LoginService,
    sit_down: SitDown,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
) -> Sitting:
    """Signed in, on a computer that tells of lock and sleep."""
    sitting = await sit_down(demo, hands, clock=demo_clock)
    sitting.window.protected_page.confirm.alarm.setInterval(0)
    await sitting.sign_in()
    await until(lambda: "session-events" not in sitting.portal.tasks.names)
    return sitting


async def sleep_long(sitting: Sitting, login: LoginService, fault_proxy: FaultProxy) -> None:
    """A night; no connection is left in the morning, and the network is there again."""
    told: list[str] = []
    sitting.portal.session_events.interrupted.connect(told.append)
    await login.prepare_for_sleep(True)
    await until(lambda: told)
    sitting.clock.boot += NIGHT_S
    sitting.clock.wall += timedelta(seconds=NIGHT_S)
    await fault_proxy.down()
    await fault_proxy.up()
    await login.prepare_for_sleep(False)


@threat("T09")
@fault("R17")
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
async def test_at_the_question_it_closes_the_gate(
    marie: Sitting, login: LoginService, session_bus: str, event: Event
) -> None:
    await marie.to_confirmation()
    service = await event(login, session_bus)
    await until(lambda: marie.step is Step.ENDED)
    marie.sees(*INTERRUPTED)
    assert marie.portal.protected.remaining_s == 0
    marie.portal.protected.confirm()
    assert marie.step is Step.ENDED
    assert marie.demo.tenant.posts == []
    if service is not None:
        await service.close()


@threat("T09")
async def test_a_night_while_the_browser_is_awaited_is_too_long(
    marie: Sitting, login: LoginService, fault_proxy: FaultProxy, hands: Hands
) -> None:
    hands.does = "nothing"
    await marie.begin_reset()
    await marie.click("Sign out")
    await until(lambda: marie.portal.protected.progress.link)
    await sleep_long(marie, login, fault_proxy)
    await hands.browser.sign_in(marie.portal.protected.progress.link)
    await until(lambda: marie.step is Step.ENDED)
    marie.sees("Time is up", "Nothing was changed. Start again.")
    assert marie.demo.tenant.posts == []
    await marie.assert_signed_out()


@threat("T09")
async def test_between_the_click_and_the_first_byte_it_holds_the_request_back(
    marie: Sitting, login: LoginService
) -> None:
    await marie.to_confirmation()
    marie.demo.tenant.faults.add("latency")
    await marie.confirm()
    await until(lambda: marie.step is Step.SENDING)
    told: list[str] = []
    marie.portal.session_events.interrupted.connect(told.append)
    await login.lock()
    await until(lambda: told)
    marie.demo.tenant.faults.clear()
    await marie.let_pass_until(Step.ENDED)
    marie.sees(*INTERRUPTED)
    assert marie.demo.tenant.posts == []


@fault("R17")
async def test_in_the_middle_of_a_request_the_outcome_is_unknown_and_then_looked_up(
    marie: Sitting, login: LoginService, fault_proxy: FaultProxy
) -> None:
    tenant = marie.demo.tenant
    await marie.to_confirmation()
    tenant.faults.add("latency")
    await marie.confirm()
    while not tenant.posts:
        await marie.let_pass(1)
    await sleep_long(marie, login, fault_proxy)
    tenant.faults.clear()
    await marie.wait_for("We do not know yet whether it worked")
    marie.sees("The request is not sent a second time.")
    await marie.let_pass(600)
    await marie.let_pass_until(text="We could not find out whether it worked")
    assert (len(tenant.posts), tenant.taken) == (1, [])


@fault("R17")
async def test_in_the_middle_of_a_reading_it_is_dropped_and_repeated(
    marie: Sitting, login: LoginService, fault_proxy: FaultProxy
) -> None:
    tenant, devices = marie.demo.tenant, marie.portal.devices
    tenant.faults.add("latency", times=1)
    before = len(tenant.requests)
    await marie.click("Check again (F5)")
    await until(lambda: len(tenant.requests) > before)
    await sleep_long(marie, login, fault_proxy)
    for _ in range(60):
        await marie.let_pass(1)
    await until(lambda: devices.state is ListState.READY)
    asked = [request.path for request in tenant.requests[before:]]
    assert asked.count(asked[0]) > 1  # the first token has expired meanwhile
    assert devices.checked_at is not None
    assert devices.checked_at >= marie.clock.now() - timedelta(seconds=61)
    assert marie.portal.messages.current is None


@threat("T09")
async def test_a_passcode_on_the_screen_is_gone_after_the_lock(
    marie: Sitting, login: LoginService
) -> None:
    await marie.to_confirmation()
    device_id = marie.device(PLAIN).device_id
    await marie.confirm()
    await marie.let_pass_until(text="Show passcode")
    await marie.click("Show passcode")
    assert marie.window.protected_page.passcode.secret.isVisible()
    await login.lock()
    await until(lambda: marie.portal.follow_up.passcode(device_id) is None)
    assert not marie.window.protected_page.passcode.secret.isVisible()
    assert "Show passcode" not in marie.words()


@threat("T09")
@threat("T24")
async def test_a_passcode_that_was_copied_is_gone_after_the_lock(
    marie: Sitting, login: LoginService
) -> None:
    await marie.to_confirmation()
    await marie.confirm()
    await marie.let_pass_until(text="Show passcode")
    passcode = marie.portal.follow_up.passcode(marie.device(PLAIN).device_id)
    await marie.click("Copy")
    assert passcode is not None
    assert QGuiApplication.clipboard().text() == passcode.reveal()
    await login.lock()
    await until(lambda: not marie.portal.clipboard.holds_secret)
    assert QGuiApplication.clipboard().text() == ""


@threat("T09")
async def test_a_passcode_that_was_asked_for_before_the_lock_is_not_shown_after_it(
    marie: Sitting, login: LoginService
) -> None:
    """The lock comes while the request is on its way, before anybody follows it."""
    tenant = marie.demo.tenant
    await marie.to_confirmation()
    device_id = marie.device(PLAIN).device_id
    tenant.faults.add("latency")
    await marie.confirm()
    while not tenant.posts:
        await marie.let_pass(1)
    told: list[str] = []
    marie.portal.session_events.interrupted.connect(told.append)
    await login.lock()
    await until(lambda: told)
    tenant.faults.clear()
    await marie.let_pass_until(text="The passcode was reset")
    marie.sees("The passcode is no longer kept here.")
    assert marie.portal.follow_up.passcode(device_id) is None
    assert "Show passcode" not in marie.words()
