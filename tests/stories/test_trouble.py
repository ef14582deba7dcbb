"""What goes wrong while devices are read: in words, with facts for IT support, and nothing lost."""

from __future__ import annotations

import pytest

from companyportal.models.device_list import ListState
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import fault
from tests.stories.copied_details import copied_details
from tests.stories.sitting import Sitting

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
    await signed_in.let_pass_until(text=TROUBLE[fault][1])
    signed_in.sees(*TROUBLE[fault])
    assert portal.devices.total == known
    details = await copied_details(signed_in)
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


@fault("R28")
async def test_the_session_is_revoked_and_only_the_welcome_page_is_left(
    signed_in: Sitting,
) -> None:
    for name in ("revoked-refresh", "claims-challenge-endless"):
        signed_in.demo.tenant.faults.add(name)
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
