"""A device that is removed or set back leaves the list; what it was told of it stays behind."""

from __future__ import annotations

import pytest

from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.program import passing, until
from tests.stories.asking import IPHONE, PC, Asking
from tests.stories.sitting import Sitting

FINAL = pytest.mark.parametrize("action", [Action.RETIRE, Action.WIPE], ids=lambda a: a.value)


async def is_gone(sitting: Sitting, name: str) -> None:
    """Time goes on until the list no longer has it."""
    names = [device.name for device in sitting.portal.devices.devices]
    assert name in names
    await passing(
        sitting.clock,
        lambda: name not in [device.name for device in sitting.portal.devices.devices],
        5,
    )
    await sitting.rest()


@FINAL
async def test_its_own_page_closes_and_says_so(signed_in: Sitting, action: Action) -> None:
    asking = Asking(signed_in, action)
    await asking.ask()
    await asking.to_the_device()
    signed_in.sees(f"{asking.what.noun}: waiting for this device.")
    await is_gone(signed_in, IPHONE)
    assert signed_in.window.router.place is Place.DEVICES
    assert signed_in.portal.details.device is None
    told = "removed" if action is Action.RETIRE else "factory reset done"
    assert f"{IPHONE}: {told}," in await asking.news()
    asking.was_taken_once()


@FINAL
async def test_its_news_lead_to_the_end_and_not_to_a_device_that_is_gone(
    signed_in: Sitting, action: Action
) -> None:
    asking = Asking(signed_in, action)
    await asking.ask()
    await signed_in.click("Back to devices")
    await is_gone(signed_in, IPHONE)
    [entry] = signed_in.portal.notifications.entries
    signed_in.window.open_notification(entry.notification_id)
    await signed_in.rest()
    title = "The device was removed" if action is Action.RETIRE else "The factory reset was done"
    signed_in.sees(title)
    await signed_in.click("Done")
    assert signed_in.window.router.place is Place.DEVICES
    assert IPHONE not in signed_in.words()
    asking.was_taken_once()


async def test_while_it_is_being_removed_nothing_else_is_offered(signed_in: Sitting) -> None:
    asking = Asking(signed_in, Action.RETIRE)
    signed_in.demo.tenant.delay_s = 600
    await asking.ask()
    await asking.to_the_device()
    await signed_in.let_pass(6)
    await signed_in.wait_for("This device is being removed or set back to factory settings.")
    for action in (Action.SYNC, Action.REMOTE_LOCK, Action.WIPE):
        signed_in.window.pages.device_page.action_row.choose(action)
    assert signed_in.step is not Step.BEFORE_START
    assert signed_in.portal.direct.question is None
    await until(lambda: not signed_in.portal.tasks.is_running("check-status"))
    asking.was_taken_once()


async def test_a_computer_that_stays_enrolled_stays_in_the_list(signed_in: Sitting) -> None:
    asking = Asking(signed_in, Action.WIPE, PC)
    await asking.open_page()
    await asking.press()
    await asking.through_the_gate()
    for choice in ("Keep my files", "Stay enrolled in your organisation"):
        await signed_in.click(choice)
    await asking.type_the_name()
    await asking.last_click()
    await asking.answered()
    await passing(signed_in.clock, lambda: signed_in.portal.notifications.entries, 5)
    signed_in.sees("The factory reset was done")
    assert asking.played.actions[-1].body == {"keepEnrollmentData": True, "keepUserData": True}
    assert len(signed_in.demo.tenant.posts) == 1
    await signed_in.click("Done")
    assert PC in [device.name for device in signed_in.portal.devices.devices]
    assert signed_in.portal.devices.total == 5
