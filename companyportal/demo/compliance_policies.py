"""The rules of the demo organisation: one compliance policy for each system, and the one that every
tenant has.

Source: https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-devicecompliancepolicy
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from companyportal.demo.device_record import DeviceRecord


@dataclass(frozen=True, slots=True)
class CompliancePolicy:
    """One policy: what Graph calls its type, its platform, and what it demands."""

    graph_type: str
    platform: str
    name: str
    demands: tuple[tuple[str, Any], ...]

    def setting_name(self, setting: str) -> str:
        """As Graph names the setting of a policy; a custom one stands for itself."""
        if setting not in dict(self.demands):
            return setting
        prefix = self.graph_type[0].upper() + self.graph_type[1:]
        prefix = prefix.replace("Ios", "IOS").replace("MacOs", "MacOS")
        return f"{prefix}.{setting[0].upper()}{setting[1:]}"

    def settings(self, fails: Iterable[str]) -> list[str]:
        """Every setting that is checked: its demands, and custom ones that a device fails."""
        own = [name for name, _ in self.demands]
        known = {name for policy in _ALL for name, _ in policy.demands}
        custom = [name for name in fails if name not in known]
        return own + (custom if self is not DEFAULT else [])


DEFAULT = CompliancePolicy(
    "defaultDeviceCompliancePolicy",
    "all",
    "Default Device Compliance Policy",
    (
        ("requireRemainContact", True),
        ("requireDeviceCompliancePolicyAssigned", True),
        ("requireUserExistence", True),
    ),
)
_IOS = CompliancePolicy(
    "iosCompliancePolicy",
    "iOS",
    "Valcombe iPhone and iPad",
    (
        ("passcodeRequired", True),
        ("passcodeMinimumLength", 6),
        ("passcodeMinutesOfInactivityBeforeLock", 5),
        ("osMinimumVersion", "17.5"),
        ("securityBlockJailbrokenDevices", True),
    ),
)
_MAC = CompliancePolicy(
    "macOSCompliancePolicy",
    "macOS",
    "Valcombe Mac",
    (
        ("passwordMinimumLength", 10),
        ("osMinimumVersion", "14.5"),
        ("storageRequireEncryption", True),
        ("firewallEnabled", True),
    ),
)
_WINDOWS = CompliancePolicy(
    "windows10CompliancePolicy",
    "windows10AndLater",
    "Valcombe Windows",
    (
        ("bitLockerEnabled", True),
        ("secureBootEnabled", True),
        ("osMinimumVersion", "10.0.22631.3447"),
        ("activeFirewallRequired", True),
        ("rtpEnabled", True),
    ),
)
_ANDROID = CompliancePolicy(
    "androidCompliancePolicy",
    "android",
    "Valcombe Android",
    (
        ("passwordRequired", True),
        ("passwordMinimumLength", 6),
        ("osMinimumVersion", "12.0"),
        ("minAndroidSecurityPatchLevel", "2024-01-01"),
        ("storageRequireEncryption", True),
        ("securityBlockJailbrokenDevices", True),
    ),
)
_ALL = (_IOS, _MAC, _WINDOWS, _ANDROID, DEFAULT)


def policies_of(record: DeviceRecord) -> tuple[CompliancePolicy, ...]:
    """Those that are assigned to a device, by its system."""
    system = str(record.properties["operatingSystem"]).lower()
    for start, policy in (("ip", _IOS), ("ios", _IOS), ("mac", _MAC), ("android", _ANDROID)):
        if system.startswith(start):
            return policy, DEFAULT
    return (_WINDOWS, DEFAULT) if system.startswith("windows") else (DEFAULT,)
