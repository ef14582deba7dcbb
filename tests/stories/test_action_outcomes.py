"""Every action to each of its ends: what the person reads, and what was sent, once.

A passcode reset has stories of its own. Rows that are not here make no sense: a key is read, which
a device can neither fail nor fail to support, and which nobody has to wonder about afterwards.
"""

from __future__ import annotations

import pytest

from companyportal.demo.device_record import Answer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from tests.program import passing
from tests.proofs import promise
from tests.stories.asking import ASKED, NEW_NAME, Asking
from tests.stories.sitting import Sitting

EVERY = [pytest.param(action, id=action.name.lower()) for action in ASKED]
FOLLOWED = [pytest.param(a, id=a.name.lower()) for a in ASKED if a is not Action.RECOVERY_KEY]
ENDS_GONE = (Action.RETIRE, Action.WIPE)

DONE = {
    Action.SYNC: "status checked",
    Action.REMOTE_LOCK: "locked",
    Action.RENAME: "renamed",
    Action.RESTART: "restarted",
    Action.RETIRE: "removed",
    Action.WIPE: "factory reset done",
    Action.LOCATE: "device found",
    Action.RECOVERY_KEY: "recovery key read",
}
"""Behind the bell."""
PAGES = {
    Action.RETIRE: ("The device was removed", "Company data has left it"),
    Action.WIPE: ("The factory reset was done", "The device starts as if it were new."),
    Action.LOCATE: ("The device was found", "Open the map"),
    Action.RECOVERY_KEY: ("The recovery key is here", "It is hidden after five minutes."),
}
"""At the end of a protected action; the others have the bar above the buttons of the device."""
NOUNS = {
    Action.SYNC: "status check",
    Action.REMOTE_LOCK: "remote lock",
    Action.RENAME: "renaming",
    Action.RESTART: "restart",
    Action.RETIRE: "removal",
    Action.WIPE: "factory reset",
    Action.LOCATE: "locating",
}
"""What failed, is not supported or was not confirmed, behind the bell."""
UNCHANGED = {
    Action.RETIRE: "It was not removed.",
    Action.WIPE: "It was not set back to factory settings.",
    Action.LOCATE: "The device was not located.",
}


async def until_told(asking: Asking) -> None:
    """Time goes on until the end is behind the bell."""
    notifications = asking.sitting.portal.notifications
    await passing(asking.sitting.clock, lambda: notifications.entries, 5)
    await asking.sitting.rest()


async def ends(asking: Asking, news: str, state: str) -> None:
    """The end is behind the bell, and the newest entry of the device's activity."""
    assert f": {news}," in await asking.news()
    await asking.to_the_device()
    assert asking.activity().startswith(f"{asking.what.noun}, {state}")


@promise(4)
@pytest.mark.parametrize("action", EVERY)
async def test_it_is_done(signed_in: Sitting, action: Action) -> None:
    asking = Asking(signed_in, action)
    await asking.ask()
    await until_told(asking)
    if action in PAGES:
        signed_in.sees(*PAGES[action])
    else:
        signed_in.sees(f"{asking.what.noun}: done.")
    asking.was_taken_once()
    if action in ENDS_GONE:
        assert f"{asking.device}: {DONE[action]}," in await asking.news()
        await signed_in.click("Done")
        assert asking.device not in signed_in.words()
        assert signed_in.portal.devices.total == 4
        return
    asking.device = NEW_NAME if action is Action.RENAME else asking.device
    await ends(asking, DONE[action], "Done")
    assert len(signed_in.demo.tenant.posts) == (action is not Action.RECOVERY_KEY)


@promise(4)
@pytest.mark.parametrize("action", FOLLOWED)
@pytest.mark.parametrize("answer", [Answer.FAILED, Answer.NOT_SUPPORTED])
async def test_the_device_says_no(signed_in: Sitting, action: Action, answer: Answer) -> None:
    asking = Asking(signed_in, action)
    await asking.to_the_last_click()
    asking.answers(answer)
    await asking.last_click()
    await asking.answered()
    await until_told(asking)
    is_failure = answer is Answer.FAILED
    if action.is_protected:
        title = "The device could not do it" if is_failure else "This device does not support it"
        signed_in.sees(title, UNCHANGED[action])
    else:
        signed_in.sees(f"{asking.what.noun}: it did not work.")
    state = "It did not work" if is_failure else "Not possible on this device"
    await ends(asking, f"{NOUNS[action]} {'failed' if is_failure else 'not supported'}", state)
    assert signed_in.portal.devices.total == 5
    asking.was_taken_once()


@promise(4)
@pytest.mark.parametrize("action", FOLLOWED)
async def test_an_answer_that_is_lost_is_looked_up(signed_in: Sitting, action: Action) -> None:
    asking = Asking(signed_in, action)
    await asking.to_the_last_click()
    signed_in.demo.tenant.faults.add("post-500-after-accept", times=1)
    await asking.last_click()
    await asking.answered()
    await signed_in.wait_for("We do not know yet whether it worked")
    signed_in.sees("The request is not sent a second time.")
    await until_told(asking)
    assert f": {DONE[action]}," in await asking.news()
    asking.was_taken_once()
    if action is Action.LOCATE:
        await asking.to_the_device()  # where it was is seen on its own page only


@promise(4)
@pytest.mark.parametrize("action", FOLLOWED)
async def test_what_never_arrived_stays_open_for_ten_minutes_and_is_not_sent_again(
    signed_in: Sitting, action: Action
) -> None:
    asking = Asking(signed_in, action)
    await asking.to_the_last_click()
    signed_in.demo.tenant.faults.add("post-500", times=1)
    began = signed_in.clock.boot_s()
    await asking.last_click()
    await asking.answered()
    await signed_in.wait_for("We do not know yet whether it worked")
    await until_told(asking)
    assert signed_in.clock.boot_s() - began >= 600
    if action.is_protected:
        signed_in.sees("We could not find out whether it worked")
    await ends(asking, f"{NOUNS[action]} not confirmed", "Outcome unknown")
    asking.was_sent_once()
    assert signed_in.demo.tenant.taken == []


NOT_ALLOWED = "Your organisation does not allow you to do this"
REFUSALS = {
    "forbidden": NOT_ALLOWED,
    "approval-required": "Another administrator has to approve this in your organisation",
    "approval-required-400": "Another administrator has to approve this in your organisation",
    "gone": "This device is no longer in the list",
}


@promise(4)
@pytest.mark.parametrize(
    ("action", "refusal"),
    [
        *((action, "forbidden") for action in ASKED),
        *((action, "gone") for action in ASKED if action is not Action.RECOVERY_KEY),
        *((action, refusal) for action in ENDS_GONE for refusal in [*REFUSALS][1:3]),
    ],
    ids=lambda each: each.name.lower() if isinstance(each, Action) else each,
)
async def test_the_service_says_no(signed_in: Sitting, action: Action, refusal: str) -> None:
    asking, faults = Asking(signed_in, action), signed_in.demo.tenant.faults
    await asking.to_the_last_click()
    for model in (signed_in.portal.protected, signed_in.portal.direct):
        model.details_read.connect(lambda _: faults.add(refusal))
    await asking.last_click()
    await asking.answered()
    await signed_in.wait_for(REFUSALS[refusal])
    faults.clear()
    assert "Start again" not in signed_in.words()
    assert signed_in.portal.notifications.entries == ()
    assert (signed_in.demo.tenant.taken, signed_in.portal.follow_up.all) == ([], ())
    if action.is_protected:
        assert signed_in.step is Step.ENDED
    asking.was_sent_once()
