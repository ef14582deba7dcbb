"""What else is known of a device: everything of Graph's managedDevice that a person may want to
read, beside what the list needs.

Left out on purpose: ``activationLockBypassCode``, which is a secret; ``notes``, which
administrators write for each other; session addresses of remote assistance; the raw report of
health attestation.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceFacts:
    """Read with one device on its own. Texts are empty, and the rest None, where nothing is
    reported; enums are Graph's own words.
    """

    category: str = ""
    management_name: str = field(default="", repr=False)
    """Graph's managedDeviceName: often made of the person's name."""
    security_patch: str = ""
    """Android's patch level: a date as ``2024-05-01``, as it came."""
    is_encrypted: bool | None = None
    is_supervised: bool | None = None
    jail_broken: str = ""
    threat_state: str = ""
    memory_bytes: int | None = None
    storage_bytes: int | None = None
    free_bytes: int | None = None
    agent: str = ""
    registration: str = ""
    profile: str = ""
    """The enrolment profile."""
    certificate_until: datetime | None = None
    """When the management certificate expires: without a new one the device is not reached."""
    is_entra_registered: bool | None = None
    user_name: str = field(default="", repr=False)
    """Address of the account the device is enrolled with."""
    exchange_access: str = ""
    exchange_sync_at: datetime | None = None
    carrier: str = ""
    phone_number: str = field(default="", repr=False)
    imei: str = field(default="", repr=False)
    meid: str = field(default="", repr=False)
    iccid: str = field(default="", repr=False)
    wifi_address: str = field(default="", repr=False)
    ethernet_address: str = field(default="", repr=False)
    udid: str = field(default="", repr=False)

    @property
    def used_bytes(self) -> int | None:
        """How much of the storage is in use; None where one of the two is not known."""
        if not self.storage_bytes or self.free_bytes is None:
            return None
        return max(0, self.storage_bytes - self.free_bytes)
