"""The same services against the demo organisation, with MSAL's tokens over real sockets."""

from __future__ import annotations

import pytest

from companyportal.capabilities import reset_passcode
from companyportal.demo.server import DemoServer
from companyportal.domain import ActionState, Platform
from companyportal.errors import (
    CaptivePortal,
    ForeignAddress,
    NotFound,
    NotPermitted,
    OutcomeUnknown,
    RequestRefused,
    ServiceError,
    ServiceFailed,
    SignInRequired,
)
from companyportal.graph.client import GraphClient
from companyportal.graph.devices import DeviceService
from companyportal.graph.organisation import OrganisationService
from tests.graph.hurried_clock import HurriedClock
from tests.virtual_clock import VirtualClock


async def test_a_passcode_from_the_list_to_the_secret(
    demo: DemoServer, demo_clock: VirtualClock, service: DeviceService
) -> None:
    page = await service.list()
    assert [device.name for device in page.devices][:2] == ["Marie’s Galaxy", "Marie’s iPhone"]
    assert not page.is_partial
    phone = page.devices[0]
    assert (phone.platform, phone.system) == (Platform.ANDROID, "Android 14")
    assert reset_passcode(phone).is_offered
    await service.reset_passcode(phone.device_id)
    waiting = await service.details(phone.device_id)
    assert waiting.device.has_open_reset
    assert waiting.results[0].state is ActionState.PENDING
    assert waiting.served_at == demo_clock.now().replace(microsecond=0)
    await demo_clock.advance(3)
    done = await service.details(phone.device_id)
    assert not done.device.has_open_reset
    passcode = done.results[0].secret
    assert passcode is not None
    assert passcode.reveal() in demo.tenant.secrets
    assert passcode.reveal() not in repr(done)
    assert len(demo.tenant.posts) == 1


async def test_what_the_rules_refuse_the_service_refuses_too(
    demo: DemoServer, service: DeviceService
) -> None:
    page = await service.list()
    computer = next(each for each in page.devices if each.platform is Platform.WINDOWS)
    assert not reset_passcode(computer).is_offered
    with pytest.raises(RequestRefused) as caught:
        await service.reset_passcode(computer.device_id)
    assert caught.value.code == "BadRequest"
    assert caught.value.request_id


async def test_the_organisation_presents_itself(client: GraphClient) -> None:
    found = await OrganisationService(client).read()
    assert (found.name, found.accent) == ("Valcombe", "#2C5BD2")
    assert found.logo.startswith(b"\x89PNG")
    assert found.support_email == "help@valcombe.example"
    assert found.support_site_url == "https://help.valcombe.example/"


@pytest.mark.parametrize("fault", ["reset", "truncation", "throttle", "storm-500", "storm-503"])
async def test_a_passing_fault_is_bridged(
    demo: DemoServer, service: DeviceService, clock: HurriedClock, fault: str
) -> None:
    demo.tenant.faults.add(fault, 1)
    assert (await service.list()).devices
    assert len(clock.waits) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("reset", ServiceFailed),
        ("truncation", ServiceFailed),
        ("storm-500", ServiceFailed),
        ("html-200", CaptivePortal),
        ("forbidden", NotPermitted),
        ("unauthorized-forbidden", NotPermitted),
        ("claims-challenge-endless", SignInRequired),
        ("foreign-nextlink", ForeignAddress),
    ],
)
async def test_a_lasting_fault_is_told(
    demo: DemoServer, service: DeviceService, fault: str, error: type[ServiceError]
) -> None:
    demo.tenant.faults.add(fault)
    with pytest.raises(error):
        await service.list()
    hosts = {seen.host for seen in demo.tenant.requests if seen.site == "graph"}
    assert len(hosts) == 1
    assert hosts.pop().startswith("localhost:")


async def test_a_claims_challenge_is_passed_on(demo: DemoServer, service: DeviceService) -> None:
    demo.tenant.faults.add("claims-challenge")
    assert (await service.list()).devices


async def test_odd_contents_lose_nothing_else(demo: DemoServer, service: DeviceService) -> None:
    whole = await service.list()
    demo.tenant.faults.add("wrong-types")
    odd = await service.list()
    assert odd.is_partial
    assert odd.devices[0].device_id == whole.devices[0].device_id
    assert odd.devices[0].name == ""
    assert odd.devices[1:] == whole.devices[1:]
    details = await service.details(whole.devices[0].device_id)
    assert [result.state for result in details.results] == [ActionState.UNKNOWN]
    assert not reset_passcode(details.device).is_offered
    demo.tenant.faults.clear()
    demo.tenant.faults.add("unknown-enums")
    strange = await service.list()
    assert not any(reset_passcode(device).is_offered for device in strange.devices)


async def test_a_list_in_a_ring_is_partial(demo: DemoServer, service: DeviceService) -> None:
    demo.tenant.faults.add("loop-nextlink")
    page = await service.list()
    assert page.devices
    assert page.is_partial


async def test_a_device_that_is_gone(demo: DemoServer, service: DeviceService) -> None:
    demo.tenant.faults.add("gone")
    for ask in (service.details("x"), service.reset_passcode("x")):
        with pytest.raises(NotFound):
            await ask


@pytest.mark.parametrize(
    ("fault", "carried_out"),
    [
        ("post-500", 0),
        ("post-500-after-accept", 1),
        ("post-reset-after-accept", 1),
        ("reset", 0),
        ("truncation", 0),
        ("storm-503", 0),
        ("html-200", 0),
    ],
)
async def test_a_post_that_ends_in_the_dark_is_unknown_and_sent_once(
    demo: DemoServer, service: DeviceService, fault: str, carried_out: int
) -> None:
    phone = (await service.list()).devices[0]
    demo.tenant.faults.add(fault)
    with pytest.raises(OutcomeUnknown):
        await service.reset_passcode(phone.device_id)
    assert len(demo.tenant.posts) == 1
    assert len(demo.tenant.taken) == carried_out


async def test_more_than_a_thousand_devices_come_in_pages(
    demo: DemoServer, service: DeviceService
) -> None:
    first = demo.tenant.people[0]
    record = demo.tenant.devices_of(first)[0].record
    demo.tenant.devices_of(first).extend(
        demo.tenant._new_device(record, first) for _ in range(1_100)
    )
    page = await service.list()
    assert not page.is_partial
    lists = [seen for seen in demo.tenant.requests if seen.path == "/v1.0/me/managedDevices"]
    assert len(lists) == 2
