"""Why a device does not meet the organisation's rules: the settings that fail, and what they are
about.

Graph names a setting by the policy's type and its property, such as
``IOSCompliancePolicy.PasscodeMinimumLength``; the rules that every tenant has are named
``DefaultDeviceCompliancePolicy.…``. What many settings of many systems have in common is a
``Topic``, so that a person reads one sentence for it and not its name.

Source: https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-devicecompliancepolicysettingstate
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Topic(StrEnum):
    """What a rule is about."""

    PASSCODE = "passcode"
    PASSCODE_LENGTH = "passcodeLength"
    PASSCODE_STRENGTH = "passcodeStrength"
    PASSCODE_AGE = "passcodeAge"
    INACTIVITY_LOCK = "inactivityLock"
    ENCRYPTION = "encryption"
    OS_TOO_OLD = "osTooOld"
    OS_NOT_ACCEPTED = "osNotAccepted"
    SECURITY_PATCH = "securityPatch"
    JAILBREAK = "jailbreak"
    FIREWALL = "firewall"
    ANTIVIRUS = "antivirus"
    DEFENDER = "defender"
    SECURE_BOOT = "secureBoot"
    TPM = "tpm"
    DEVICE_HEALTH = "deviceHealth"
    USER_ACCOUNT_CONTROL = "userAccountControl"
    THREAT_LEVEL = "threatLevel"
    PLAY_INTEGRITY = "playIntegrity"
    APP_CHECK = "appCheck"
    UNKNOWN_SOURCES = "unknownSources"
    USB_DEBUGGING = "usbDebugging"
    FORBIDDEN_APPS = "forbiddenApps"
    MAIL_PROFILE = "mailProfile"
    CONTACT = "contact"
    POLICY_ASSIGNED = "policyAssigned"
    ENROLLED_USER = "enrolledUser"
    OTHER = "other"


_PROPERTIES: dict[Topic, str] = {
    Topic.PASSCODE: "passwordRequired passcodeRequired passwordRequiredToUnlockFromIdle"
    " workProfileRequirePassword",
    Topic.PASSCODE_LENGTH: "passwordMinimumLength passcodeMinimumLength",
    Topic.PASSCODE_STRENGTH: "passwordRequiredType passcodeRequiredType passwordBlockSimple"
    " passcodeBlockSimple passwordMinimumCharacterSetCount passcodeMinimumCharacterSetCount"
    " requiredPasswordComplexity passwordMinimumLetterCharacters"
    " passwordMinimumLowerCaseCharacters passwordMinimumUpperCaseCharacters"
    " passwordMinimumNonLetterCharacters passwordMinimumNumericCharacters"
    " passwordMinimumSymbolCharacters",
    Topic.PASSCODE_AGE: "passwordExpirationDays passcodeExpirationDays"
    " passwordPreviousPasswordBlockCount passcodePreviousPasscodeBlockCount"
    " passwordPreviousPasswordCountToBlock",
    Topic.INACTIVITY_LOCK: "passwordMinutesOfInactivityBeforeLock"
    " passcodeMinutesOfInactivityBeforeLock passcodeMinutesOfInactivityBeforeScreenTimeout",
    Topic.ENCRYPTION: "bitLockerEnabled storageRequireEncryption storageRequireDeviceEncryption",
    Topic.OS_TOO_OLD: "osMinimumVersion mobileOsMinimumVersion osMinimumBuildVersion",
    Topic.OS_NOT_ACCEPTED: "osMaximumVersion mobileOsMaximumVersion osMaximumBuildVersion"
    " validOperatingSystemBuildRanges osVersion",
    Topic.SECURITY_PATCH: "minAndroidSecurityPatchLevel",
    Topic.JAILBREAK: "securityBlockJailbrokenDevices",
    Topic.FIREWALL: "activeFirewallRequired firewallEnabled firewallBlockAllIncoming"
    " firewallEnableStealthMode",
    Topic.ANTIVIRUS: "antivirusRequired antiSpywareRequired",
    Topic.DEFENDER: "defenderEnabled defenderVersion rtpEnabled signatureOutOfDate",
    Topic.SECURE_BOOT: "secureBootEnabled",
    Topic.TPM: "tpmRequired",
    Topic.DEVICE_HEALTH: "codeIntegrityEnabled earlyLaunchAntiMalwareDriverEnabled"
    " requireHealthyDeviceReport memoryIntegrityEnabled kernelDmaProtectionEnabled"
    " virtualizationBasedSecurityEnabled firmwareProtectionEnabled"
    " systemIntegrityProtectionEnabled",
    Topic.USER_ACCOUNT_CONTROL: "uacRequired",
    Topic.THREAT_LEVEL: "deviceThreatProtectionEnabled"
    " deviceThreatProtectionRequiredSecurityLevel advancedThreatProtectionRequiredSecurityLevel",
    Topic.PLAY_INTEGRITY: "securityRequireSafetyNetAttestationBasicIntegrity"
    " securityRequireSafetyNetAttestationCertifiedDevice securityRequireGooglePlayServices"
    " securityRequireUpToDateSecurityProviders securityRequireCompanyPortalAppIntegrity"
    " securityRequiredAndroidSafetyNetEvaluationType",
    Topic.APP_CHECK: "securityRequireVerifyApps",
    Topic.UNKNOWN_SOURCES: "securityPreventInstallAppsFromUnknownSources"
    " gatekeeperAllowedAppSource",
    Topic.USB_DEBUGGING: "securityDisableUsbDebugging",
    Topic.FORBIDDEN_APPS: "restrictedApps",
    Topic.MAIL_PROFILE: "managedEmailProfileRequired",
    Topic.CONTACT: "requireRemainContact",
    Topic.POLICY_ASSIGNED: "requireDeviceCompliancePolicyAssigned",
    Topic.ENROLLED_USER: "requireUserExistence",
}
"""Properties of the compliance policies of all systems, and of the policy that every tenant has.

Source: https://learn.microsoft.com/graph/api/resources/intune-deviceconfig-devicecompliancepolicy
"""

_TOPICS = {name.lower(): topic for topic, names in _PROPERTIES.items() for name in names.split()}


def property_of(setting: str) -> str:
    """The property a setting is named after, in lower case; the whole name of a custom one."""
    return setting.strip().rpartition(".")[2].lower()


def topic_of(setting: str) -> Topic:
    """What the rule of that name is about."""
    return _TOPICS.get(property_of(setting), Topic.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class FailingSetting:
    """One setting of one policy that the device does not meet."""

    setting: str
    """Graph's name of it, as it came."""
    current: str = ""
    """What the device has, in Graph's words; empty where it does not tell."""
    wanted: str = ""
    """What the policy asks for; empty where it cannot be read or is no number, text or version."""
    policy: str = ""
    """What the organisation calls the policy."""
    is_unclear: bool = False
    """It could not be checked, or two policies contradict each other."""

    @property
    def topic(self) -> Topic:
        """What it is about."""
        return topic_of(self.setting)
