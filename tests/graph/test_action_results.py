"""What Graph says of what was asked of a device: which action, how far, and what it brought."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from companyportal.domain import Action, ActionState, Secret
from companyportal.graph.action_results import location_of, results_of
from companyportal.graph.mapping import device_of, open_actions
from companyportal.graph.wire import WireActionResult, WireDevice, WireLocation


def result(name: str | None = None, kind: str = "", **fields: str | int | None) -> WireActionResult:
    return WireActionResult(odata_type=kind, action_name=name, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind", "action"),
    [
        ("resetPasscode", "", Action.RESET_PASSCODE),
        ("RESETPASSCODE", "", Action.RESET_PASSCODE),
        (None, "#microsoft.graph.resetPasscodeActionResult", Action.RESET_PASSCODE),
        ("odd", "#microsoft.graph.resetPasscodeActionResult", Action.RESET_PASSCODE),
        ("remoteLock", "", Action.REMOTE_LOCK),
        ("", "#microsoft.graph.locateDeviceActionResult", Action.LOCATE),
        ("unlockPin", "#microsoft.graph.remoteLockActionResult", Action.REMOTE_LOCK),
        ("SyncDevice", "", Action.SYNC),
        ("setDeviceName", "", Action.RENAME),
        ("rebootNow", "", Action.RESTART),
        ("retire", "", Action.RETIRE),
        ("removeCompanyData", "", Action.RETIRE),
        ("wipe", "", Action.WIPE),
        ("factoryReset", "", Action.WIPE),
        ("factoryResetKeepEnrollmentData", "", Action.WIPE),
        ("windowsDefenderScan", "", Action.OTHER),
        (None, "", Action.OTHER),
    ],
)
def test_an_action_is_known_by_its_type_or_its_name(
    name: str | None, kind: str, action: Action
) -> None:
    (found,) = results_of([result(name, kind)])
    assert found.action is action
    assert found.name == (name or action.value)


def test_results_come_newest_first_and_those_without_a_time_last() -> None:
    found = results_of(
        [
            result("b", start_date_time="2024-05-01T00:00:00Z"),
            result("d"),
            result("a", start_date_time="2024-05-02T00:00:00Z"),
            result("c", last_updated_date_time="2024-04-01T00:00:00Z"),
        ]
    )
    assert [each.name for each in found] == ["a", "b", "c", "d"]


def test_a_result_keeps_its_passcode_secret_and_zero_is_no_error() -> None:
    (found,) = results_of([result("resetPasscode", passcode=Secret("k7Q"), error_code=0)])  # type: ignore[arg-type]
    assert found.secret is not None
    assert "k7Q" not in repr(found)
    assert found.error_code is None
    (found,) = results_of([result("resetPasscode", passcode=Secret(""), error_code=-5)])  # type: ignore[arg-type]
    assert found.secret is None
    assert found.error_code == -5
    assert found.state is ActionState.UNKNOWN


def test_a_mac_that_was_locked_tells_its_pin_as_a_secret() -> None:
    (found,) = results_of([result("remoteLock", unlock_pin=Secret("482915"))])  # type: ignore[arg-type]
    assert found.secret is not None
    assert found.secret.reveal() == "482915"
    assert "482915" not in repr(found)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (WireLocation(45.5, 6.25, 12.0), (45.5, 6.25, 12.0)),
        (WireLocation(-90.0, 180.0), (-90.0, 180.0, None)),
        (WireLocation(45.5, 6.25, -1.0), (45.5, 6.25, None)),
        (WireLocation(45.5, 6.25, float("inf")), (45.5, 6.25, None)),
        (WireLocation(45.5, 6.25, float("nan")), (45.5, 6.25, None)),
        (WireLocation(90.5, 6.25), None),
        (WireLocation(45.5, -180.5), None),
        (WireLocation(float("nan"), 6.25), None),
        (WireLocation(45.5, float("-inf")), None),
        (WireLocation(None, 6.25), None),
        (WireLocation(45.5, None), None),
        (WireLocation(0.0, 0.0, 0.0, "0001-01-01T00:00:00Z"), None),
        (WireLocation(0.0, 0.0, 5.0, "2024-05-02T08:00:00Z"), (0.0, 0.0, 5.0)),
        (WireLocation(), None),
        (None, None),
    ],
)
def test_a_place_is_one_on_the_globe_or_none(
    place: WireLocation | None, expected: tuple[float, float, float | None] | None
) -> None:
    found = location_of(place)
    numbers = found and (found.latitude, found.longitude, found.accuracy_m)
    assert numbers == expected


def test_a_place_is_dated_and_in_no_repr() -> None:
    place = WireLocation(45.5731, 6.2519, 12.0, "2024-05-02T08:00:00Z")
    (found,) = results_of([result("locateDevice", device_location=place)])  # type: ignore[arg-type]
    assert found.location is not None
    assert found.location.collected_at == datetime(2024, 5, 2, 8, tzinfo=UTC)
    assert "5731" not in f"{found!r} {place!r} {result('x', device_location=place)!r}"  # type: ignore[arg-type]


def test_only_the_newest_of_each_action_keeps_a_device_waiting() -> None:
    old = result("resetPasscode", action_state="pending", start_date_time="2023-01-01T00:00:00Z")
    new = result("resetPasscode", action_state="done", start_date_time="2024-01-01T00:00:00Z")
    lock = result("remoteLock", action_state="pending", start_date_time="2024-02-01T00:00:00Z")
    assert open_actions(results_of([old])) == {Action.RESET_PASSCODE}
    assert open_actions(results_of([old, new, lock])) == {Action.REMOTE_LOCK}
    assert open_actions(()) == frozenset()


@pytest.mark.parametrize(
    ("name", "state", "told"),
    [
        ("resetPasscode", "somethingNew", ""),
        ("retire", "somethingNew", ""),
        ("wipe", "somethingNew", ""),
        ("wipe", "failed", "managed"),
        ("remoteLock", "somethingNew", "managed"),
        (None, "done", ""),
    ],
)
def test_a_device_is_unclear_while_nobody_knows_how_the_gravest_requests_stand(
    name: str | None, state: str, told: str
) -> None:
    wire = WireDevice(id="1", management_state="managed")
    device = device_of(wire, results_of([result(name, action_state=state)]))
    assert device.management_state == told
