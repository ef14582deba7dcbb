"""How the pretend devices stand with the pretend organisation's rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock

MANAGED = "/deviceManagement/managedDevices"


@pytest.fixture
async def signed_in(program: Program, browser: HttpBrowser) -> Program:
    """The program with Marie's token."""
    await program.sign_in(browser)
    return program


def device_id(demo: DemoServer, serial: str) -> str:
    """Of the device with that serial number."""
    devices = [d for person in demo.people for d in demo.tenant.devices_of(person)]
    return next(d.device_id for d in devices if d.record.serial_number == serial)


async def states(program: Program, device: str) -> list[dict[str, Any]]:
    """Of all policies of a device."""
    found: list[dict[str, Any]] = (
        await program.get(f"{MANAGED}/{device}/deviceCompliancePolicyStates")
    )["value"]
    return found


async def test_each_system_has_its_policy_and_every_tenant_one(
    demo: DemoServer, signed_in: Program
) -> None:
    galaxy = await states(signed_in, device_id(demo, "R5CW30D17F3K"))
    assert [(s["displayName"], s["state"]) for s in galaxy] == [
        ("Valcombe Android", "compliant"),
        ("Default Device Compliance Policy", "compliant"),
    ]


async def test_a_setting_that_fails_tells_what_it_has_and_where_it_comes_from(
    demo: DemoServer, signed_in: Program
) -> None:
    ipad = device_id(demo, "DMPH80AX2M6T")
    state, _ = await states(signed_in, ipad)
    assert state["state"] == "nonCompliant"
    path = f"{MANAGED}/{ipad}/deviceCompliancePolicyStates/{state['id']}/settingStates"
    settings = (await signed_in.get(path))["value"]
    assert len(settings) == state["settingCount"]
    failing = {s["setting"]: s["currentValue"] for s in settings if s["state"] != "compliant"}
    assert failing == {
        "IOSCompliancePolicy.PasscodeMinimumLength": "4",
        "IOSCompliancePolicy.OsMinimumVersion": "17.4",
    }
    policy = settings[0]["sources"][0]["id"]
    wanted = await signed_in.get(f"/deviceManagement/deviceCompliancePolicies/{policy}")
    assert (wanted["osMinimumVersion"], wanted["passcodeMinimumLength"]) == ("17.5", 6)


async def test_all_shapes_are_those_of_graph(demo: DemoServer, signed_in: Program) -> None:
    types = json.loads(
        (Path(__file__).parent.parent / "graph" / "graph_operations.json").read_text("utf-8")
    )["types"]
    ipad = device_id(demo, "DMPH80AX2M6T")
    state, _ = await states(signed_in, ipad)
    assert set(state) <= set(types["v1.0"]["deviceCompliancePolicyState"])


@pytest.mark.parametrize("path", ["deviceCompliancePolicyStates/x/settingStates", "nothing"])
async def test_what_is_not_there_is_not_found(
    demo: DemoServer, signed_in: Program, path: str
) -> None:
    answer, _ = await signed_in.call("GET", f"{MANAGED}/{device_id(demo, 'DMPH80AX2M6T')}/{path}")
    assert answer.status in (400, 404)


async def test_what_the_person_has_put_right_is_found_at_the_next_sync(
    demo: DemoServer, signed_in: Program, demo_clock: VirtualClock
) -> None:
    ipad = device_id(demo, "DMPH80AX2M6T")
    device = demo.tenant.device(demo.people[0], ipad)
    assert device is not None
    demo.tenant.ask(device, "syncDevice", {})
    await demo_clock.advance(60)
    assert {s["state"] for s in await states(signed_in, ipad)} == {"compliant"}
