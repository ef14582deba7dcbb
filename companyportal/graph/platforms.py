"""What kind of device Graph's free texts describe: platform, enrollment, shape, and how to say it.

``operatingSystem`` is not an enum; tenants show "Windows", "iOS", "AndroidForWork", "WindowsPhone"
and more, so texts are compared without case and spaces. v1.0 cannot tell the corporate Android
kinds apart; the beta names that can are understood where they arrive.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice,
intune-devices-deviceenrollmenttype and intune-devices-managementagenttype
"""

from __future__ import annotations

import re
from functools import lru_cache

from companyportal.domain import EnrollmentKind, Ownership, Platform

KINDS = 512
"""So many answers are remembered: a thousand devices are of a few dozen kinds."""

_PLATFORMS: tuple[tuple[str, Platform], ...] = (
    ("android", Platform.ANDROID),
    ("ipad", Platform.IPADOS),
    ("iphone", Platform.IOS),
    ("ipod", Platform.IOS),
    ("ios", Platform.IOS),
    ("mac", Platform.MACOS),
    ("osx", Platform.MACOS),
    ("windowsrt", Platform.WINDOWS_RT),
    ("windows10mobile", Platform.WINDOWS_10_MOBILE),
    ("windowsmobile", Platform.WINDOWS_10_MOBILE),
    ("windowsphone", Platform.WINDOWS_PHONE),
    ("windows8", Platform.WINDOWS_8),
    ("windows", Platform.WINDOWS),
    ("linux", Platform.LINUX),
    ("ubuntu", Platform.LINUX),
    ("redhat", Platform.LINUX),
    ("chrome", Platform.CHROMEOS),
    ("visionos", Platform.VISIONOS),
    ("tvos", Platform.TVOS),
)
"""How a text without spaces begins; the first match counts."""

_NAMES = {
    Platform.ANDROID: "Android",
    Platform.IOS: "iOS",
    Platform.IPADOS: "iPadOS",
    Platform.MACOS: "macOS",
    Platform.CHROMEOS: "ChromeOS",
    Platform.VISIONOS: "visionOS",
    Platform.TVOS: "tvOS",
}

_OLD_WINDOWS: dict[tuple[int | None, int | None], str] = {
    (6, 3): "8.1",
    (6, 2): "8",
    (6, 1): "7",
}

_ANDROID_KINDS = {
    "androidenterprisededicateddevice": EnrollmentKind.ANDROID_DEDICATED,
    "androidenterprisefullymanaged": EnrollmentKind.ANDROID_FULLY_MANAGED,
    "androidenterprisecorporateworkprofile": EnrollmentKind.ANDROID_CORPORATE_WORK_PROFILE,
    "androidaospuserowneddeviceenrollment": EnrollmentKind.ANDROID_AOSP,
    "androidaospuserlessdeviceenrollment": EnrollmentKind.ANDROID_AOSP,
}
_APPLE_USER_ENROLLMENTS = frozenset(
    {
        "appleuserenrollment",
        "appleuserenrollmentwithserviceaccount",
        "appleaccountdrivenuserenrollment",
    }
)
_APPLE_BULK = frozenset({"applebulkwithuser", "applebulkwithoutuser"})
_ENTRA_JOINS = frozenset(
    {
        "windowsazureadjoin",
        "windowsbulkuserless",
        "windowsbulkazuredomainjoin",
        "windowsazureadjoinusingdeviceauth",
        "azureadjoinusingazurevmextension",
    }
)
_STANDARD_ENROLLMENTS = frozenset(
    {
        # "userEnrollment" is any enrollment by the person; Apple's own User Enrollment is above.
        "userenrollment",
        "windowsautoenrollment",
        "windowscomanagement",
        *_APPLE_BULK,
        *_ENTRA_JOINS,
    }
)
_MDM_AGENTS = frozenset(
    {
        "mdm",
        "easmdm",
        "intuneclient",
        "easintuneclient",
        "configurationmanagerclientmdm",
        "configurationmanagerclientmdmeas",
    }
)
_OTHER_AGENTS = frozenset({"eas", "mssense", "jamf", "configurationmanagerclient"})
"""Known to the service, but not through Intune's device management: no action reaches them."""


@lru_cache(maxsize=KINDS)
def platform_of(operating_system: str, os_version: str, model: str) -> Platform:
    """The platform that Graph's texts mean; UNKNOWN where they say nothing known."""
    text = _plain(operating_system)
    found = next((kind for start, kind in _PLATFORMS if text.startswith(start)), Platform.UNKNOWN)
    major, minor = _version(os_version)
    if found is Platform.IOS and _plain(model).startswith("ipad"):
        return Platform.IPADOS
    if found is Platform.WINDOWS and major == 6 and minor in (2, 3):
        return Platform.WINDOWS_8
    if found is Platform.WINDOWS_PHONE and major == 10:
        return Platform.WINDOWS_10_MOBILE
    if found is Platform.WINDOWS_10_MOBILE and major not in (None, 10):
        return Platform.WINDOWS_PHONE if major == 8 else Platform.UNKNOWN
    return found


