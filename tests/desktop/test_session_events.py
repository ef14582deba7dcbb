"""Lock, suspend, another user, a dark screen: told by python-dbusmock on private buses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from companyportal.desktop.session_events import SessionEvents
from tests.dbus_mocks import Display, LoginService, ScreenSaver
from tests.proofs import threat
from tests.virtual_clock import VirtualClock

pytestmark = pytest.mark.desktop
OTHER = "5"


class Told:
    """What was told, and the wait for the next of it."""

    def __init__(self, events: SessionEvents) -> None:
        self.reasons: list[str] = []
        self._more = asyncio.Event()
        events.interrupted.connect(self._on_interrupted)

    async def next(self) -> str:
        """The next reason."""
        async with asyncio.timeout(60):
            await self._more.wait()
        self._more.clear()
        return self.reasons[-1]

    def _on_interrupted(self, reason: str) -> None:
        self.reasons.append(reason)
        self._more.set()


@pytest.fixture
async def events(
    session_bus: str, system_bus: str, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[SessionEvents]:
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    events = SessionEvents(VirtualClock())
    yield events
    await events.close()


@pytest.fixture
async def login(system_bus: str) -> AsyncIterator[LoginService]:
    login = await LoginService.start(system_bus, "2", "auto")
    yield login
    await login.close()


@threat("T09")
async def test_suspend_is_told_when_it_begins_and_not_when_it_ends(
    events: SessionEvents, login: LoginService
) -> None:
    await events.start()
    told = Told(events)

    await login.prepare_for_sleep(False)
    await login.prepare_for_sleep(True)

    assert await told.next() == "suspend"
    assert told.reasons == ["suspend"]


@threat("T09")
async def test_a_lock_of_our_session_is_told_in_each_of_its_ways(
    events: SessionEvents, login: LoginService
) -> None:
    await events.start()
    told = Told(events)

    await login.lock()
    assert await told.next() == "lock"
    await login.change(LockedHint=False)
    await login.change(LockedHint=True)
    assert await told.next() == "lock"
    assert told.reasons == ["lock", "lock"]


@threat("T09")
async def test_another_user_in_front_is_told(events: SessionEvents, login: LoginService) -> None:
    await events.start()
    told = Told(events)

    await login.change(Active=True)
    await login.change(Active=False)

    assert await told.next() == "userSwitch"
    assert told.reasons == ["userSwitch"]


async def test_sessions_of_others_and_odd_signals_are_not_told(
    events: SessionEvents, login: LoginService
) -> None:
    await events.start()
    told = Told(events)
    properties = "org.freedesktop.DBus.Properties"

    await login.lock(OTHER)
    await login.change(OTHER, Active=False, LockedHint=True)
    await login.emit(properties, "PropertiesChanged", path=login.path_of("2"))
    await login.emit("org.freedesktop.login1.Manager", "PrepareForSleep", "s", "yes")
    await login.lock()

    assert await told.next() == "lock"
    assert told.reasons == ["lock"]


async def test_a_session_unknown_by_its_number_is_found_by_the_caller(
    events: SessionEvents, system_bus: str
) -> None:
    login = await LoginService.start(system_bus, "auto")
    await events.start()
    told = Told(events)

    await login.lock()

    assert await told.next() == "lock"
    await login.close()


async def test_where_no_session_is_known_suspend_is_still_told(
    events: SessionEvents, system_bus: str
) -> None:
    login = await LoginService.start(system_bus)
    await events.start()
    told = Told(events)

    await login.lock()
    await login.prepare_for_sleep(True)

    assert await told.next() == "suspend"
    assert told.reasons == ["suspend"]
    await login.close()


@threat("T09")
@pytest.mark.parametrize("desktop", ["gnome", "freedesktop", "xfce", "cinnamon", "mate"])
async def test_a_screen_saver_that_starts_is_told_as_lock(
    desktop: str, events: SessionEvents, session_bus: str
) -> None:
    saver = await ScreenSaver.start(session_bus, f"org.{desktop}.ScreenSaver")
    await events.start()
    told = Told(events)

    await saver.set_active(False)
    await saver.emit("org.example.Radio", "ActiveChanged", "b", True)
    await saver.set_active(True)

    assert await told.next() == "lock"
    assert told.reasons == ["lock"]
    await saver.close()


@threat("T09")
@pytest.mark.parametrize("mode", [1, 2, 3])
async def test_a_screen_that_goes_dark_is_told(
    mode: int, events: SessionEvents, session_bus: str
) -> None:
    display = await Display.start(session_bus)
    await events.start()
    told = Told(events)

    await display.save_power(0)
    await display.save_power(-1)
    await display.save_power(mode)

    assert await told.next() == "displayOff"
    assert told.reasons == ["displayOff"]
    await display.close()


async def test_without_any_bus_it_starts_and_ends_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", "unix:path=/nowhere")
    events = SessionEvents(VirtualClock())
    told = Told(events)

    await events.start()
    events.tick()
    await events.close()

    assert told.reasons == []


@threat("T08")
@pytest.mark.parametrize("moved_s", [-3600, -5.1, 5.1, 3600])
async def test_a_moved_wall_clock_is_told_once(moved_s: float) -> None:
    clock = VirtualClock()
    events = SessionEvents(clock)
    told = Told(events)

    clock.wall += timedelta(seconds=moved_s)
    events.tick()
    events.tick()

    assert told.reasons == ["clockJump"]


@threat("T08")
async def test_small_steps_of_the_wall_clock_add_up() -> None:
    clock = VirtualClock()
    events = SessionEvents(clock)
    told = Told(events)
    for _ in range(3):
        clock.wall -= timedelta(seconds=2)
        events.tick()
    assert told.reasons == ["clockJump"]


async def test_time_that_passes_on_both_clocks_is_no_jump() -> None:
    clock = VirtualClock()
    events = SessionEvents(clock)
    told = Told(events)
    await clock.advance(7200)
    events.tick()
    assert told.reasons == []


async def test_a_jump_before_something_began_can_be_left_behind() -> None:
    clock = VirtualClock()
    events = SessionEvents(clock)
    told = Told(events)
    clock.wall += timedelta(hours=1)

    assert events.check_clock()
    events.tick()

    assert told.reasons == []


async def test_a_system_that_has_to_be_asked_is_told_when_its_answer_changes() -> None:
    answers = iter(["", "lock", "lock", "userSwitch", "", "lock"])
    events = SessionEvents(VirtualClock(), state=lambda: next(answers))
    told = Told(events)
    for _ in range(6):
        events.tick()
    assert told.reasons == ["lock", "userSwitch", "lock"]
