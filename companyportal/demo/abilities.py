"""Which system can do what is asked of it, as far as the demo plays it.

Intune takes most requests and lets the device refuse; what can never be, it refuses itself.

Source: https://learn.microsoft.com/intune/intune-service/remote-actions/
"""

from __future__ import annotations

from enum import StrEnum

from companyportal.demo.device_record import DeviceRecord, ResetKind


class Ability(StrEnum):
    """What becomes of a request by the kind of device alone."""

    ANSWERS = "answers"
    NOT_SUPPORTED = "notSupported"
    """Taken with 204; the device ends it with this state."""
    REFUSED = "refused"
    """The service answers 400."""


_DESKTOPS = frozenset({"Windows", "Windows 8.1", "Windows RT", "Linux"})
_PHONES_OF_OLD = frozenset({"Windows 10 Mobile", "Windows Phone"})
_APPLE = frozenset({"iOS", "iPadOS"})


def ability(record: DeviceRecord, action: str) -> Ability:
    """Whether this device can do ``action``, Graph's name of it."""
    if action == "resetPasscode":
        is_refused = record.reset is ResetKind.REFUSED
        return Ability.REFUSED if is_refused else Ability.ANSWERS
    if action == "wipe" and _is_never_wiped(record):
        return Ability.REFUSED
    if action == "locateDevice" and record.system in {"macOS", "Linux", *_PHONES_OF_OLD}:
        return Ability.REFUSED
    can = {
        "remoteLock": record.system not in _DESKTOPS,
        "rebootNow": _is_steered(record) and record.system not in {"Linux", *_PHONES_OF_OLD},
        "locateDevice": _is_steered(record) and record.system not in {"Windows 8.1", "Windows RT"},
        "setDeviceName": _is_steered(record) and record.system != "Linux",
    }.get(action, True)
    return Ability.ANSWERS if can else Ability.NOT_SUPPORTED


def _is_never_wiped(record: DeviceRecord) -> bool:
    """A person's own phone is theirs: only what belongs to work can be removed."""
    is_user_enrolled = record.properties.get("deviceEnrollmentType") == "appleUserEnrollment"
    return is_user_enrolled or record.system in {"AndroidForWork", "Linux"}


def _is_steered(record: DeviceRecord) -> bool:
    """True where the organisation has the whole device in its hands."""
    if record.system in _APPLE:
        return bool(record.properties.get("isSupervised"))
    if record.system == "Android":
        return record.properties.get("managementAgent") == "googleCloudDevicePolicyController"
    return record.properties.get("managedDeviceOwnerType") == "company"