@lru_cache(maxsize=KINDS)
def enrollment_of(
    platform: Platform,
    *,
    operating_system: str,
    enrollment_type: str,
    agent: str,
    ownership: Ownership,
    is_supervised: bool,
) -> EnrollmentKind:
    """How the device came under management; UNKNOWN where Graph does not say it for certain."""
    enrollment, agent = _plain(enrollment_type), _plain(agent)
    if enrollment == "deviceenrollmentmanager":
        return EnrollmentKind.DEVICE_ENROLLMENT_MANAGER
    if agent in _OTHER_AGENTS:
        return EnrollmentKind.UNKNOWN
    if platform is Platform.ANDROID:
        return _android_kind(_plain(operating_system), enrollment, agent, ownership)
    if enrollment in _APPLE_USER_ENROLLMENTS:
        return EnrollmentKind.APPLE_USER_ENROLLMENT
    # A supervised device belongs to the organisation; User Enrollment cannot supervise.
    if platform in (Platform.IOS, Platform.IPADOS) and (is_supervised or enrollment in _APPLE_BULK):
        return EnrollmentKind.APPLE_SUPERVISED
    if platform is Platform.WINDOWS and enrollment in _ENTRA_JOINS:
        return EnrollmentKind.WINDOWS_ENTRA_JOINED
    if enrollment in _STANDARD_ENROLLMENTS:
        return EnrollmentKind.STANDARD
    return EnrollmentKind.UNKNOWN


def _android_kind(text: str, enrollment: str, agent: str, ownership: Ownership) -> EnrollmentKind:
    if enrollment in _ANDROID_KINDS:
        return _ANDROID_KINDS[enrollment]
    if agent == "intuneaosp" or "aosp" in text:
        return EnrollmentKind.ANDROID_AOSP
    if text == "androidforwork":
        return EnrollmentKind.ANDROID_WORK_PROFILE
    if agent == "googleclouddevicepolicycontroller":
        if ownership is Ownership.PERSONAL:
            return EnrollmentKind.ANDROID_WORK_PROFILE
        if ownership is Ownership.COMPANY:
            return EnrollmentKind.ANDROID_DEVICE_OWNER
        return EnrollmentKind.UNKNOWN
    if text == "androidenterprise":
        return EnrollmentKind.ANDROID_DEVICE_OWNER
    if agent in _MDM_AGENTS:
        return EnrollmentKind.ANDROID_DEVICE_ADMINISTRATOR
    return EnrollmentKind.UNKNOWN


@lru_cache(maxsize=KINDS)
def system_text(platform: Platform, operating_system: str, os_version: str) -> str:
    """The system as people call it: "Android 14", "iOS 17.5", "Windows 11", "Windows Phone 8.1"."""
    if platform is Platform.WINDOWS_10_MOBILE:
        return "Windows 10 Mobile"
    if platform in (Platform.WINDOWS, Platform.WINDOWS_8):
        release = _windows_release(os_version)
        return f"Windows {release}" if release else operating_system.strip()
    if platform is Platform.WINDOWS_RT:
        return _named("Windows RT", "8.1" if _version(os_version) == (6, 3) else "")
    if platform is Platform.WINDOWS_PHONE:
        major, minor = _version(os_version)
        # 8.1 counts itself as 8.10.
        return _named("Windows Phone", "8.1" if minor in (1, 10) else str(major or ""))
    return _named(_NAMES.get(platform, operating_system.strip()), _short(os_version))


def _windows_release(os_version: str) -> str:
    """The name of a Windows by its version. Source: https://learn.microsoft.com/windows/win32/
    sysinfo/operating-system-version; Windows 11 begins with build 22000.
    """
    version = _version(os_version)
    if version == (10, 0):
        build = re.match(r"\s*10\.0\.([0-9]{1,9})", os_version)
        return "11" if build and int(build[1]) >= 22_000 else "10"
    return _OLD_WINDOWS.get(version, "")


def _named(name: str, version: str) -> str:
    return f"{name} {version}".strip()


def _short(os_version: str) -> str:
    """Major and minor, the latter left out where it is 0; empty where it is no version."""
    found = re.match(r"\s*([0-9]{1,6})(?:\.([0-9]{1,6}))?", os_version)
    if not found:
        return ""
    return f"{found[1]}.{found[2]}" if found[2] and int(found[2]) else found[1]


def _version(os_version: str) -> tuple[int | None, int | None]:
    found = re.match(r"\s*([0-9]{1,6})(?:\.([0-9]{1,6}))?", os_version)
    return (int(found[1]), int(found[2] or 0)) if found else (None, None)


def _plain(text: str) -> str:
    """Lower case without white space."""
    return "".join(text.lower().split())
