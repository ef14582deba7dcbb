"""Why a device is not compliant, as the service tells it: whole, odd, refused."""

from __future__ import annotations

from typing import Any

import pytest

from companyportal.compliance import FailingSetting, Topic, property_of, topic_of
from companyportal.demo.server import DemoServer
from companyportal.domain import Device
from companyportal.errors import ForeignAddress, NotPermitted, ServiceFailed
from companyportal.graph.client import GraphClient
from companyportal.graph.compliance import ComplianceService
from companyportal.graph.devices import DeviceService
from tests.graph.conftest import Connect, Serve
from tests.graph.raw_server import http
from tests.proofs import threat

FAULT = "no-compliance-permission"


async def device_of(client: GraphClient, part: str) -> Device:
    """The first device whose name holds ``part``."""
    page = await DeviceService(client).list()
    return next(device for device in page.devices if part in device.name)


def reply(value: Any) -> bytes:
    """A collection as Graph sends it."""
    return http({"value": value})


def setting(name: str, state: str = "nonCompliant", **more: Any) -> dict[str, Any]:
    """One setting state."""
    return {"setting": name, "state": state, **more}


async def test_what_fails_is_told_with_what_is_and_what_should_be(client: GraphClient) -> None:
    ipad = await device_of(client, "iPad")
    failing = await ComplianceService(client).failing(ipad.device_id)
    assert {(s.topic, s.current, s.wanted) for s in failing} == {
        (Topic.OS_TOO_OLD, "17.4", "17.5"),
        (Topic.PASSCODE_LENGTH, "4", "6"),
    }
    assert {s.policy for s in failing} == {"Valcombe iPhone and iPad"}


async def test_a_compliant_device_fails_nothing(client: GraphClient) -> None:
    galaxy = await device_of(client, "Galaxy")
    assert await ComplianceService(client).failing(galaxy.device_id) == ()


async def test_what_version_one_refuses_the_beta_may_tell(
    client: GraphClient, demo: DemoServer
) -> None:
    ipad = await device_of(client, "iPad")
    demo.tenant.faults.add(f"{FAULT}:1")
    failing = await ComplianceService(client).failing(ipad.device_id)
    assert {s.topic for s in failing} == {Topic.OS_TOO_OLD, Topic.PASSCODE_LENGTH}
    assert demo.tenant.requests[-1].path.startswith("/beta/")


@pytest.mark.parametrize("uses_beta", [True, False])
async def test_refused_everywhere_is_refused(
    client: GraphClient, demo: DemoServer, uses_beta: bool
) -> None:
    ipad = await device_of(client, "iPad")
    demo.tenant.faults.add(FAULT)
    with pytest.raises(NotPermitted):
        await ComplianceService(client, uses_beta=uses_beta).failing(ipad.device_id)
    asked_beta = any(each.path.startswith("/beta/") for each in demo.tenant.requests)
    assert asked_beta is uses_beta


async def test_a_policy_that_cannot_be_read_costs_its_numbers_only(
    serve: Serve, connect: Connect
) -> None:
    server = await serve(
        reply([{"id": "p", "displayName": "Phones", "state": "nonCompliant"}]),
        reply([setting("IOSCompliancePolicy.OsMinimumVersion", sources=[{"id": "x"}])]),
        http({}, status="403 Forbidden"),
    )
    found = await ComplianceService(connect(server)).failing("1")
    assert found == (
        FailingSetting(setting="IOSCompliancePolicy.OsMinimumVersion", policy="Phones"),
    )


async def test_odd_entries_are_left_out_and_each_rule_counts_once(
    serve: Serve, connect: Connect
) -> None:
    policy = {"id": "p q", "state": "NONCOMPLIANT", "displayName": 7}
    settings = [
        setting("A.PasscodeRequired", currentValue=[1], sources="none"),
        setting("B.passcodeRequired", "error"),
        setting("C.FirewallEnabled", "conflict"),
        setting("D.TpmRequired", "compliant"),
        setting("   "),
        "nothing",
    ]
    server = await serve(reply([None, policy, {"id": "q", "state": "unknown"}]), reply(settings))
    found = await ComplianceService(connect(server)).failing("1")
    assert [(s.topic, s.is_unclear) for s in found] == [
        (Topic.PASSCODE, False),
        (Topic.FIREWALL, True),
    ]
    assert "/deviceCompliancePolicyStates/p%20q/settingStates" in server.requests[1]


@threat("T17")
async def test_an_id_cannot_lead_anywhere_else(serve: Serve, connect: Connect) -> None:
    server = await serve(reply([{"id": "../../../me", "state": "nonCompliant"}]))
    with pytest.raises(ForeignAddress):
        await ComplianceService(connect(server)).failing("1")
    assert len(server.requests) == 1


async def test_a_page_that_is_no_list_is_a_failure(serve: Serve, connect: Connect) -> None:
    server = await serve(*[http(b"[]")] * 8)
    with pytest.raises(ServiceFailed):
        await ComplianceService(connect(server)).failing("1")


@pytest.mark.parametrize(
    ("value", "told"),
    [(6, "6"), ("17.5", "17.5"), (True, ""), ("notConfigured", ""), (None, ""), ([1], "")],
)
async def test_a_demand_is_a_number_or_a_text(
    serve: Serve, connect: Connect, value: Any, told: str
) -> None:
    server = await serve(
        reply([{"id": "p", "state": "nonCompliant"}]),
        reply([setting("X.PasscodeMinimumLength", sources=[{"id": "x"}])]),
        http({"passcodeMinimumLength": value}),
    )
    (found,) = await ComplianceService(connect(server)).failing("1")
    assert found.wanted == told


@pytest.mark.parametrize(
    ("name", "topic"),
    [
        ("Windows10CompliancePolicy.BitLockerEnabled", Topic.ENCRYPTION),
        ("DefaultDeviceCompliancePolicy.RequireRemainContact", Topic.CONTACT),
        ("BiosVersion", Topic.OTHER),
        ("", Topic.OTHER),
    ],
)
def test_a_rule_is_known_by_its_property(name: str, topic: Topic) -> None:
    assert topic_of(name) is topic
    assert property_of(name) == name.rpartition(".")[2].lower()
