"""The device that is not compliant: why, what the person does about it, and what comes of it."""

from __future__ import annotations

from companyportal.models.compliance_reasons import ReasonsState
from tests.program import until
from tests.stories.sitting import Sitting


async def test_whoever_mends_the_device_sees_that_it_is_compliant(signed_in: Sitting) -> None:
    await signed_in.choose("Meeting room iPad")
    await signed_in.wait_for("Update iPadOS")
    signed_in.sees(
        "Fix 2 things to open work apps on this iPad.",
        "Why it is not compliant",
        "Settings › General › Software Update",
        "Choose a longer passcode",
    )
    page = signed_in.window.pages.device_page
    await signed_in.click_at(page.why.check, page.why.check.rect().center())
    await until(lambda: signed_in.demo.tenant.taken)
    assert signed_in.demo.tenant.taken[-1].path.endswith("/syncDevice")
    await signed_in.let_pass_until(text="This iPad may open work apps and files.")
    assert signed_in.portal.compliance.state is ReasonsState.NONE
    assert "Why it is not compliant" not in signed_in.words()
    signed_in.sees("Check status")


async def test_what_cannot_be_explained_is_still_shown(signed_in: Sitting) -> None:
    signed_in.demo.tenant.faults.add("no-compliance-permission")
    await signed_in.choose("Meeting room iPad")
    await signed_in.wait_for("The reasons cannot be read here.")
    signed_in.sees("Not compliant", "iPad Air (5th gen.)", "Activity")
    assert signed_in.portal.messages.current is None
