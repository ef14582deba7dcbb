"""While nothing goes on nothing ticks: no timer runs, no task waits for its next round."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import isValid

from companyportal.models.device_list import ListState
from companyportal.models.followed_register import SHOWN_S
from companyportal.views.router import Place
from tests.program import until
from tests.stories.sitting import Sitting


def ticking() -> list[str]:
    """Who owns a timer that runs; one that nobody stopped when its window went still counts."""
    timers = [each for each in gc.get_objects() if issubclass(type(each), QTimer)]
    running = [each for each in timers if isValid(each) and each.isActive()]
    return [f"{each.parent()} every {each.interval()} ms" for each in running]


async def rests(sitting: Sitting) -> None:
    """Everything that was begun comes to its end, and then nothing is left."""
    await until(lambda: sitting.portal.tasks.names == ())
    await until(lambda: ticking() == [])
    assert sitting.clock.sleepers == 0


async def test_running_timers_are_found(signed_in: Sitting) -> None:
    timer = QTimer(signed_in.window)
    timer.start(60_000)
    assert len(ticking()) == 1
    timer.stop()
    assert ticking() == []


async def test_nothing_ticks_before_anybody_has_signed_in(sitting: Sitting) -> None:
    await sitting.wait_for("Welcome to Company Portal")
    await rests(sitting)


@pytest.mark.parametrize("place", [Place.DEVICES, Place.SUPPORT, Place.SETTINGS])
async def test_nothing_ticks_on_a_page_that_is_only_looked_at(
    signed_in: Sitting, place: Place
) -> None:
    signed_in.window.router.go(place)
    await rests(signed_in)


async def test_nothing_ticks_on_the_page_of_a_device(signed_in: Sitting) -> None:
    await signed_in.choose("Marie’s Galaxy")
    await rests(signed_in)


async def test_nothing_ticks_after_a_list_that_could_not_be_read(signed_in: Sitting) -> None:
    signed_in.demo.tenant.faults.add("forbidden")
    signed_in.portal.devices.refresh()
    await until(lambda: signed_in.portal.devices.state is ListState.FAILED)
    await rests(signed_in)


async def test_nothing_ticks_once_a_result_has_been_left(signed_in: Sitting) -> None:
    await signed_in.to_confirmation()
    await signed_in.confirm()
    await signed_in.let_pass_until(text="Show passcode")
    await signed_in.click("Show passcode")
    assert ticking() != []
    await signed_in.click("Back to devices")
    watch = signed_in.portal.session_events.timer
    assert watch.isActive(), "a lock still has a passcode to take away"
    watch.setInterval(0)
    await signed_in.let_pass(int(SHOWN_S) + 1)
    await rests(signed_in)
