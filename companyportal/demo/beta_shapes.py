"""What Graph's beta tells of a managed device beyond v1.0, as far as the demo plays it.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice?view=graph-rest-beta
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from companyportal.demo import shapes

ENROLLMENTS = (
    *shapes.ENUMS["deviceEnrollmentType"],
    "azureAdJoinUsingAzureVmExtension",
    "androidEnterpriseDedicatedDevice",
    "androidEnterpriseFullyManaged",
    "androidEnterpriseCorporateWorkProfile",
    "androidAOSPUserOwnedDeviceEnrollment",
    "androidAOSPUserlessDeviceEnrollment",
    "appleAccountDrivenUserEnrollment",
)
"""The members of the beta's deviceEnrollmentType."""
_TYPES = {
    "Windows": "desktop",
    "Windows 8.1": "desktop",
    "Windows RT": "windowsRT",
    "Windows 10 Mobile": "windowsPhone",
    "Windows Phone": "windowsPhone",
    "iOS": "iPhone",
    "iPadOS": "iPad",
    "macOS": "macMDM",
    "Linux": "linux",
    "Android": "android",
    "AndroidForWork": "androidForWork",
    "AndroidEnterprise": "androidEnterprise",
}
_JOINED = ("windowsAzureADJoin", "windowsAutoEnrollment", "windowsCoManagement")


def blank_device() -> dict[str, Any]:
    """Every property with the beta's default."""
    return beta_device(shapes.blank_device(), "")


def beta_device(device: Mapping[str, Any], enrollment: str) -> dict[str, Any]:
    """A device of v1.0 with what the beta adds; ``enrollment`` is the beta's own, if any."""
    kind = enrollment or device["deviceEnrollmentType"]
    is_joined = kind in _JOINED
    return {
        **device,
        "deviceEnrollmentType": kind,
        "aadRegistered": device["azureADRegistered"],
        "autopilotEnrolled": False,
        "azureActiveDirectoryDeviceId": device["azureADDeviceId"],
        "bootstrapTokenEscrowed": False,
        "chassisType": "unknown",
        "deviceFirmwareConfigurationInterfaceManaged": False,
        "deviceType": _TYPES.get(device["operatingSystem"], "unknown"),
        "enrolledByUserPrincipalName": device["userPrincipalName"],
        "joinType": "azureADJoined" if is_joined else "azureADRegistered",
        "lostModeState": "disabled",
        "managementFeatures": "none",
        "ownerType": device["managedDeviceOwnerType"],
        "preferMdmOverGroupPolicyAppliedDateTime": shapes.NO_DATE,
        "processorArchitecture": "unknown",
        "retireAfterDateTime": shapes.NO_DATE,
        "roleScopeTagIds": ["0"],
        "securityPatchLevel": device["androidSecurityPatchLevel"],
        "skuFamily": None,
        "skuNumber": 0,
        "specificationVersion": None,
        "windowsActiveMalwareCount": 0,
        "windowsRemediatedMalwareCount": 0,
    }
