"""Everything that the pretend Graph sends is compared with Graph's own metadata."""

from __future__ import annotations

import pytest

from companyportal.demo import beta_shapes, shapes
from companyportal.demo.server import DemoServer
from tests.demo.asking import LONG_S, Asking
from tests.demo.finding import MANAGED
from tests.demo.metadata import BETA, V1
from tests.demo.program import Program
from tests.http_browser import HttpBrowser
from tests.virtual_clock import VirtualClock


def test_the_demo_knows_exactly_the_properties_of_a_managed_device() -> None:
    assert set(shapes.blank_device()) == set(V1.properties_of("managedDevice"))


def test_an_empty_device_has_the_shape_of_graph() -> None:
    assert list(V1.faults_of(shapes.blank_device() | {"id": "x"}, "managedDevice")) == []
    beta = beta_shapes.blank_device() | {"id": "x"}
    assert list(BETA.faults_of(beta, "managedDevice")) == []


def test_every_member_of_an_enum_that_the_demo_may_send_is_one_of_graph() -> None:
    known = V1.properties_of("managedDevice")
    for name, members in shapes.ENUMS.items():
        assert set(members) <= set(V1.enums[known[name]]), name
    assert set(beta_shapes.ENROLLMENTS) <= set(BETA.enums["deviceEnrollmentType"])


def test_the_comparison_finds_what_is_wrong() -> None:
    wrong = {"deviceName": 4, "complianceState": "fine", "beta": 1, "isEncrypted": None}
    assert len(list(V1.faults_of(wrong, "managedDevice"))) == 4


async def test_every_device_of_everybody_has_the_shape_of_graph(
    demo: DemoServer, demo_clock: VirtualClock, program: Program, browser: HttpBrowser
) -> None:
    for person in demo.people:
        browser.username = person.username
        await program.sign_in(browser, prompt="login")
        listed = await program.get("/me/managedDevices")
        assert [*V1.faults_of(listed["value"], "Collection(managedDevice)")] == []
        for device in listed["value"]:
            path = f"{MANAGED}/{device['id']}"
            await program.call("POST", f"{path}/resetPasscode")
            for seconds in (1.1, 10):
                await demo_clock.advance(seconds)
                assert [*V1.faults_of(await program.get(path), "managedDevice")] == []
        answer, listed = await program.call("GET", "/beta/me/managedDevices")
        assert answer.status == 200
        assert [*BETA.faults_of(listed["value"], "Collection(managedDevice)")] == []


@pytest.mark.parametrize("name", ["MacBook d’Inès", "PC-0042", "Spare phone"])
async def test_every_result_has_the_shape_of_graph(
    asking: Asking, demo_clock: VirtualClock, name: str
) -> None:
    device = await asking.of(name)
    for action in ("syncDevice", "remoteLock", "locateDevice", "rebootNow", "retire"):
        await asking.ask(device, action)
    for seconds in (0, 1.1):
        await demo_clock.advance(seconds)
        assert [*V1.faults_of(await asking.look(device), "managedDevice")] == []
    path = f"/beta{MANAGED}/{device.device_id}"
    _, status = await asking.program.call("GET", f"{path}/getSyncStatus()")
    assert [*BETA.faults_of(status, "deviceSyncStatusResponse")] == []
    await demo_clock.advance(LONG_S)
    results = [action.to_graph(demo_clock.boot_s()) for action in device.actions]
    assert [*V1.faults_of(results, "Collection(deviceActionResult)")] == []


async def test_the_beta_tells_the_kinds_of_android_apart(asking: Asking) -> None:
    device = await asking.of("Marie’s Galaxy")
    path = f"{MANAGED}/{device.device_id}"
    query = {"select": "deviceEnrollmentType"}
    plain = await asking.program.get(path, **query)
    answer, beta = await asking.program.call("GET", f"/beta{path}", **query)
    assert answer.status == 200
    assert plain["deviceEnrollmentType"] == "userEnrollment"
    assert beta["deviceEnrollmentType"] == "androidEnterpriseFullyManaged"
    assert beta["@odata.context"].startswith(asking.program.endpoints.service[:-5] + "/beta/")
    answer, _ = await asking.program.call("GET", path, select="deviceType")
    assert answer.status == 400


async def test_recovery_keys_have_the_shape_of_graph(asking: Asking) -> None:
    await asking.of("PC-0042")
    keys = "/informationProtection/bitlocker/recoveryKeys"
    listed = (await asking.program.get(keys))["value"]
    assert [*V1.faults_of(listed, "Collection(bitlockerRecoveryKey)")] == []
    told = await asking.program.get(f"{keys}/{listed[0]['id']}", select="key")
    assert [*V1.faults_of(told, "bitlockerRecoveryKey")] == []


@pytest.mark.parametrize("name", ["Meeting room iPad", "PC-0042"])
async def test_why_a_device_complies_or_not_has_the_shape_of_graph(
    asking: Asking, name: str
) -> None:
    device = await asking.of(name)
    path = f"{MANAGED}/{device.device_id}/deviceCompliancePolicyStates"
    states = (await asking.program.get(path))["value"]
    assert [*V1.faults_of(states, "Collection(deviceCompliancePolicyState)")] == []
    for state in states:
        settings = (await asking.program.get(f"{path}/{state['id']}/settingStates"))["value"]
        assert settings
        assert [*V1.faults_of(settings, "Collection(deviceCompliancePolicySettingState)")] == []


async def test_person_and_brand_have_the_shape_of_graph(
    program: Program, browser: HttpBrowser
) -> None:
    await program.sign_in(browser)
    assert [*V1.faults_of(await program.get("/me"), "user")] == []
    management = await program.get("/deviceManagement", select="intuneBrand")
    assert [*V1.faults_of(management, "deviceManagement")] == []
    brand = await program.get("/deviceManagement/intuneBrand")
    assert [*V1.faults_of(brand, "intuneBrand")] == []
    assert {**management["intuneBrand"], "@odata.context": brand["@odata.context"]} == brand
