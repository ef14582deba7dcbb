"""What else can be asked of a device, and what it becomes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.demo.asking import LONG_S, Asking
from tests.demo.finding import MANAGED, named
from tests.virtual_clock import VirtualClock


@pytest.mark.parametrize(
    ("action", "name", "state"),
    [
        ("syncDevice", "lab-build-03", "done"),
        ("remoteLock", "Marie’s iPhone", "done"),
        ("remoteLock", "PC-0042", "notSupported"),
        ("rebootNow", "PC-0042", "done"),
        ("rebootNow", "STUDIO-07", "failed"),
        ("rebootNow", "Marie’s iPhone", "notSupported"),
        ("locateDevice", "Marie’s Galaxy", "done"),
        ("locateDevice", "Marie’s iPhone", "notSupported"),
        ("locateDevice", "Spare phone", "pending"),
        ("retire", "iPhone d’Inès", "failed"),
        ("wipe", "iPhone d’Inès", "notSupported"),
        ("wipe", "Spare phone", "pending"),
        ("syncDevice", "Lucas’s iPhone", "failed"),
    ],
)
async def test_a_device_answers_as_its_kind_and_its_record_say(
    asking: Asking, demo_clock: VirtualClock, action: str, name: str, state: str
) -> None:
    device = await asking.of(name)
    assert await asking.ask(device, action) == 204
    await demo_clock.advance(LONG_S)
    result = (await asking.look(device))["deviceActionResults"][-1]
    assert (result["actionName"], result["actionState"]) == (action, state)


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("wipe", "Lucas’s own iPhone"),
        ("wipe", "Fairphone d’Aminata"),
        ("locateDevice", "Lucas’s MacBook Air"),
    ],
)
async def test_what_can_never_be_is_refused(asking: Asking, action: str, name: str) -> None:
    device = await asking.of(name)
    assert await asking.ask(device, action) == 400
    assert device.actions == []
    assert asking.demo.tenant.taken == []


async def test_a_sync_is_a_contact_and_finds_what_was_put_right(
    asking: Asking, demo_clock: VirtualClock
) -> None:
    device = await asking.of("Lucas’s MacBook Air")
    before = await asking.look(device)
    assert await asking.ask(device, "syncDevice") == 204
    assert await asking.ask(device, "syncDevice") == 204, "asked again, it starts anew"
    assert (await asking.look(device))["lastSyncDateTime"] == before["lastSyncDateTime"]
    await demo_clock.advance(LONG_S)
    after = await asking.look(device)
    assert after["lastSyncDateTime"] > before["lastSyncDateTime"]
    assert (before["complianceState"], after["complianceState"]) == ("inGracePeriod", "compliant")
    assert after["complianceGracePeriodExpirationDateTime"].startswith("9999")
    assert await asking.ask(device, "syncDevice") == 204


async def test_a_sync_alone_puts_nothing_right(asking: Asking, demo_clock: VirtualClock) -> None:
    device = await asking.of("ATELIER-81")
    assert await asking.ask(device, "syncDevice") == 204
    await demo_clock.advance(LONG_S)
    assert (await asking.look(device))["complianceState"] == "noncompliant"


@pytest.mark.parametrize("name", ["MacBook d’Inès", "Pixel d’Inès"])
async def test_only_a_mac_tells_the_pin_it_was_locked_with(
    asking: Asking, demo_clock: VirtualClock, name: str
) -> None:
    device = await asking.of(name)
    assert await asking.ask(device, "remoteLock") == 204
    pins = []
    for seconds in (0, LONG_S):
        await demo_clock.advance(seconds)
        pins.append((await asking.look(device))["deviceActionResults"][-1]["unlockPin"])
    assert pins[0] is None
    if device.record.system == "macOS":
        assert re.fullmatch("[0-9]{6}", pins[1])
        assert pins[1] in asking.demo.tenant.secrets
    else:
        assert pins[1] is None


async def test_a_device_tells_where_it_is_when_it_has_been_found(
    asking: Asking, demo_clock: VirtualClock
) -> None:
    device = await asking.of("PC-0042")
    assert await asking.ask(device, "locateDevice") == 204
    assert (await asking.look(device))["deviceActionResults"][-1]["deviceLocation"] is None
    await demo_clock.advance(LONG_S)
    result = (await asking.look(device))["deviceActionResults"][-1]
    place = result["deviceLocation"]
    assert {str(place["latitude"]), str(place["longitude"])} <= {*asking.demo.tenant.secrets}
    assert 5 < place["horizontalAccuracy"] < 100
    assert place["lastCollectedDateTime"] == result["lastUpdatedDateTime"]
    assert str(place["latitude"]) not in repr(device.actions)


async def test_a_new_name_holds_when_the_device_has_taken_it(
    asking: Asking, demo_clock: VirtualClock
) -> None:
    device = await asking.of("PC-0042")
    assert await asking.ask(device, "setDeviceName", {"deviceName": "PC-MARIE"}) == 204
    assert (await asking.look(device))["deviceName"] == "PC-0042"
    await demo_clock.advance(LONG_S)
    assert (await asking.look(device))["deviceName"] == "PC-MARIE"
    studio = named(asking.demo, "STUDIO-07")
    assert await asking.ask(studio, "setDeviceName", {"deviceName": "X"}) == 204
    await demo_clock.advance(LONG_S)
    assert (await asking.look(studio))["deviceName"] == "STUDIO-07"


async def test_v1_does_not_know_how_to_name_a_device(asking: Asking) -> None:
    device = await asking.of("PC-0042")
    path = f"{MANAGED}/{device.device_id}/setDeviceName"
    answer, body = await asking.program.send("POST", path, {"deviceName": "X"})
    assert answer.status == 400
    assert body["error"]["message"] == "Resource not found for the segment 'setDeviceName'."


async def test_the_name_for_administrators_changes_at_once(asking: Asking) -> None:
    device = await asking.of("PC-0042")
    path = f"{MANAGED}/{device.device_id}"
    answer, body = await asking.program.send("PATCH", path, {"managedDeviceName": "X"})
    assert (answer.status, body["managedDeviceName"], body["deviceName"]) == (200, "X", "PC-0042")
    assert (await asking.look(device))["managedDeviceName"] == "X"
    assert [post.path for post in asking.demo.tenant.taken] == [f"/v1.0{path}"]


async def test_the_name_for_administrators_takes_a_permission_of_its_own(asking: Asking) -> None:
    scopes = ["DeviceManagementManagedDevices.PrivilegedOperations.All"]
    device = await asking.of("PC-0042", scopes=scopes)
    path = f"{MANAGED}/{device.device_id}"
    answer, body = await asking.program.send("PATCH", path, {"managedDeviceName": "Y"})
    assert (answer.status, body["error"]["code"]) == (403, "Forbidden")
    assert "ReadWrite.All" in body["error"]["message"]
    assert asking.demo.tenant.taken == []


@pytest.mark.parametrize(
    ("action", "members"),
    [
        ("wipe", {"keepEverything": True}),
        ("wipe", {"keepUserData": "yes"}),
        ("wipe", {"macOsUnlockCode": "12"}),
        ("wipe", {"useProtectedWipe": True}),
        ("setDeviceName", {}),
        ("setDeviceName", {"deviceName": " "}),
        ("remoteLock", {"message": "Hello"}),
    ],
)
async def test_members_that_graph_does_not_know_are_refused(
    asking: Asking, action: str, members: dict[str, Any]
) -> None:
    device = await asking.of("PC-0042")
    assert await asking.ask(device, action, members) == 400
    assert device.actions == []


async def test_the_beta_can_tell_how_the_last_sync_went(
    asking: Asking, demo_clock: VirtualClock
) -> None:
    device = await asking.of("PC-0042")
    assert await asking.ask(device, "syncDevice") == 204
    path = f"/beta{MANAGED}/{device.device_id}/getSyncStatus()"
    seen = []
    for seconds in (0, LONG_S):
        await demo_clock.advance(seconds)
        answer, body = await asking.program.call("GET", path)
        seen.append((answer.status, body["components"][0]["status"]))
    assert seen == [(200, "inProgress"), (200, "success")]
