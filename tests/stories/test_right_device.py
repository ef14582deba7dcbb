"""What is chosen by its card is what is reset, whatever has the same name and whatever the list
does meanwhile; and what is shown is what was asked for.
"""

from __future__ import annotations

from dataclasses import replace

from companyportal.demo.devices import DemoDevice
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import threat
from tests.stories.sitting import Sitting
from tests.stories.test_quitting import until_on_its_way

pytestmark = threat("T27")
SERIAL_NUMBER = "R5CW30D1AB9Z"


def twin_of(sitting: Sitting, first: DemoDevice) -> DemoDevice:
    """Another device with the same name."""
    properties = {**first.record.properties, "serialNumber": SERIAL_NUMBER}
    tenant = sitting.demo.tenant
    return DemoDevice(
        replace(first.record, properties=properties),
        first.owner,
        tenant.organisation.tenant_id,
        now=sitting.clock.now(),
        boot_s=sitting.clock.boot_s(),
    )


async def test_of_two_devices_with_one_name_the_chosen_one_is_reset(sitting: Sitting) -> None:
    tenant = sitting.demo.tenant
    devices = tenant.devices_of(tenant.people[0])
    first = devices[0]
    twin = twin_of(sitting, first)
    devices.append(twin)
    await sitting.sign_in()
    await sitting.begin_reset(serial_number=SERIAL_NUMBER)
    sitting.sees("serial no. ending AB9Z")
    await sitting.click("Sign out")
    await until(lambda: sitting.step is Step.CONFIRM)
    sitting.sees("Reset the passcode of Marie’s Galaxy?", "serial no. ending AB9Z")
    assert "7F3K" not in sitting.words()
    await sitting.confirm()
    await until(lambda: sitting.step is Step.FOLLOWING)
    assert [post.device_id for post in tenant.taken] == [twin.device_id]
    assert len(twin.actions) == len(first.actions) + 1


async def refreshed(sitting: Sitting) -> None:
    """The list is read again while the question stands."""
    sitting.portal.devices.refresh()
    await until(lambda: not sitting.portal.tasks.is_running("devices"))


async def test_a_list_that_changes_under_the_question_leads_to_no_other_device(
    sitting: Sitting,
) -> None:
    tenant = sitting.demo.tenant
    devices = tenant.devices_of(tenant.people[0])
    first = devices[0]
    twin = twin_of(sitting, first)
    devices.append(twin)
    await sitting.sign_in()
    await sitting.to_confirmation(serial_number=SERIAL_NUMBER)
    devices.reverse()
    await refreshed(sitting)
    devices.remove(first)
    await refreshed(sitting)
    sitting.sees("Reset the passcode of Marie’s Galaxy?", "serial no. ending AB9Z")
    await sitting.confirm()
    await until(lambda: sitting.step is Step.FOLLOWING)
    assert [post.device_id for post in tenant.posts] == [twin.device_id]


async def test_a_device_that_was_replaced_by_one_of_the_same_name_is_left_alone(
    signed_in: Sitting,
) -> None:
    tenant = signed_in.demo.tenant
    devices = tenant.devices_of(tenant.people[0])
    await signed_in.to_confirmation()
    devices[0] = twin_of(signed_in, devices[0])
    await refreshed(signed_in)
    await signed_in.confirm()
    await signed_in.wait_for("This device is no longer in the list")
    signed_in.sees("Nothing was reset.")
    assert tenant.posts == []


async def test_a_result_is_not_shown_as_another_device_s_that_is_being_sent(
    signed_in: Sitting,
) -> None:
    router, iphone = signed_in.window.router, signed_in.device("Marie’s iPhone")
    await until_on_its_way(signed_in)
    router.open_result(Action.RESET_PASSCODE, iphone)
    places = [router.place]
    assert signed_in.portal.details.device == iphone
    router.open_result(Action.RESET_PASSCODE, signed_in.device("Marie’s Galaxy"))
    assert [*places, router.place] == [Place.DEVICE, Place.PROTECTED]
    signed_in.sees("Sending the request")
    await signed_in.let_pass_until(Step.FOLLOWING)
