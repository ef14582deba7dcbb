"""What resetting the passcode does on a device, and where it can never work.

Two eras are joined here: the rules of 2016 for systems that have not changed since (Android 6,
Windows phones), today's administrator rules for everything else, because the wire is Graph's.

Source: https://learn.microsoft.com/intune/intune-service/remote-actions/device-passcode-reset and
MicrosoftDocs/IntuneDocs d3a2daebd, reset-your-passcode-cpwebsite.md
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from companyportal.domain import Device, EnrollmentKind, Platform
from companyportal.reasons import Reason

ADMINISTRATOR_ENDS_AT = 7
"""Google removed the call from the device administrator API with Android 7.0."""
WORK_PROFILE_STARTS_AT = 8
"""Reset tokens for work profiles exist from Android 8.0."""


class ResetEffect(StrEnum):
    """What resetting the passcode does on a device."""

    TEMPORARY_LETTERS_AND_DIGITS = "temporaryLettersAndDigits"
    TEMPORARY_DIGITS = "temporaryDigits"
    WORK_PROFILE = "workProfile"
    """A temporary passcode for the work profile only; the screen lock stays."""
    REMOVED = "removed"
    """The passcode is removed and none is made; Touch ID or Face ID must be set up again."""

    @property
    def makes_passcode(self) -> bool:
        """True where a temporary passcode comes back, to be shown to the person."""
        return self is not ResetEffect.REMOVED


_NEVER: Mapping[Platform, Reason] = MappingProxyType(
    {
        Platform.WINDOWS: Reason.WINDOWS_PC,
        Platform.WINDOWS_8: Reason.WINDOWS_8,
        Platform.WINDOWS_RT: Reason.WINDOWS_RT,
        Platform.MACOS: Reason.MACOS,
        Platform.LINUX: Reason.LINUX,
        Platform.CHROMEOS: Reason.CHROMEOS,
        Platform.VISIONOS: Reason.VISIONOS,
        Platform.TVOS: Reason.TVOS,
        Platform.UNKNOWN: Reason.UNKNOWN_PLATFORM,
    }
)

_ANDROID_OF_ANY_VERSION: Mapping[EnrollmentKind, ResetEffect] = MappingProxyType(
    {
        EnrollmentKind.ANDROID_CORPORATE_WORK_PROFILE: ResetEffect.WORK_PROFILE,
        # The sources disagree on which lock of a fully managed device is meant; either way the
        # temporary passcode is shown here, and that is all the effect promises.
        EnrollmentKind.ANDROID_FULLY_MANAGED: ResetEffect.TEMPORARY_LETTERS_AND_DIGITS,
        EnrollmentKind.ANDROID_DEVICE_OWNER: ResetEffect.TEMPORARY_LETTERS_AND_DIGITS,
        EnrollmentKind.ANDROID_DEDICATED: ResetEffect.TEMPORARY_LETTERS_AND_DIGITS,
        EnrollmentKind.ANDROID_AOSP: ResetEffect.TEMPORARY_LETTERS_AND_DIGITS,
    }
)


def effect_or_reason(device: Device) -> ResetEffect | Reason:
    """What a reset would do on ``device`` while nothing stands in its way."""
    if device.platform in _NEVER:
        return _NEVER[device.platform]
    if device.enrollment is EnrollmentKind.DEVICE_ENROLLMENT_MANAGER:
        return Reason.ENROLLMENT_MANAGER
    if device.platform is Platform.ANDROID:
        return _effect_on_android(device)
    if device.enrollment is EnrollmentKind.APPLE_USER_ENROLLMENT:
        return Reason.APPLE_USER_ENROLLMENT
    if device.platform in (Platform.IOS, Platform.IPADOS):
        is_known = device.enrollment in (EnrollmentKind.STANDARD, EnrollmentKind.APPLE_SUPERVISED)
        return ResetEffect.REMOVED if is_known else Reason.UNKNOWN_ENROLLMENT
    if device.enrollment is not EnrollmentKind.STANDARD:
        return Reason.UNKNOWN_ENROLLMENT
    if device.platform is Platform.WINDOWS_10_MOBILE:
        return ResetEffect.TEMPORARY_LETTERS_AND_DIGITS
    return ResetEffect.TEMPORARY_DIGITS


def _effect_on_android(device: Device) -> ResetEffect | Reason:
    kind = device.enrollment
    if kind in _ANDROID_OF_ANY_VERSION:
        return _ANDROID_OF_ANY_VERSION[kind]
    is_administrator = kind is EnrollmentKind.ANDROID_DEVICE_ADMINISTRATOR
    if not is_administrator and kind is not EnrollmentKind.ANDROID_WORK_PROFILE:
        return Reason.UNKNOWN_ENROLLMENT
    major = _major(device.os_version)
    if major is None:
        return Reason.UNKNOWN_VERSION
    if is_administrator:
        if major >= ADMINISTRATOR_ENDS_AT:
            return Reason.ANDROID_ADMINISTRATOR_TOO_NEW
        return ResetEffect.TEMPORARY_LETTERS_AND_DIGITS
    if major < WORK_PROFILE_STARTS_AT:
        return Reason.ANDROID_WORK_PROFILE_TOO_OLD
    return ResetEffect.WORK_PROFILE


def _major(version: str) -> int | None:
    """The first number of a version; none where the text starts with anything else, or with 0."""
    found = re.match(r"\s*([1-9][0-9]{0,3})(?![0-9])", version)
    return int(found[1]) if found else None
