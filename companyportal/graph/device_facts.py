"""From Graph's words to ours: what is known of one device beside what the list needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companyportal.device_facts import DeviceFacts
from companyportal.graph.mapping import moment, text

if TYPE_CHECKING:  # wire_facts imports msgspec, which is too dear for the start path
    from companyportal.graph.wire_facts import WireFacts

SELECTED_FACTS = ",".join(
    (
        "deviceCategoryDisplayName",
        "managedDeviceName",
        "androidSecurityPatchLevel",
        "isEncrypted",
        "jailBroken",
        "partnerReportedThreatState",
        "physicalMemoryInBytes",
        "totalStorageSpaceInBytes",
        "freeStorageSpaceInBytes",
        "deviceRegistrationState",
        "enrollmentProfileName",
        "managementCertificateExpirationDate",
        "azureADRegistered",
        "userPrincipalName",
        "exchangeAccessState",
        "exchangeLastSuccessfulSyncDateTime",
        "subscriberCarrier",
        "phoneNumber",
        "imei",
        "meid",
        "iccid",
        "wiFiMacAddress",
        "ethernetMacAddress",
        "udid",
    )
)
"""What is asked for beside the list's properties. Some of it is null unless it is selected, and for
one device only: ``ethernetMacAddress``, ``iccid``, ``physicalMemoryInBytes`` and ``udid``.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""
_SAYS_NOTHING = ("", "unknown", "none", "unknownfuturevalue")


def facts_of(wire: WireFacts) -> DeviceFacts:
    """What is known of a device; whatever is odd is empty or None."""
    return DeviceFacts(
        category=_told(wire.device_category_display_name),
        management_name=text(wire.managed_device_name),
        security_patch=text(wire.android_security_patch_level),
        is_encrypted=wire.is_encrypted,
        is_supervised=wire.is_supervised,
        jail_broken=text(wire.jail_broken),
        threat_state=_told(wire.partner_reported_threat_state),
        memory_bytes=_size(wire.physical_memory_in_bytes),
        storage_bytes=_size(wire.total_storage_space_in_bytes),
        free_bytes=_size(wire.free_storage_space_in_bytes),
        agent=_told(wire.management_agent),
        registration=_told(wire.device_registration_state),
        profile=text(wire.enrollment_profile_name),
        certificate_until=moment(wire.management_certificate_expiration_date),
        is_entra_registered=wire.azure_ad_registered,
        user_name=text(wire.user_principal_name),
        exchange_access=_told(wire.exchange_access_state),
        exchange_sync_at=moment(wire.exchange_last_successful_sync_date_time),
        carrier=text(wire.subscriber_carrier),
        phone_number=text(wire.phone_number),
        imei=text(wire.imei),
        meid=text(wire.meid),
        iccid=text(wire.iccid),
        wifi_address=text(wire.wi_fi_mac_address),
        ethernet_address=text(wire.ethernet_mac_address),
        udid=text(wire.udid),
    )


def _told(value: str | None) -> str:
    """Nothing where the service says no more than that it does not know."""
    told = text(value)
    return "" if told.lower() in _SAYS_NOTHING else told


def _size(value: int | None) -> int | None:
    """Bytes; Graph sends 0 where nothing is reported."""
    return value if value and value > 0 else None
