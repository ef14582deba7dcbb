"""What an organisation opens, closes and hides for all devices, and what is suggested instead."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from companyportal.blocked_action import BlockedAction, blocked_action
from companyportal.capabilities import Reason, Rules, offer
from companyportal.domain import Action, Device, EnrollmentKind, Ownership, Platform
from companyportal.rename_way import RenameWay
from tests.action_rules import CELLS
from tests.device_samples import ACTIONS, IPHONE, OWN_PC, PC


@pytest.mark.parametrize(
    ("action", "rules", "is_hidden"),
    [
        (Action.RENAME, Rules(), False),
        (Action.RENAME, Rules(rename=RenameWay.OFF), True),
        (Action.RENAME, Rules(uses_beta=False), True),
        (Action.RENAME, Rules(rename=RenameWay.MANAGEMENT_NAME, uses_beta=False), False),
        (Action.RECOVERY_KEY, Rules(), False),
        (Action.RECOVERY_KEY, Rules(reads_keys=False), True),
        (Action.RECOVERY_KEY, Rules(uses_beta=False), False),
        (Action.OTHER, Rules(), True),
        (Action.WIPE, Rules(rename=RenameWay.OFF, reads_keys=False, uses_beta=False), False),
    ],
)
def test_what_the_organisation_does_not_use_is_hidden(
    action: Action, rules: Rules, is_hidden: bool
) -> None:
    answer = offer(action, PC, rules)
    assert (answer.is_hidden, answer.reason is Reason.SWITCHED_OFF) == (is_hidden, is_hidden)


@pytest.mark.parametrize(
    ("platform", "enrollment"),
    [
        (Platform.IOS, EnrollmentKind.STANDARD),
        (Platform.ANDROID, EnrollmentKind.ANDROID_FULLY_MANAGED),
        (Platform.WINDOWS_PHONE, EnrollmentKind.STANDARD),
    ],
)
def test_nothing_is_said_of_keys_where_no_device_has_one(
    platform: Platform, enrollment: EnrollmentKind
) -> None:
    phone = replace(PC, platform=platform, enrollment=enrollment)
    hidden = [action for action in ACTIONS if offer(action, phone).is_hidden]
    assert hidden == [Action.RECOVERY_KEY]


def test_a_key_of_a_mac_needs_the_beta() -> None:
    mac = replace(OWN_PC, platform=Platform.MACOS, ownership=Ownership.COMPANY)
    assert offer(Action.RECOVERY_KEY, mac).is_offered
    assert offer(Action.RECOVERY_KEY, mac, Rules(uses_beta=False)).is_hidden


@pytest.mark.parametrize(
    ("changes", "with_leave"),
    [
        ({"ownership": Ownership.COMPANY}, None),
        ({"ownership": Ownership.PERSONAL}, None),
        ({"ownership": Ownership.UNKNOWN}, Reason.UNKNOWN_OWNERSHIP),
        (
            {"enrollment": EnrollmentKind.DEVICE_ENROLLMENT_MANAGER},
            Reason.ENROLLMENT_MANAGER,
        ),
        ({"enrollment": EnrollmentKind.APPLE_USER_ENROLLMENT}, Reason.UNKNOWN_ENROLLMENT),
        ({"open_actions": frozenset({Action.RETIRE})}, Reason.BEING_REMOVED),
    ],
)
def test_a_mac_is_wiped_only_with_the_organisation_s_leave(
    changes: dict[str, Any], with_leave: Reason | None
) -> None:
    mac = replace(OWN_PC, platform=Platform.MACOS, **changes)
    assert not offer(Action.WIPE, mac).is_offered
    assert offer(Action.WIPE, mac, Rules(wipes_macs=True)).reason is with_leave


def test_that_leave_opens_nothing_else() -> None:
    for cell in CELLS:
        device = replace(
            PC, platform=cell.platform, enrollment=cell.enrollment, ownership=cell.ownership
        )
        opened = offer(cell.action, device, Rules(wipes_macs=True)) != offer(cell.action, device)
        assert not opened or (cell.action, cell.platform) == (Action.WIPE, Platform.MACOS)


@pytest.mark.parametrize("entra_id", ["", "00000000-0000-0000-0000-000000000000"])
def test_a_key_needs_a_registered_computer(entra_id: str) -> None:
    assert offer(Action.RECOVERY_KEY, replace(PC, entra_id=entra_id)).reason is (
        Reason.NOT_REGISTERED
    )


@pytest.mark.parametrize(
    ("line", "stopped"),
    [
        (("iOS", "company", "remove"), {(Action.RETIRE, Ownership.COMPANY)}),
        (("IOS", "Company", "Reset"), {(Action.WIPE, Ownership.COMPANY)}),
        (("iOS", "personal", "reset"), {(Action.WIPE, Ownership.PERSONAL)}),
        (("windows10AndLater", "company", "reset"), set()),
        (("macOS", "unknown", "unknown"), set()),
        (
            ("iOS", "unknown", "remove"),
            {(Action.RETIRE, Ownership.COMPANY), (Action.RETIRE, Ownership.PERSONAL)},
        ),
        (
            ("somethingNew", "company", "somethingNew"),
            {(Action.RETIRE, Ownership.COMPANY), (Action.WIPE, Ownership.COMPANY)},
        ),
    ],
)
def test_a_blocked_action_is_refused_for_the_devices_it_names(
    line: tuple[str, str, str], stopped: set[tuple[Action, Ownership]]
) -> None:
    rules = Rules(blocked=frozenset({blocked_action(*line)}))
    both = (Ownership.COMPANY, Ownership.PERSONAL)
    refused = {
        (action, ownership)
        for action, ownership in product(ACTIONS, both)
        if offer(action, replace(IPHONE, ownership=ownership), rules).reason is Reason.BLOCKED
    }
    assert refused == stopped


@pytest.mark.parametrize(
    ("name", "platform"),
    [
        ("android", Platform.ANDROID),
        ("androidForWork", Platform.ANDROID),
        ("androidWorkProfile", Platform.ANDROID),
        ("androidAOSP", Platform.ANDROID),
        ("iOS", Platform.IPADOS),
        ("macOS", Platform.MACOS),
        ("windowsPhone81", Platform.WINDOWS_PHONE),
        ("windows81AndLater", Platform.WINDOWS),
        ("windows10AndLater", Platform.WINDOWS),
    ],
)
def test_every_platform_of_the_branding_profile_means_one_of_ours(
    name: str, platform: Platform
) -> None:
    meant = blocked_action(name, "company", "reset").platforms
    assert platform in meant
    assert meant < BlockedAction().platforms


@pytest.mark.parametrize(
    ("action", "device", "instead"),
    [
        (Action.RESET_PASSCODE, PC, Action.RECOVERY_KEY),
        (Action.RESET_PASSCODE, replace(PC, entra_id=""), None),
        (Action.LOCATE, IPHONE, Action.REMOTE_LOCK),
        (Action.WIPE, replace(OWN_PC, platform=Platform.MACOS), Action.REMOTE_LOCK),
        (
            Action.WIPE,
            replace(IPHONE, enrollment=EnrollmentKind.APPLE_USER_ENROLLMENT),
            Action.RETIRE,
        ),
        (Action.REMOTE_LOCK, PC, None),
        (Action.WIPE, IPHONE, None),
    ],
)
def test_another_action_is_suggested_where_it_helps(
    action: Action, device: Device, instead: Action | None
) -> None:
    assert offer(action, device).instead is instead
