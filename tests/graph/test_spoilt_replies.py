"""Recorded replies, spoilt in thousands of ways: the odd device costs itself and nothing else, and
what is not understood is never a reason to offer something.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.capabilities import reset_passcode
from companyportal.domain import Device
from companyportal.errors import PortalError, ServiceFailed
from companyportal.graph import decoding, wire
from companyportal.graph.action_results import results_of
from companyportal.graph.devices import DeviceService
from companyportal.graph.intune_brand import organisation_of
from companyportal.graph.mapping import device_of
from companyportal.organisation import Organisation
from tests.graph.conftest import Connect, Serve
from tests.graph.mutations import spoil, spoilt, torn, written
from tests.graph.raw_server import http
from tests.graph.recorded_replies import Replies, replies
from tests.proofs import fault, threat

pytestmark = [pytest.mark.slow, fault("R05"), threat("T37")]
seeds = st.integers(0, 2**64).map(Random)
DEVICES_BY_SOCKET = 300


def cases(number: int) -> Callable[[Any], Any]:
    """So many, the same ones in every run."""
    return settings(derandomize=True, deadline=None, max_examples=number, database=None)


@pytest.fixture(scope="module")
def recorded() -> Replies:
    return replies()


def listed(body: bytes) -> dict[str, Device]:
    """The way of a page of the list."""
    decoding.next_link(body)
    found = {device.device_id: device for device in map(device_of, wire.devices(body)[0])}
    return found


def detailed(body: bytes) -> Device:
    """The way of one device."""
    read = wire.device(body)
    results = results_of(read.device_action_results or ())
    str([result.stamp for result in results]).encode()
    return device_of(read, results)


def are_fewer_results(changed: dict[str, Any], reply: dict[str, Any]) -> bool:
    """True where results are missing, rather than odd."""
    results = changed.get("deviceActionResults")
    is_shorter = isinstance(results, list) and len(results) < len(reply["deviceActionResults"])
    return results is None or is_shorter


def presented(body: bytes) -> Organisation:
    """The way of the brand."""
    return organisation_of(wire.brand(body))


def assert_safe(device: Device, whole: Device) -> None:
    """It can be shown anywhere, and offers nothing that the whole one does not."""
    assert device.device_id
    for name in Device.__slots__:
        str(getattr(device, name)).encode()
    offer = reset_passcode(device)
    assert not offer.is_offered or offer == reset_passcode(whole), (device, whole)


@cases(1200)
@given(random=seeds)
def test_an_odd_device_costs_itself_and_no_other(recorded: Replies, random: Random) -> None:
    page = json.loads(json.dumps(recorded.page))
    whole = listed(json.dumps(page).encode())
    victim = random.randrange(len(page["value"]))
    victim_id = page["value"][victim]["id"]
    if random.random() < 0.1:
        page["value"][victim] = random.choice((None, 7, "x", [], [[]], {}))
    else:
        spoil(page["value"][victim], random)
    found = listed(written(page, random))
    for device_id, device in whole.items():
        if device_id != victim_id:
            assert found.pop(device_id) == device
    for device in found.values():
        assert_safe(device, whole[victim_id])


@cases(300)
@given(random=seeds)
def test_a_page_spoilt_anywhere_ends_in_devices_or_in_our_error(
    recorded: Replies, random: Random
) -> None:
    with suppress(ServiceFailed):
        listed(written(spoilt(recorded.page, random), random))


@cases(600)
@given(random=seeds)
def test_spoilt_details_offer_nothing_new_and_keep_the_secret(
    recorded: Replies, random: Random
) -> None:
    for reply in (recorded.waiting, recorded.done):
        whole = detailed(json.dumps(reply).encode())
        changed = spoilt(reply, random, most=1)
        if are_fewer_results(changed, reply):
            continue  # then the service says that nothing was asked of the device
        with suppress(ServiceFailed):
            assert_safe(detailed(written(changed, random)), whole)


@cases(300)
@given(random=seeds)
def test_a_spoilt_brand_is_shown_as_far_as_it_can_be(recorded: Replies, random: Random) -> None:
    with suppress(ServiceFailed):
        shown = presented(written(spoilt(recorded.management, random), random))
        assert shown.support_site_url.startswith("https://") or not shown.support_site_url
        assert len(shown.accent) in (0, 7)


@cases(600)
@given(random=seeds)
def test_torn_bytes_end_in_something_or_in_our_error(recorded: Replies, random: Random) -> None:
    ways = (
        (listed, recorded.page),
        (detailed, recorded.waiting),
        (detailed, recorded.done),
        (presented, recorded.management),
    )
    for read, reply in ways:
        with suppress(ServiceFailed):
            read(torn(json.dumps(reply, ensure_ascii=False).encode(), random))


async def test_the_same_through_the_socket(
    recorded: Replies, serve: Serve, connect: Connect
) -> None:
    """A gateway in bad health: hundreds of answers over one connection, and it is never lost."""
    random = Random(1)
    server = await serve(b"")
    service = DeviceService(connect(server))
    page = {name: value for name, value in recorded.page.items() if name != "@odata.nextLink"}
    good, *others = page["value"]
    read = 0
    for _ in range(DEVICES_BY_SOCKET):
        items = [spoilt(good, random), *others]
        server.play(http(written(page | {"value": items}, random)))
        found = (await service.list()).devices
        assert {item["id"] for item in others} <= {device.device_id for device in found}
        read += len(found)
    assert server.connections == 1
    assert read > DEVICES_BY_SOCKET * len(others)
    server.play(http(b'{"value":' + b"[" * 10_000 + b"]" * 10_000 + b"}"))
    with suppress(PortalError):
        await service.list()
