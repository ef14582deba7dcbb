"""Two devices with one name: what is chosen by its card is what is reset."""

from __future__ import annotations

from dataclasses import replace

from companyportal.demo.devices import DemoDevice
from companyportal.models.reset_progress import Step
from tests.program import until
from tests.stories.sitting import Sitting


async def test_of_two_devices_with_one_name_the_chosen_one_is_reset(sitting: Sitting) -> None:
    tenant = sitting.demo.tenant
    marie = tenant.people[0]
    first = tenant.devices_of(marie)[0]
    properties = {**first.record.properties, "serialNumber": "R5CW30D1AB9Z"}
    twin = DemoDevice(
        replace(first.record, properties=properties),
        marie,
        tenant.organisation.tenant_id,
        now=sitting.clock.now(),
        boot_s=sitting.clock.boot_s(),
    )
    tenant.devices_of(marie).append(twin)
    await sitting.sign_in()
    await sitting.begin_reset(serial_number="R5CW30D1AB9Z")
    sitting.sees("serial no. ending AB9Z")
    await sitting.click("Sign out")
    await until(lambda: sitting.step is Step.CONFIRM)
    sitting.sees("Reset the passcode of Marie’s Galaxy?", "serial no. ending AB9Z")
    assert "7F3K" not in sitting.words()
    await sitting.confirm()
    await until(lambda: sitting.step is Step.FOLLOWING)
    assert [post.device_id for post in tenant.taken] == [twin.device_id]
    assert len(twin.actions) == len(first.actions) + 1
