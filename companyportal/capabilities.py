"""Which actions a device offers, and the reason where it does not.

Graph has no call that answers this for one device, so the table is ours. It is a hint for the
screen: the service decides, and answers ``notSupported`` where a policy is missing that only it
knows of. Whatever cannot be told for certain (platform, enrollment, version, state) is never
offered.

Two eras are joined here: the rules of 2016 for systems that have not changed since (Android 6,
Windows phones), today's administrator rules for everything else, because the wire is Graph's.

Source: https://learn.microsoft.com/intune/intune-service/remote-actions/device-passcode-reset and
MicrosoftDocs/IntuneDocs d3a2daebd, reset-your-passcode-cpwebsite.md
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from companyportal.domain import Action, Device, EnrollmentKind, Platform

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


class Reason(StrEnum):
    """Why an action is not offered; the view chooses the words."""

    WINDOWS_PC = "windowsPc"
    WINDOWS_8 = "windows8"
    WINDOWS_RT = "windowsRt"
    MACOS = "macos"
    LINUX = "linux"
    CHROMEOS = "chromeos"
    VISIONOS = "visionos"
    TVOS = "tvos"
    UNKNOWN_PLATFORM = "unknownPlatform"
    ENROLLMENT_MANAGER = "enrollmentManager"
    """Enrolled by a device enrollment manager: no action is open to a person."""
    APPLE_USER_ENROLLMENT = "appleUserEnrollment"
    ANDROID_ADMINISTRATOR_TOO_NEW = "androidAdministratorTooNew"
    ANDROID_WORK_PROFILE_TOO_OLD = "androidWorkProfileTooOld"
    UNKNOWN_VERSION = "unknownVersion"
    """The rule depends on the system's version, and that cannot be read."""
    UNKNOWN_ENROLLMENT = "unknownEnrollment"
    """The rule depends on how the device was enrolled, and that is not known."""
    NOT_MANAGED = "notManaged"
    BEING_REMOVED = "beingRemoved"
    """A removal or factory reset is under way and wins over everything else."""
    UNKNOWN_STATE = "unknownState"
    ALREADY_REQUESTED = "alreadyRequested"
    """A reset was asked for and the device has not answered yet."""
    NOT_PERMITTED = "notPermitted"
    """The service has just said that the person may not; told by whoever asked it."""
    POLICY_UNREADABLE = "policyUnreadable"
    """The organisation's policy on this computer cannot be understood: nothing destructive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Whether a device offers an action: either its effect, or the reason why not."""

    action: Action
    reason: Reason | None = None
    effect: ResetEffect | None = None

    @property
    def is_offered(self) -> bool:
        """True where the person may ask for it."""
        return self.reason is None


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

_STATES: Mapping[str, Reason | None] = MappingProxyType(
    {
        "managed": None,
        "retirefailed": None,
        "retirecanceled": None,
        "wipefailed": None,
        "wipecanceled": None,
        "retirepending": Reason.BEING_REMOVED,
        "retireissued": Reason.BEING_REMOVED,
        "wipepending": Reason.BEING_REMOVED,
        "wipeissued": Reason.BEING_REMOVED,
        "deletepending": Reason.BEING_REMOVED,
        "discovered": Reason.NOT_MANAGED,
    }
)
"""Graph's managementState, lower case. Whatever is not named (``unhealthy``, new members) is an
unknown state.
"""


def reset_passcode(device: Device, *, is_locked_down: bool = False) -> Offer:
    """Whether the passcode of ``device`` can be reset, and what that does there.

    What can never work comes first, so that the reason does not change with the device's state.
    ``is_locked_down``: the organisation's policy is there and cannot be understood.
    """
    verdict = _effect(device)
    if isinstance(verdict, ResetEffect) and is_locked_down:
        verdict = Reason.POLICY_UNREADABLE
    if isinstance(verdict, Reason):
        return Offer(action=Action.RESET_PASSCODE, reason=verdict)
    reason = _STATES.get(device.management_state.lower(), Reason.UNKNOWN_STATE)
    if reason is None and device.has_open_reset:
        reason = Reason.ALREADY_REQUESTED
    if reason is not None:
        return Offer(action=Action.RESET_PASSCODE, reason=reason)
    return Offer(action=Action.RESET_PASSCODE, effect=verdict)


def _effect(device: Device) -> ResetEffect | Reason:
    if device.platform in _NEVER:
        return _NEVER[device.platform]
    if device.enrollment is EnrollmentKind.DEVICE_ENROLLMENT_MANAGER:
        return Reason.ENROLLMENT_MANAGER
    if device.platform is Platform.ANDROID:
        return _effect_on_android(device)
    if device.enrollment is EnrollmentKind.APPLE_USER_ENROLLMENT:
        return Reason.APPLE_USER_ENROLLMENT
    if device.enrollment is not EnrollmentKind.STANDARD:
        return Reason.UNKNOWN_ENROLLMENT
    if device.platform is Platform.WINDOWS_10_MOBILE:
        return ResetEffect.TEMPORARY_LETTERS_AND_DIGITS
    if device.platform is Platform.WINDOWS_PHONE:
        return ResetEffect.TEMPORARY_DIGITS
    return ResetEffect.REMOVED


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
