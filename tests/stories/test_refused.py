"""The service says no, or the device says nothing: in words, and with nothing to press in vain."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from companyportal.models.follow_up import LONGEST_PAUSE_S
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.program import passing, until
from tests.proofs import fault
from tests.stories.copied_details import copied_details
from tests.stories.sitting import Sitting

GALAXY = "Marie’s Galaxy"
NOT_ALLOWED = "Your organisation does not allow you to do this"


async def refused(sitting: Sitting, refusal: str) -> None:
    """The last reading goes well, the request itself is refused, and nothing was done."""
    faults = sitting.demo.tenant.faults
    await sitting.to_confirmation()
    sitting.portal.protected.details_read.connect(lambda _: faults.add(refusal))
    await sitting.confirm()
    await until(lambda: sitting.step is Step.ENDED)
    faults.clear()
    await sitting.wait_for("Nothing was reset.")
    assert "Start again" not in sitting.words()
    assert (len(sitting.demo.tenant.posts), sitting.demo.tenant.taken) == (1, [])


@fault("R09")
async def test_not_allowed_on_the_page_until_it_is_checked_again(signed_in: Sitting) -> None:
    await signed_in.choose(GALAXY)
    signed_in.demo.tenant.faults.add("forbidden")
    signed_in.portal.details.refresh()
    await signed_in.wait_for(NOT_ALLOWED)
    signed_in.sees("IT support can do it for you; check again once that has changed.", NOT_ALLOWED)
    details = await copied_details(signed_in)
    assert "Status: 403" in details
    assert re.search(r"^Request: [0-9a-f-]{36}$", details, re.MULTILINE)
    await signed_in.click("Reset passcode")
    assert (signed_in.window.router.place, signed_in.step) == (Place.DEVICE, Step.NONE)
    signed_in.demo.tenant.faults.clear()
    signed_in.portal.details.refresh()
    await until(lambda: not signed_in.portal.details.is_busy)
    await signed_in.click("Reset passcode")
    assert signed_in.step is Step.BEFORE_START


@fault("R09")
async def test_not_allowed_to_reset(signed_in: Sitting) -> None:
    await refused(signed_in, "forbidden")
    signed_in.sees(NOT_ALLOWED, "IT support can do it for you.")
    assert re.search(r"^Request: [0-9a-f-]{36}$", await copied_details(signed_in), re.MULTILINE)
    await signed_in.click("Back to devices")
    await signed_in.choose(GALAXY)
    await signed_in.wait_for(NOT_ALLOWED)


@fault("R10")
async def test_a_device_that_is_gone_leads_back_to_the_list(signed_in: Sitting) -> None:
    await signed_in.choose(GALAXY)
    signed_in.demo.tenant.devices_of(signed_in.demo.people[0]).pop(0)
    signed_in.portal.details.refresh()
    await until(lambda: signed_in.window.router.place is Place.DEVICES)
    await signed_in.wait_for("This device is no longer in the list.")
    assert GALAXY not in signed_in.words()
    assert signed_in.portal.devices.total == 4


@fault("R11")
async def test_somebody_was_faster_by_a_moment(signed_in: Sitting) -> None:
    tenant, clock = signed_in.demo.tenant, signed_in.clock
    device = tenant.device(tenant.people[0], signed_in.device(GALAXY).device_id)
    assert device is not None
    await signed_in.to_confirmation()
    signed_in.portal.protected.details_read.connect(
        lambda _: device.ask("resetPasscode", now=clock.now(), boot_s=clock.boot_s(), delay_s=3_600)
    )
    await signed_in.confirm()
    await signed_in.wait_for("Another request for this device is under way")
    assert "Start again" not in signed_in.words()
    assert (len(tenant.posts), tenant.taken) == (1, [])
    await signed_in.click("Back to devices")
    await signed_in.choose(GALAXY)
    await signed_in.wait_for("A reset has already been requested.")


@fault("R33")
@pytest.mark.parametrize("way", ["shown", "turned to"])
async def test_a_silent_device_is_looked_for_when_the_person_comes_back(
    signed_in: Sitting, way: str
) -> None:
    tenant, window = signed_in.demo.tenant, signed_in.window
    tenant.delay_s = 3_600
    await signed_in.to_confirmation()
    await signed_in.confirm()
    await until(lambda: signed_in.step is Step.FOLLOWING)
    await passing(signed_in.clock, lambda: signed_in.portal.tasks.names == (), LONGEST_PAUSE_S)
    await signed_in.wait_for("The phone must be online")
    if way == "shown":
        window.hide()
    for _ in range(3):  # an access token lasts for an hour
        await signed_in.clock.advance(900)
    assert signed_in.portal.tasks.names == ()
    if way == "shown":
        window.come_to_front()
    else:
        QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    await signed_in.wait_for("Your temporary passcode is ready")
    assert len(tenant.posts) == 1


@fault("R28")
async def test_the_session_ends_at_the_question_and_only_the_welcome_page_is_left(
    signed_in: Sitting,
) -> None:
    await signed_in.to_confirmation()
    for refusal in ("revoked-refresh", "claims-challenge-endless"):
        signed_in.demo.tenant.faults.add(refusal)
    await signed_in.confirm()
    await until(lambda: signed_in.window.router.place is Place.WELCOME)
    await signed_in.wait_for("Your session has ended.")
    signed_in.sees("Sign in again to go on.")
    await signed_in.assert_signed_out()
    assert signed_in.demo.tenant.posts == []
    signed_in.demo.tenant.faults.clear()
    welcome = signed_in.window.welcome.sign_in
    await signed_in.click_at(welcome, welcome.rect().center())
    await until(lambda: signed_in.portal.devices.total)
    await signed_in.rest()
    assert "Your session has ended." not in signed_in.words()
