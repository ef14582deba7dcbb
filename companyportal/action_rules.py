"""Which kind of device can do which action, by platform, enrollment and ownership.

A row is a platform and a way of enrollment; it names what is refused there, and why. What has no
row is unknown and refused altogether. Where Microsoft's table for people (Company Portal) and the
one for administrators (Graph) differ, the stricter one counts for what cannot be undone:

- A Mac is set back to factory settings only where the organisation wants it: people cannot do it in
  any Company Portal, although an administrator can. Elsewhere locking it is what helps where it is
  lost.
- An iPhone or iPad is not located: it answers only in Lost Mode, which this program cannot switch
  on.
- Only computers joined to Entra are renamed: one that is joined to a domain refuses, and v1.0 does
  not tell which those are.

Source: https://learn.microsoft.com/intune/intune-service/apps/company-portal-app and
https://learn.microsoft.com/intune/device-management/actions/remote-lock, /sync, /rename, /retire,
/wipe, /restart and /locate
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from companyportal.domain import Action, Device, EnrollmentKind, Ownership, Platform
from companyportal.reasons import Reason
from companyportal.rename_way import RenameWay

Row = Mapping[Action, Reason]

_LOCK, _SYNC, _RENAME = Action.REMOTE_LOCK, Action.SYNC, Action.RENAME
_RETIRE, _WIPE = Action.RETIRE, Action.WIPE
_RESTART, _LOCATE, _KEY = Action.RESTART, Action.LOCATE, Action.RECOVERY_KEY

NEVER: Mapping[Platform, Reason] = MappingProxyType(
    {
        Platform.WINDOWS_8: Reason.WINDOWS_8,
        Platform.WINDOWS_RT: Reason.WINDOWS_RT,
        Platform.LINUX: Reason.LINUX,
        Platform.CHROMEOS: Reason.CHROMEOS,
        Platform.VISIONOS: Reason.VISIONOS,
        Platform.TVOS: Reason.TVOS,
        Platform.UNKNOWN: Reason.UNKNOWN_PLATFORM,
    }
)
"""Platforms that offer a person nothing."""

_SAME_RULES = {
    Platform.IPADOS: Platform.IOS,
    Platform.WINDOWS_10_MOBILE: Platform.WINDOWS_PHONE,
}

_WINDOWS = frozenset({Platform.WINDOWS, Platform.WINDOWS_PHONE, Platform.WINDOWS_10_MOBILE})


def _row(*refused: tuple[Iterable[Action], Reason]) -> Row:
    return MappingProxyType({action: reason for actions, reason in refused for action in actions})


_ROWS: Mapping[tuple[Platform, EnrollmentKind], Row] = MappingProxyType(
    {
        (Platform.WINDOWS, EnrollmentKind.STANDARD): _row(
            ([_LOCK], Reason.WINDOWS_PC),
            ([_RENAME], Reason.MAYBE_DOMAIN_JOINED),
        ),
        (Platform.WINDOWS, EnrollmentKind.WINDOWS_ENTRA_JOINED): _row(
            ([_LOCK], Reason.WINDOWS_PC),
            ([_RETIRE], Reason.ENTRA_JOINED),
        ),
        (Platform.WINDOWS_PHONE, EnrollmentKind.STANDARD): _row(
            ([_RENAME, _RESTART, _LOCATE, _KEY], Reason.WINDOWS_PHONE),
        ),
        (Platform.MACOS, EnrollmentKind.STANDARD): _row(
            ([_WIPE, _LOCATE], Reason.MACOS),
        ),
        (Platform.IOS, EnrollmentKind.STANDARD): _row(
            ([_RENAME, _RESTART], Reason.NOT_SUPERVISED),
            ([_LOCATE, _KEY], Reason.IPHONE),
        ),
        (Platform.IOS, EnrollmentKind.APPLE_USER_ENROLLMENT): _row(
            ([_RENAME, _RESTART, _WIPE], Reason.APPLE_USER_ENROLLMENT),
            ([_LOCATE, _KEY], Reason.IPHONE),
        ),
        (Platform.IOS, EnrollmentKind.APPLE_SUPERVISED): _row(
            ([_RETIRE, _WIPE], Reason.APPLE_SUPERVISED),
            ([_LOCATE, _KEY], Reason.IPHONE),
        ),
        (Platform.ANDROID, EnrollmentKind.ANDROID_DEVICE_ADMINISTRATOR): _row(
            ([_RENAME, _RESTART, _LOCATE], Reason.ANDROID_ADMINISTRATOR),
            ([_KEY], Reason.ANDROID),
        ),
        (Platform.ANDROID, EnrollmentKind.ANDROID_WORK_PROFILE): _row(
            ([_RENAME, _RESTART, _LOCATE, _WIPE], Reason.ANDROID_WORK_PROFILE),
            ([_KEY], Reason.ANDROID),
        ),
        (Platform.ANDROID, EnrollmentKind.ANDROID_CORPORATE_WORK_PROFILE): _row(
            ([_RETIRE, _WIPE], Reason.ANDROID_COMPANY),
            ([_RESTART], Reason.ANDROID_WORK_PROFILE),
            ([_KEY], Reason.ANDROID),
        ),
        (Platform.ANDROID, EnrollmentKind.ANDROID_FULLY_MANAGED): _row(
            ([_RETIRE, _WIPE], Reason.ANDROID_COMPANY),
            ([_KEY], Reason.ANDROID),
        ),
        (Platform.ANDROID, EnrollmentKind.ANDROID_DEDICATED): _row(
            ([_RETIRE, _WIPE], Reason.ANDROID_COMPANY),
            ([_KEY], Reason.ANDROID),
        ),
        (Platform.ANDROID, EnrollmentKind.ANDROID_DEVICE_OWNER): _row(
            ([_RETIRE, _WIPE], Reason.ANDROID_COMPANY),
            # A corporate work profile cannot restart the phone, and this may be one.
            ([_RESTART], Reason.UNKNOWN_ENROLLMENT),
            ([_KEY], Reason.ANDROID),
        ),
        (Platform.ANDROID, EnrollmentKind.ANDROID_AOSP): _row(
            ([_RETIRE, _WIPE], Reason.ANDROID_COMPANY),
            ([_RENAME, _LOCATE], Reason.ANDROID_AOSP),
            ([_KEY], Reason.ANDROID),
        ),
    }
)


def reason_by_kind(
    action: Action, device: Device, rename: RenameWay, *, wipes_macs: bool
) -> Reason | None:
    """Why this kind of device cannot do ``action``; none where it can.

    Not for a reset of the passcode, which has rules of its own.
    """
    if device.platform in NEVER:
        return NEVER[device.platform]
    if device.enrollment is EnrollmentKind.DEVICE_ENROLLMENT_MANAGER:
        return Reason.ENROLLMENT_MANAGER
    platform = _SAME_RULES.get(device.platform, device.platform)
    row = _ROWS.get((platform, device.enrollment))
    if row is None:
        return Reason.UNKNOWN_ENROLLMENT
    if action is Action.RENAME:
        return _why_no_new_name(device, row, rename)
    is_mac_wiped = action is Action.WIPE and platform is Platform.MACOS and wipes_macs
    by_row = None if is_mac_wiped else row.get(action)
    return by_row or _reason_by_ownership(action, device)


def _why_no_new_name(device: Device, row: Row, rename: RenameWay) -> Reason | None:
    """A name of Intune's own changes nothing on the device, so every device may have one."""
    if rename is RenameWay.MANAGEMENT_NAME:
        return None
    if device.platform in (Platform.WINDOWS, Platform.MACOS):
        needed = _only(Ownership.COMPANY, device)
        if needed is not None:
            return needed
    return row.get(Action.RENAME)


def _reason_by_ownership(action: Action, device: Device) -> Reason | None:
    if action is Action.RECOVERY_KEY:
        return _why_no_key(device)
    if action is Action.RETIRE and device.platform in _WINDOWS:
        return _only(Ownership.PERSONAL, device)
    is_final = action in (Action.RETIRE, Action.WIPE)
    if is_final and device.ownership is Ownership.UNKNOWN:
        return Reason.UNKNOWN_OWNERSHIP
    return None


def _why_no_key(device: Device) -> Reason | None:
    if device.platform is Platform.MACOS:
        # Administrators cannot read the FileVault key of a personal Mac, so Graph does not tell it.
        return _only(Ownership.COMPANY, device)
    # Without a registration Graph gives no id, or one of zeros.
    return None if device.entra_id.strip("0-") else Reason.NOT_REGISTERED


def _only(ownership: Ownership, device: Device) -> Reason | None:
    if device.ownership is ownership:
        return None
    return {
        Ownership.COMPANY: Reason.COMPANY_DEVICE,
        Ownership.PERSONAL: Reason.PERSONAL_DEVICE,
        Ownership.UNKNOWN: Reason.UNKNOWN_OWNERSHIP,
    }[device.ownership]
