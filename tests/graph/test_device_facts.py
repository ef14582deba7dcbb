"""What else is known of a device: as Graph tells it, and where it says nothing."""

from __future__ import annotations

from dataclasses import fields

import pytest

from companyportal.demo import shapes
from companyportal.demo.server import DemoServer
from companyportal.device_facts import DeviceFacts
from companyportal.domain import DeviceDetails
from companyportal.graph.decoding import document
from companyportal.graph.device_facts import SELECTED_FACTS, facts_of
from companyportal.graph.devices import DeviceService
from companyportal.graph.wire_facts import WireFacts


async def details_of(service: DeviceService, part: str) -> DeviceDetails:
    """Of the first device whose name holds ``part``."""
    listed = await service.list()
    device = next(each for each in listed.devices if part in each.name)
    return await service.details(device.device_id)


async def test_one_reading_tells_the_device_and_its_facts(
    service: DeviceService, demo: DemoServer
) -> None:
    details = await details_of(service, "Galaxy")
    facts = details.facts
    assert (facts.carrier, facts.phone_number) == ("Exemple Télécom", "+33199004207")
    assert (facts.security_patch, facts.is_encrypted) == ("2024-05-01", True)
    assert facts.used_bytes == 274_877_906_944 - 104_152_956_928
    assert facts.certificate_until is not None
    reads = [each for each in demo.tenant.requests if details.device.device_id in each.path]
    assert len(reads) == 1


def test_what_graph_sends_for_nothing_is_nothing() -> None:
    wire = document(
        WireFacts,
        b"""{
        "deviceRegistrationState": "unknown", "exchangeAccessState": "none", "jailBroken": null,
        "managementCertificateExpirationDate": "0001-01-01T00:00:00Z",
        "exchangeLastSuccessfulSyncDateTime": "9999-12-31T23:59:59Z",
        "totalStorageSpaceInBytes": 0, "freeStorageSpaceInBytes": -1, "physicalMemoryInBytes": 0
    }""",
    )
    assert facts_of(wire) == DeviceFacts()
    assert facts_of(wire).used_bytes is None


def test_an_odd_value_costs_itself_only() -> None:
    wire = document(WireFacts, b'{"isEncrypted": "maybe", "imei": 35, "iccid": "8933"}')
    facts = facts_of(wire)
    assert (facts.is_encrypted, facts.imei, facts.iccid) == (None, "", "8933")


@pytest.mark.parametrize("name", SELECTED_FACTS.split(","))
def test_everything_asked_for_is_a_property_of_a_device(name: str) -> None:
    assert name in shapes.blank_device()


def test_nothing_personal_is_in_a_repr() -> None:
    texts = {each.name: "CNRY" for each in fields(DeviceFacts) if not each.repr}
    assert {"phone_number", "imei", "user_name", "wifi_address", "udid"} <= set(texts)
    assert "CNRY" not in repr(DeviceFacts(**texts))  # type: ignore[arg-type]


def test_a_secret_of_the_device_is_not_even_asked_for() -> None:
    assert "activationLockBypassCode" not in SELECTED_FACTS
    assert "notes" not in SELECTED_FACTS
