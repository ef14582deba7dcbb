"""Who may reset a passcode: every row of both eras, every state, every reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from companyportal.capabilities import Reason, ResetEffect, reset_passcode
from companyportal.domain import Action, Device, EnrollmentKind, Platform

LETTERS = ResetEffect.TEMPORARY_LETTERS_AND_DIGITS
DIGITS = ResetEffect.TEMPORARY_DIGITS
WORK = ResetEffect.WORK_PROFILE
REMOVED = ResetEffect.REMOVED
STANDARD = EnrollmentKind.STANDARD
ADMINISTRATOR = EnrollmentKind.ANDROID_DEVICE_ADMINISTRATOR
PROFILE = EnrollmentKind.ANDROID_WORK_PROFILE

Row = tuple[str, Platform, EnrollmentKind, str, ResetEffect | Reason]

SOURCE_DOCUMENT: list[Row] = [
    ("Android", Platform.ANDROID, ADMINISTRATOR, "6.0.1", LETTERS),
    ("iOS", Platform.IOS, STANDARD, "9.3", REMOVED),
    ("Windows 10 Mobile", Platform.WINDOWS_10_MOBILE, STANDARD, "10.0.15254.603", LETTERS),
    ("Windows Phone 8.1", Platform.WINDOWS_PHONE, STANDARD, "8.10.14219.0", DIGITS),
    ("Windows 8.1", Platform.WINDOWS_8, STANDARD, "6.3.9600", Reason.WINDOWS_8),
    ("Windows RT", Platform.WINDOWS_RT, STANDARD, "6.3.9600", Reason.WINDOWS_RT),
]

ERA_2016: list[Row] = [
    ("Android (device administrator)", Platform.ANDROID, ADMINISTRATOR, "5.1", LETTERS),
    ("iOS", Platform.IOS, STANDARD, "9.3.5", REMOVED),
    ("iOS on an iPad", Platform.IPADOS, STANDARD, "9.3.5", REMOVED),
    ("Windows 10 Mobile", Platform.WINDOWS_10_MOBILE, STANDARD, "10.0.14393", LETTERS),
    ("Windows Phone 8.1", Platform.WINDOWS_PHONE, STANDARD, "8.1", DIGITS),
    ("Windows Phone 8", Platform.WINDOWS_PHONE, STANDARD, "8.0", DIGITS),
    ("Windows 8.1", Platform.WINDOWS_8, STANDARD, "6.3", Reason.WINDOWS_8),
    ("Windows RT 8.1", Platform.WINDOWS_RT, STANDARD, "6.3", Reason.WINDOWS_RT),
    ("Windows 10 desktop", Platform.WINDOWS, STANDARD, "10.0.14393", Reason.WINDOWS_PC),
    ("macOS", Platform.MACOS, STANDARD, "10.11", Reason.MACOS),
]

TODAY: list[Row] = [
    ("iOS, device enrolment", Platform.IOS, STANDARD, "17.5.1", REMOVED),
    ("iPadOS, device enrolment", Platform.IPADOS, STANDARD, "17.5", REMOVED),
    (
        "iOS, User Enrollment",
        Platform.IOS,
        EnrollmentKind.APPLE_USER_ENROLLMENT,
        "17.5",
        Reason.APPLE_USER_ENROLLMENT,
    ),
    (
        "iPadOS, User Enrollment",
        Platform.IPADOS,
        EnrollmentKind.APPLE_USER_ENROLLMENT,
        "16.1",
        Reason.APPLE_USER_ENROLLMENT,
    ),
    (
        "Android administrator, 7.0",
        Platform.ANDROID,
        ADMINISTRATOR,
        "7.0",
        Reason.ANDROID_ADMINISTRATOR_TOO_NEW,
    ),
    (
        "Android administrator, 10",
        Platform.ANDROID,
        ADMINISTRATOR,
        "10",
        Reason.ANDROID_ADMINISTRATOR_TOO_NEW,
    ),
    ("Android administrator, 6.x", Platform.ANDROID, ADMINISTRATOR, "6.0", LETTERS),
    ("Android personal work profile, 8.0", Platform.ANDROID, PROFILE, "8.0.0", WORK),
    ("Android personal work profile, 14", Platform.ANDROID, PROFILE, "14", WORK),
    (
        "Android personal work profile, 7.x",
        Platform.ANDROID,
        PROFILE,
        "7.1.2",
        Reason.ANDROID_WORK_PROFILE_TOO_OLD,
    ),
    (
        "Android corporate work profile",
        Platform.ANDROID,
        EnrollmentKind.ANDROID_CORPORATE_WORK_PROFILE,
        "13",
        WORK,
    ),
    (
        "Android fully managed",
        Platform.ANDROID,
        EnrollmentKind.ANDROID_FULLY_MANAGED,
        "14",
        LETTERS,
    ),
    ("Android dedicated", Platform.ANDROID, EnrollmentKind.ANDROID_DEDICATED, "12", LETTERS),
    (
        "Android device owner, kind not told",
        Platform.ANDROID,
        EnrollmentKind.ANDROID_DEVICE_OWNER,
        "13",
        LETTERS,
    ),
    ("Android AOSP", Platform.ANDROID, EnrollmentKind.ANDROID_AOSP, "10", LETTERS),
    ("macOS", Platform.MACOS, STANDARD, "14.5", Reason.MACOS),
    ("Windows 10", Platform.WINDOWS, STANDARD, "10.0.19045.4412", Reason.WINDOWS_PC),
    ("Windows 11", Platform.WINDOWS, STANDARD, "10.0.22631.3593", Reason.WINDOWS_PC),
    ("Windows 10 Mobile", Platform.WINDOWS_10_MOBILE, STANDARD, "10.0.15254", LETTERS),
    ("Windows Phone 8.1", Platform.WINDOWS_PHONE, STANDARD, "8.10", DIGITS),
    ("Linux", Platform.LINUX, STANDARD, "24.04", Reason.LINUX),
    ("ChromeOS", Platform.CHROMEOS, STANDARD, "125", Reason.CHROMEOS),
    ("visionOS", Platform.VISIONOS, STANDARD, "2.0", Reason.VISIONOS),
    ("tvOS", Platform.TVOS, STANDARD, "17.0", Reason.TVOS),
]

DOUBTFUL: list[Row] = [
    ("no platform", Platform.UNKNOWN, STANDARD, "1", Reason.UNKNOWN_PLATFORM),
    (
        "iPhone of unknown enrollment",
        Platform.IOS,
        EnrollmentKind.UNKNOWN,
        "17",
        Reason.UNKNOWN_ENROLLMENT,
    ),
    (
        "Android of unknown enrollment",
        Platform.ANDROID,
        EnrollmentKind.UNKNOWN,
        "6.0",
        Reason.UNKNOWN_ENROLLMENT,
    ),
    (
        "Android that is enrolled like a PC",
        Platform.ANDROID,
        STANDARD,
        "6.0",
        Reason.UNKNOWN_ENROLLMENT,
    ),
    (
        "Windows phone of unknown enrollment",
        Platform.WINDOWS_PHONE,
        EnrollmentKind.UNKNOWN,
        "8.1",
        Reason.UNKNOWN_ENROLLMENT,
    ),
    ("administrator without version", Platform.ANDROID, ADMINISTRATOR, "", Reason.UNKNOWN_VERSION),
    (
        "administrator, version is a word",
        Platform.ANDROID,
        ADMINISTRATOR,
        "Marshmallow",
        Reason.UNKNOWN_VERSION,
    ),
    (
        "administrator, version zero",
        Platform.ANDROID,
        ADMINISTRATOR,
        "0.0",
        Reason.UNKNOWN_VERSION,
    ),
    ("work profile, version negative", Platform.ANDROID, PROFILE, "-8", Reason.UNKNOWN_VERSION),
    ("work profile, endless", Platform.ANDROID, PROFILE, "9" * 5000, Reason.UNKNOWN_VERSION),
    *(
        (
            f"{platform} by an enrollment manager",
            platform,
            EnrollmentKind.DEVICE_ENROLLMENT_MANAGER,
            "6.0",
            Reason.ENROLLMENT_MANAGER,
        )
        for platform in (
            Platform.ANDROID,
            Platform.IOS,
            Platform.IPADOS,
            Platform.WINDOWS_10_MOBILE,
            Platform.WINDOWS_PHONE,
        )
    ),
]

ROWS = [*SOURCE_DOCUMENT, *ERA_2016, *TODAY, *DOUBTFUL]

STATES: dict[str, Reason | None] = {
    "managed": None,
    "MANAGED": None,
    "retireFailed": None,
    "retireCanceled": None,
    "wipeFailed": None,
    "wipeCanceled": None,
    "retirePending": Reason.BEING_REMOVED,
    "retireIssued": Reason.BEING_REMOVED,
    "wipePending": Reason.BEING_REMOVED,
    "wipeIssued": Reason.BEING_REMOVED,
    "deletePending": Reason.BEING_REMOVED,
    "discovered": Reason.NOT_MANAGED,
    "unhealthy": Reason.UNKNOWN_STATE,
    "unknownFutureValue": Reason.UNKNOWN_STATE,
    "somethingNew": Reason.UNKNOWN_STATE,
    "": Reason.UNKNOWN_STATE,
}

IPHONE = Device(
    device_id="1",
    name="iPhone",
    platform=Platform.IOS,
    enrollment=STANDARD,
    management_state="managed",
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_each_platform_answers_with_its_effect_or_its_reason(row: Row) -> None:
    _, platform, enrollment, version, expected = row
    device = replace(IPHONE, platform=platform, enrollment=enrollment, os_version=version)
    offer = reset_passcode(device)
    assert offer.action is Action.RESET_PASSCODE
    if isinstance(expected, Reason):
        assert (offer.is_offered, offer.reason, offer.effect) == (False, expected, None)
    else:
        assert (offer.is_offered, offer.reason, offer.effect) == (True, None, expected)


@pytest.mark.parametrize(("state", "expected"), STATES.items())
def test_only_a_device_that_is_surely_managed_is_offered_a_reset(
    state: str, expected: Reason | None
) -> None:
    offer = reset_passcode(replace(IPHONE, management_state=state))
    assert offer.reason is expected
    assert offer.is_offered is (expected is None)


def test_a_reset_under_way_is_not_offered_again() -> None:
    offer = reset_passcode(replace(IPHONE, open_actions=frozenset({Action.RESET_PASSCODE})))
    assert offer.reason is Reason.ALREADY_REQUESTED


def test_removal_wins_over_a_reset_under_way() -> None:
    device = replace(
        IPHONE, open_actions=frozenset({Action.RESET_PASSCODE}), management_state="wipePending"
    )
    assert reset_passcode(device).reason is Reason.BEING_REMOVED


def test_what_can_never_work_is_said_whatever_the_state() -> None:
    device = replace(IPHONE, platform=Platform.MACOS, management_state="wipePending")
    assert reset_passcode(device).reason is Reason.MACOS


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_policy_that_cannot_be_understood_closes_everything(row: Row) -> None:
    _, platform, enrollment, version, verdict = row
    device = replace(IPHONE, platform=platform, enrollment=enrollment, os_version=version)
    could = isinstance(verdict, ResetEffect)
    offer = reset_passcode(device, is_locked_down=True)
    assert offer.reason is (Reason.POLICY_UNREADABLE if could else verdict)
    assert offer.effect is None


def test_every_effect_is_reached() -> None:
    assert {row[4] for row in ROWS} >= {*ResetEffect}


def test_every_platform_and_enrollment_has_an_answer() -> None:
    for platform in Platform:
        for enrollment in EnrollmentKind:
            offer = reset_passcode(replace(IPHONE, platform=platform, enrollment=enrollment))
            assert (offer.reason is None) is (offer.effect is not None)


def test_only_a_removed_passcode_is_not_shown() -> None:
    assert {effect for effect in ResetEffect if not effect.makes_passcode} == {REMOVED}
