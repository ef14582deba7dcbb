"""Microsoft's own SDK can ask everything of the pretend Graph, and reads its typed answers."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import AsyncIterator
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from tests.demo.asking import LONG_S, Asking
from tests.demo.test_msgraph_sdk import sdk_client
from tests.virtual_clock import VirtualClock

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]
PERSON = "MacBook d’Inès"


@pytest.fixture
async def graph(demo: DemoServer, asking: Asking) -> AsyncIterator[Any]:
    """The SDK with the token of the person who has the Mac."""
    import httpx

    await asking.of(PERSON)
    context = ssl.create_default_context(cafile=demo.endpoints.ca_file)
    async with contextlib.aclosing(httpx.AsyncHTTPTransport(verify=context)) as transport:
        yield sdk_client(asking.program, httpx.AsyncClient(transport=transport))


def item_of(graph: Any, device_id: str) -> Any:
    """The SDK's builder for one device."""
    return graph.device_management.managed_devices.by_managed_device_id(device_id)


async def test_the_sdk_asks_for_every_action(
    demo: DemoServer, demo_clock: VirtualClock, graph: Any
) -> None:
    from msgraph.generated.models.locate_device_action_result import LocateDeviceActionResult
    from msgraph.generated.models.remote_lock_action_result import RemoteLockActionResult

    mac, _, phone, iphone, _ = demo.tenant.devices_of(demo.people[4])
    assert await item_of(graph, mac.device_id).remote_lock.post() is None
    for name in ("sync_device", "reboot_now", "locate_device"):
        assert await getattr(item_of(graph, phone.device_id), name).post() is None
    assert await item_of(graph, iphone.device_id).retire.post() is None
    await demo_clock.advance(LONG_S)
    locked = (await item_of(graph, mac.device_id).get()).device_action_results[-1]
    assert isinstance(locked, RemoteLockActionResult)
    assert locked.unlock_pin in demo.tenant.secrets
    found = (await item_of(graph, phone.device_id).get()).device_action_results
    assert [result.action_name for result in found] == ["syncDevice", "rebootNow", "locateDevice"]
    assert isinstance(found[-1], LocateDeviceActionResult)
    place = found[-1].device_location
    assert place is not None
    assert str(place.latitude) in demo.tenant.secrets
    assert (await item_of(graph, iphone.device_id).get()).management_state.value == "retireFailed"


async def test_the_sdk_resets_with_choices_and_renames(
    demo: DemoServer, demo_clock: VirtualClock, graph: Any
) -> None:
    from msgraph.generated.device_management.managed_devices.item.wipe.wipe_post_request_body import (  # noqa: E501
        WipePostRequestBody,
    )
    from msgraph.generated.models.managed_device import ManagedDevice
    from msgraph.generated.models.o_data_errors.o_data_error import ODataError

    computer = demo.tenant.devices_of(demo.people[4])[1]
    builder = item_of(graph, computer.device_id)
    renamed = await builder.patch(ManagedDevice(managed_device_name="Own computer"))
    assert renamed.managed_device_name == "Own computer"
    choices = WipePostRequestBody(keep_enrollment_data=False, keep_user_data=True)
    assert await builder.wipe.post(choices) is None
    body = computer.actions[-1].body
    assert (body["keepEnrollmentData"], body["keepUserData"]) == (False, True)
    await demo_clock.advance(LONG_S)
    with pytest.raises(ODataError) as caught:
        await builder.get()
    assert caught.value.response_status_code == 404


async def test_the_sdk_reads_recovery_keys(demo: DemoServer, graph: Any) -> None:
    from kiota_abstractions.base_request_configuration import RequestConfiguration
    from msgraph.generated.information_protection.bitlocker.recovery_keys.item.bitlocker_recovery_key_item_request_builder import (  # noqa: E501
        BitlockerRecoveryKeyItemRequestBuilder as Builder,
    )

    keys = graph.information_protection.bitlocker.recovery_keys
    listed = (await keys.get()).value
    assert [key.volume_type.value for key in listed] == ["operatingSystemVolume"]
    query = Builder.BitlockerRecoveryKeyItemRequestBuilderGetQueryParameters(select=["key"])
    options: Any = RequestConfiguration(query_parameters=query)
    told = await keys.by_bitlocker_recovery_key_id(listed[0].id).get(options)
    assert told.key in demo.tenant.secrets
