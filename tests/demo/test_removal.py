"""A device that is removed or reset goes, in Graph's own steps, and takes what is pending along."""

from __future__ import annotations

from typing import Any

import pytest

from tests.demo.asking import LONG_S, Asking
from tests.demo.finding import MANAGED
from tests.virtual_clock import VirtualClock

IPHONE = "Marie’s iPhone"
"""Answers after three seconds."""


async def names(asking: Asking) -> list[str]:
    """What is in the list."""
    listed = await asking.program.get("/me/managedDevices", select="deviceName")
    return [device["deviceName"] for device in listed["value"]]


@pytest.mark.parametrize("action", ["retire", "wipe"])
async def test_a_device_goes_when_it_has_answered(
    asking: Asking, demo_clock: VirtualClock, action: str
) -> None:
    device = await asking.of(IPHONE)
    assert await asking.ask(device, action) == 204
    seen = []
    for seconds in (0, 2):
        await demo_clock.advance(seconds)
        seen.append((await asking.look(device))["managementState"])
    assert seen == [f"{action}Pending", f"{action}Issued"]
    assert IPHONE in await names(asking)
    await demo_clock.advance(LONG_S)
    assert IPHONE not in await names(asking)
    for method, path in (("GET", ""), ("POST", f"/{action}"), ("POST", "/syncDevice")):
        address = f"{MANAGED}/{device.device_id}{path}"
        answer, body = await asking.program.call(method, address)
        assert (answer.status, body["error"]["code"]) == (404, "ResourceNotFound")
    assert len(asking.demo.tenant.taken) == 1


@pytest.mark.parametrize(
    ("keeps", "is_there"), [(True, True), (False, False)], ids=["enrolled", "gone"]
)
async def test_a_reset_may_let_the_device_stay(
    asking: Asking, demo_clock: VirtualClock, keeps: bool, is_there: bool
) -> None:
    device = await asking.of("PC-0042")
    members: dict[str, Any] = {"keepEnrollmentData": keeps, "keepUserData": keeps}
    assert await asking.ask(device, "wipe", members) == 204
    await demo_clock.advance(LONG_S)
    assert ("PC-0042" in await names(asking)) is is_there
    if is_there:
        assert (await asking.look(device))["managementState"] == "managed"


@pytest.mark.parametrize(
    ("name", "action", "state"),
    [
        ("iPhone d’Inès", "retire", "retireFailed"),
        ("iPhone d’Inès", "wipe", "managed"),
        ("Spare phone", "wipe", "wipePending"),
    ],
)
async def test_a_device_that_does_not_go_stays(
    asking: Asking, demo_clock: VirtualClock, name: str, action: str, state: str
) -> None:
    device = await asking.of(name)
    assert await asking.ask(device, action) == 204
    await demo_clock.advance(LONG_S)
    assert (await asking.look(device))["managementState"] == state
    assert name in await names(asking)


async def test_a_removal_wins_over_everything_else(
    asking: Asking, demo_clock: VirtualClock
) -> None:
    device = await asking.of("Spare phone")
    assert await asking.ask(device, "remoteLock") == 204
    await demo_clock.advance(1)
    assert await asking.ask(device, "retire") == 204
    assert await asking.ask(device, "wipe") == 409
    assert await asking.ask(device, "syncDevice") == 204
    results = (await asking.look(device))["deviceActionResults"]
    assert [(result["actionName"], result["actionState"]) for result in results] == [
        ("remoteLock", "canceled"),
        ("retire", "pending"),
        ("syncDevice", "canceled"),
    ]


async def test_the_pin_for_a_mac_is_a_secret(asking: Asking) -> None:
    device = await asking.of("MacBook d’Inès")
    assert await asking.ask(device, "wipe", {"macOsUnlockCode": "407193"}) == 204
    assert "407193" in asking.demo.tenant.secrets
    assert "407193" not in repr(device.actions)
