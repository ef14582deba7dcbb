"""What Graph v1.0 calls the properties of a managed device, and what they hold when nobody set
them.

The demo organisation sends exactly these; a test compares them with Graph's own metadata.
Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

NO_DATE = "0001-01-01T00:00:00Z"
"""What Graph sends for a date that was never set."""

TEXTS = [
    "activationLockBypassCode",
    "androidSecurityPatchLevel",
    "azureADDeviceId",
    "deviceCategoryDisplayName",
    "deviceName",
    "easDeviceId",
    "emailAddress",
    "enrollmentProfileName",
    "ethernetMacAddress",
    "iccid",
    "id",
    "imei",
    "jailBroken",
    "managedDeviceName",
    "manufacturer",
    "meid",
    "model",
    "notes",
    "operatingSystem",
    "osVersion",
    "phoneNumber",
    "remoteAssistanceSessionErrorDetails",
    "remoteAssistanceSessionUrl",
    "serialNumber",
    "subscriberCarrier",
    "udid",
    "userDisplayName",
    "userId",
    "userPrincipalName",
    "wiFiMacAddress",
]
BOOLEANS = ("easActivated", "isEncrypted", "isSupervised")
OPTIONAL_BOOLEANS = ("azureADRegistered", "requireUserEnrollmentApproval")
INTEGERS = ("freeStorageSpaceInBytes", "physicalMemoryInBytes", "totalStorageSpaceInBytes")
DATES = [
    "complianceGracePeriodExpirationDateTime",
    "easActivationDateTime",
    "enrolledDateTime",
    "exchangeLastSuccessfulSyncDateTime",
    "lastSyncDateTime",
    "managementCertificateExpirationDate",
]
ENUMS: dict[str, tuple[str, ...]] = {
    "complianceState": (
        "unknown",
        "compliant",
        "noncompliant",
        "conflict",
        "error",
        "inGracePeriod",
        "configManager",
    ),
    "deviceEnrollmentType": (
        "unknown",
        "userEnrollment",
        "deviceEnrollmentManager",
        "appleBulkWithUser",
        "appleBulkWithoutUser",
        "windowsAzureADJoin",
        "windowsBulkUserless",
        "windowsAutoEnrollment",
        "windowsBulkAzureDomainJoin",
        "windowsCoManagement",
        "windowsAzureADJoinUsingDeviceAuth",
        "appleUserEnrollment",
        "appleUserEnrollmentWithServiceAccount",
    ),
    "deviceRegistrationState": (
        "unknown",
        "notRegistered",
        "registered",
        "revoked",
        "keyConflict",
        "approvalPending",
        "certificateReset",
        "notRegisteredPendingEnrollment",
    ),
    "exchangeAccessState": ("none", "unknown", "allowed", "blocked", "quarantined"),
    "exchangeAccessStateReason": ("none", "unknown", "compliant", "notCompliant", "other"),
    "managedDeviceOwnerType": ("unknown", "company", "personal"),
    "managementAgent": (
        "unknown",
        "eas",
        "mdm",
        "easMdm",
        "intuneClient",
        "easIntuneClient",
        "configurationManagerClient",
        "configurationManagerClientMdm",
        "configurationManagerClientMdmEas",
        "jamf",
        "googleCloudDevicePolicyController",
        "microsoft365ManagedMdm",
        "msSense",
    ),
    "managementState": (
        "managed",
        "retirePending",
        "retireFailed",
        "wipePending",
        "wipeFailed",
        "unhealthy",
        "deletePending",
        "retireIssued",
        "wipeIssued",
        "wipeCanceled",
        "retireCanceled",
        "discovered",
    ),
    "partnerReportedThreatState": (
        "unknown",
        "activated",
        "deactivated",
        "secured",
        "lowSeverity",
        "mediumSeverity",
        "highSeverity",
        "unresponsive",
        "compromised",
        "misconfigured",
    ),
}
"""Each enum with the members that the demo may send; the first one is the default."""

OBJECTS = ("configurationManagerClientEnabledFeatures", "deviceHealthAttestationState")
RESULTS = "deviceActionResults"


def blank_device() -> dict[str, Any]:
    """Every property of a managed device with Graph's default."""
    device: dict[str, Any] = dict.fromkeys((*TEXTS, *OPTIONAL_BOOLEANS, *OBJECTS))
    device |= dict.fromkeys(BOOLEANS, False)
    device |= dict.fromkeys(INTEGERS, 0)
    device |= dict.fromkeys(DATES, NO_DATE)
    device |= {name: members[0] for name, members in ENUMS.items()}
    device[RESULTS] = []
    return device


def fault_of(name: str, value: object) -> str:
    """Why ``value`` cannot be the value of that property, in words; empty where it can."""
    if name in ENUMS:
        known = ENUMS[name]
        return "" if value in known else f"must be one of {', '.join(known)}"
    if name in TEXTS:
        return "" if isinstance(value, str) else "must be a text"
    if name in BOOLEANS or name in OPTIONAL_BOOLEANS:
        return "" if isinstance(value, bool) else "must be true or false"
    if name in INTEGERS:
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return "" if is_number else "must be a whole number"
    return "is not a property that can be set"


def graph_time(moment: datetime) -> str:
    """A moment as Intune writes it: UTC with seven digits of a second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f") + "0Z"
