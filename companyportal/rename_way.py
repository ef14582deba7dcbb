"""Which of a device's names a person may change."""

from __future__ import annotations

from enum import StrEnum


class RenameWay(StrEnum):
    """How a device is renamed, as the organisation has set it."""

    DEVICE_NAME = "deviceName"
    """Graph's setDeviceName, a beta action: the name of the device itself."""
    MANAGEMENT_NAME = "managementName"
    """A change of Graph's managedDeviceName: a name of Intune's own."""
    OFF = "off"
