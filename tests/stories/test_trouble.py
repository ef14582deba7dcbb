"""What goes wrong while devices are read: in words, with facts for IT support, and nothing lost."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from PySide6.QtGui import QGuiApplication

from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.models.reset_progress import Step
from companyportal.views.router import Place
from tests.models.hands import Hands
from tests.program import until
from tests.stories.conftest import SitDown
from tests.stories.network_cable import NetworkCable
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

TROUBLE = {
    "throttle": ("The device service is busy.", "Nothing was changed. Try again in 7 seconds."),
    "storm-503": ("The device service does not answer.", "What you see may be out of date."),
    "storm-500": ("The device service does not answer.", "Nothing was changed."),
    "forbidden": (
        "Your organisation does not allow you to do this.",
        "Nothing was changed. IT support can do it for you.",
    ),
    "html-200": (
        "This network wants you to sign in to it first.",
        "Open any web page in your browser, then try again.",
    ),
    "foreign-nextlink": (
        "The answer pointed to an address that is not your organisation’s.",
        "It was not followed and nothing was changed.",
    ),
}


@pytest.mark.parametrize("fault", TROUBLE)
async def test_the_list_cannot_be_read_and_says_why(signed_in: Sitting, fault: str) -> None:
    demo, portal = signed_in.demo, signed_in.portal
    known = portal.devices.total
    demo.tenant.faults.add(fault)
    await signed_in.click("Check again (F5)")
    await signed_in.let_pass_until(text=TROUBLE[fault][0])
    signed_in.sees(*TROUBLE[fault])
    assert portal.devices.total == known
    await signed_in.click("Copy details")
    details = QGuiApplication.clipboard().text()
    assert "Task: devices" in details
    assert "Time: 20" in details
    told = details.lower()
    for person in demo.people:
        for part in (person.given_name, person.surname, person.username, person.user_id):
            assert part.lower() not in told
    assert not any(device.name.lower() in told for device in portal.devices.devices)
    demo.tenant.faults.clear()
    await signed_in.click("Check again (F5)")
    await signed_in.let_pass(10)
    await until(lambda: portal.devices.state is ListState.READY)
    assert TROUBLE[fault][0] not in signed_in.words()


async def test_it_support_is_one_click_from_an_error(signed_in: Sitting) -> None:
    signed_in.demo.tenant.faults.add("forbidden")
    await signed_in.click("Check again (F5)")
    await signed_in.wait_for("Your organisation does not allow you to do this.")
    await signed_in.click("IT support")
    assert signed_in.window.router.place is Place.SUPPORT
    signed_in.sees("Service desk", "01 99 00 42 42")


@pytest.fixture
async def cable(demo: DemoServer) -> AsyncIterator[NetworkCable]:
    """The way to the service."""
    async with NetworkCable(demo.endpoints) as cable:
        yield cable


@pytest.fixture
async def connected(
    cable: NetworkCable,
    sit_down: SitDown,
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
) -> Sitting:
    """Signed in, by a cable that can be pulled out."""
    sitting = await sit_down(demo, hands, clock=demo_clock, endpoints=cable.endpoints)
    await sitting.sign_in()
    return sitting


async def test_offline_shows_the_age_and_comes_back(
    connected: Sitting, cable: NetworkCable
) -> None:
    devices = connected.portal.devices
    known, checked_at = devices.total, devices.checked_at
    await connected.let_pass(120)
    await cable.pull()
    await connected.click("Check again (F5)")
    await connected.let_pass_until(text="You are offline.")
    assert checked_at is not None
    local = checked_at.astimezone()
    connected.sees(f"This is what was known at {local:%H:%M}.")
    connected.sees("Actions come back with the connection.")
    assert (devices.total, devices.checked_at) == (known, checked_at)
    await cable.put_back()
    await connected.click("Try again")
    await until(lambda: devices.state is ListState.READY)
    assert "You are offline." not in connected.words()
    assert devices.checked_at != checked_at


async def test_offline_on_the_page_of_a_device_closes_its_actions(
    connected: Sitting, cable: NetworkCable
) -> None:
    window = connected.window
    await connected.choose("Marie’s Galaxy")
    await cable.pull()
    await connected.click("Check again")
    await connected.let_pass_until(text="You are offline.")
    connected.sees("Not available while you are offline.")
    await connected.click("Reset passcode")
    assert not window.reset_page.isVisible()
    await cable.put_back()
    await connected.click("Try again")
    await until(lambda: not connected.portal.details.is_offline)
    await connected.click("Reset passcode")
    assert window.reset_page.isVisible()


async def test_offline_at_the_question_sends_nothing_and_the_time_is_not_lost(
    connected: Sitting, cable: NetworkCable
) -> None:
    connected.window.reset_page.confirm.alarm.setInterval(0)
    await connected.to_confirmation()
    await cable.pull()
    await connected.confirm()
    await connected.let_pass_until(text="The service cannot be reached from here.")
    connected.sees("Nothing was sent. Check your connection, then try again.")
    assert connected.demo.tenant.posts == []
    await cable.put_back()
    await connected.confirm()
    await connected.let_pass_until(Step.FOLLOWING)
    assert len(connected.demo.tenant.posts) == 1


async def test_the_session_is_revoked_and_only_the_welcome_page_is_left(
    signed_in: Sitting,
) -> None:
    for fault in ("revoked-refresh", "claims-challenge-endless"):
        signed_in.demo.tenant.faults.add(fault)
    await signed_in.click("Check again (F5)")
    await until(lambda: signed_in.window.router.place is Place.WELCOME)
    signed_in.sees("Your session has ended.", "Sign in again to go on.")
    await signed_in.assert_signed_out()
    signed_in.demo.tenant.faults.clear()
    signed_in.window.message_place.bar.cross.click()
    await signed_in.sign_in()
    assert signed_in.portal.messages.current is None


async def test_the_outcome_is_unknown_and_nothing_is_sent_twice(signed_in: Sitting) -> None:
    tenant = signed_in.demo.tenant
    tenant.faults.add("post-reset-after-accept")
    await signed_in.to_confirmation()
    await signed_in.confirm()
    await signed_in.wait_for("We do not know yet whether it worked")
    signed_in.sees("The request is not sent a second time.", "Check now", "Copy details")
    tenant.faults.clear()
    await signed_in.let_pass_until(text="Your temporary passcode is ready")
    assert len(tenant.posts) == len(tenant.taken) == 1
