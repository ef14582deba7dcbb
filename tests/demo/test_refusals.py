"""What the organisation keeps from a person, each time by its own fault."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.demo.test_faults import LIST, reset_path

ROLES = {"no-role": (403, "Forbidden"), "no-role-401": (401, "UnknownError")}
APPROVALS = {
    "approval-required": (403, "Forbidden"),
    "approval-required-400": (400, "BadRequest"),
}
REFUSALS = (*APPROVALS, *ROLES, "no-compliance-permission", "no-key-permission")


@pytest.mark.parametrize("fault", APPROVALS)
async def test_a_second_administrator_must_agree_to_a_removal(
    demo: DemoServer, marie: Program, fault: str
) -> None:
    demo.tenant.faults.add(fault)
    device_id = demo.tenant.devices_of(demo.people[0])[1].device_id
    for action in ("retire", "wipe"):
        path = f"/deviceManagement/managedDevices/{device_id}/{action}"
        answer, body = await marie.call("POST", path)
        assert (answer.status, body["error"]["code"]) == APPROVALS[fault]
        assert "x-msft-approval-justification" in body["error"]["message"]
    assert demo.tenant.taken == []
    answer, _ = await marie.call("POST", reset_path(demo))
    assert answer.status == 204


@pytest.mark.parametrize("fault", ROLES)
async def test_without_a_role_only_intune_is_closed(
    demo: DemoServer, marie: Program, fault: str
) -> None:
    demo.tenant.faults.add(fault)
    answer, body = await marie.call("GET", LIST)
    assert (answer.status, body["error"]["code"]) == ROLES[fault]
    await marie.get("/me")
    await marie.get("/me/registeredDevices")


async def test_why_a_device_does_not_comply_may_be_closed(demo: DemoServer, marie: Program) -> None:
    path = reset_path(demo).replace("resetPasscode", "deviceCompliancePolicyStates")
    await marie.get(path)
    demo.tenant.faults.add("no-compliance-permission")
    answer, body = await marie.call("GET", path)
    assert (answer.status, body["error"]["code"]) == (403, "Forbidden")
    await marie.get(LIST)


async def test_recovery_keys_may_be_closed(demo: DemoServer, marie: Program) -> None:
    path = "/informationProtection/bitlocker/recoveryKeys"
    await marie.get(path)
    demo.tenant.faults.add("no-key-permission")
    answer, body = await marie.call("GET", path)
    assert (answer.status, body["error"]["code"]) == (403, "Forbidden")
    await marie.get(LIST)
