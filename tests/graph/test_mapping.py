"""What Graph's free texts mean: platform, enrollment, shape, system, times, results."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from companyportal.domain import (
    Compliance,
    Device,
    EnrollmentKind,
    FormFactor,
    Ownership,
    Platform,
)
from companyportal.graph.mapping import device_of, moment, text
from companyportal.graph.wire import WireDevice
from companyportal.rename_way import RenameWay

P, E, F = Platform, EnrollmentKind, FormFactor
CDPC = "googleCloudDevicePolicyController"


Fields = dict[str, str | bool | None]


def device(**fields: str | bool | None) -> Device:
    defaults: Fields = {
        "management_agent": "mdm",
        "device_enrollment_type": "userEnrollment",
        "managed_device_owner_type": "company",
    }
    return device_of(WireDevice(id="1", **{**defaults, **fields}))  # type: ignore[arg-type]


@dataclass
class Row:
    system: str
    version: str
    model: str
    platform: Platform
    shape: FormFactor
    shown: str


ROWS = [
    Row("Android", "14", "Galaxy S23", P.ANDROID, F.PHONE, "Android 14"),
    Row("ANDROID", "14.0", "SM-X700", P.ANDROID, F.TABLET, "Android 14"),
    Row("Android", "6.0.1", "Nexus 5", P.ANDROID, F.PHONE, "Android 6"),
    Row("Android", "8.1.0", "MediaPad M5", P.ANDROID, F.TABLET, "Android 8.1"),
    Row("AndroidForWork", "13", "Pixel 7", P.ANDROID, F.PHONE, "Android 13"),
    Row("Android Enterprise", "13", "Pixel Tablet", P.ANDROID, F.TABLET, "Android 13"),
    Row("Android", "", "", P.ANDROID, F.PHONE, "Android"),
    Row("iOS", "17.5.1", "iPhone 14", P.IOS, F.PHONE, "iOS 17.5"),
    Row("iOS", "17.0", "iPad Air", P.IPADOS, F.TABLET, "iPadOS 17"),
    Row("iPadOS", "17.5", "iPad Pro", P.IPADOS, F.TABLET, "iPadOS 17.5"),
    Row("iPhone", "12.5", "", P.IOS, F.PHONE, "iOS 12.5"),
    Row("iPod", "12.5", "iPod touch", P.IOS, F.PHONE, "iOS 12.5"),
    Row("macOS", "14.5 (23F79)", "MacBook Air", P.MACOS, F.LAPTOP, "macOS 14.5"),
    Row("Mac OS X", "10.15.7", "iMac", P.MACOS, F.DESKTOP, "macOS 10.15"),
    Row("macMDM", "13", "Mac mini", P.MACOS, F.DESKTOP, "macOS 13"),
    Row("Windows", "10.0.22000.1", "Latitude 5430", P.WINDOWS, F.LAPTOP, "Windows 11"),
    Row("Windows", "10.0.21999", "OptiPlex 7010", P.WINDOWS, F.DESKTOP, "Windows 10"),
    Row("windows", "10.0.19045", "Surface Pro 7", P.WINDOWS, F.TABLET, "Windows 10"),
    Row("Windows", "10.0", "Surface Laptop 5", P.WINDOWS, F.LAPTOP, "Windows 10"),
    Row("Windows", "6.1.7601", "", P.WINDOWS, F.DESKTOP, "Windows 7"),
    Row("Windows", "", "", P.WINDOWS, F.DESKTOP, "Windows"),
    Row("Windows", "6.3.9600", "", P.WINDOWS_8, F.DESKTOP, "Windows 8.1"),
    Row("Windows", "6.2.9200", "", P.WINDOWS_8, F.DESKTOP, "Windows 8"),
    Row("Windows 8.1", "", "", P.WINDOWS_8, F.DESKTOP, "Windows 8.1"),
    Row("Windows RT", "6.3.9600", "Surface 2", P.WINDOWS_RT, F.TABLET, "Windows RT 8.1"),
    Row("WindowsRT", "6.2", "Surface", P.WINDOWS_RT, F.TABLET, "Windows RT"),
    Row("Windows 10 Mobile", "10.0.15254", "L", P.WINDOWS_10_MOBILE, F.PHONE, "Windows 10 Mobile"),
    Row("WindowsMobile", "10.0.15254", "L", P.WINDOWS_10_MOBILE, F.PHONE, "Windows 10 Mobile"),
    Row("WindowsMobile", "", "L", P.WINDOWS_10_MOBILE, F.PHONE, "Windows 10 Mobile"),
    Row("WindowsMobile", "8.10", "L", P.WINDOWS_PHONE, F.PHONE, "Windows Phone 8.1"),
    Row("WindowsMobile", "6.5", "L", P.UNKNOWN, F.UNKNOWN, "WindowsMobile 6.5"),
    Row("WindowsPhone", "10.0.14393", "L", P.WINDOWS_10_MOBILE, F.PHONE, "Windows 10 Mobile"),
    Row("Windows Phone", "8.10.15148.160", "L", P.WINDOWS_PHONE, F.PHONE, "Windows Phone 8.1"),
    Row("WindowsPhone", "8.1", "L", P.WINDOWS_PHONE, F.PHONE, "Windows Phone 8.1"),
    Row("WindowsPhone", "8.0.10517", "L", P.WINDOWS_PHONE, F.PHONE, "Windows Phone 8"),
    Row("WindowsPhone", "", "L", P.WINDOWS_PHONE, F.PHONE, "Windows Phone"),
    Row("Linux", "24.04", "ThinkPad X1", P.LINUX, F.LAPTOP, "Linux 24.04"),
    Row("Linux (ubuntu)", "22.04", "", P.LINUX, F.DESKTOP, "Linux (ubuntu) 22.04"),
    Row("Ubuntu", "22.04", "", P.LINUX, F.DESKTOP, "Ubuntu 22.04"),
    Row("ChromeOS", "125.0", "Chromebook", P.CHROMEOS, F.LAPTOP, "ChromeOS 125"),
    Row("visionOS", "2.0", "Vision Pro", P.VISIONOS, F.UNKNOWN, "visionOS 2"),
    Row("tvOS", "17.4", "Apple TV", P.TVOS, F.UNKNOWN, "tvOS 17.4"),
    Row("BeOS", "5.1", "", P.UNKNOWN, F.UNKNOWN, "BeOS 5.1"),
    Row("", "", "", P.UNKNOWN, F.UNKNOWN, ""),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.system} {row.version} {row.model}")
def test_the_platform_by_its_text(row: Row) -> None:
    found = device(operating_system=row.system, os_version=row.version, model=row.model)
    assert (found.platform, found.form_factor) == (row.platform, row.shape)
    assert found.system == row.shown
    assert found.os_version == row.version


def enrolled(system: str, name: str) -> Fields:
    agent = CDPC if system == "Android" else "mdm"
    return {
        "operating_system": system,
        "management_agent": agent,
        "device_enrollment_type": name,
    }


ENROLLMENTS: list[tuple[Fields, EnrollmentKind]] = [
    ({"operating_system": "Android"}, E.ANDROID_DEVICE_ADMINISTRATOR),
    ({"operating_system": "Android", "management_agent": "easMdm"}, E.ANDROID_DEVICE_ADMINISTRATOR),
    ({"operating_system": "Android", "management_agent": "eas"}, E.UNKNOWN),
    ({"operating_system": "Android", "management_agent": "msSense"}, E.UNKNOWN),
    ({"operating_system": "Android", "management_agent": "unknown"}, E.UNKNOWN),
    ({"operating_system": "Android", "management_agent": None}, E.UNKNOWN),
    ({"operating_system": "Android", "management_agent": CDPC}, E.ANDROID_DEVICE_OWNER),
    (
        {
            "operating_system": "Android",
            "management_agent": CDPC,
            "managed_device_owner_type": "personal",
        },
        E.ANDROID_WORK_PROFILE,
    ),
    (
        {
            "operating_system": "Android",
            "management_agent": CDPC,
            "managed_device_owner_type": "unknown",
        },
        E.UNKNOWN,
    ),
    ({"operating_system": "AndroidForWork"}, E.ANDROID_WORK_PROFILE),
    ({"operating_system": "Android For Work", "management_agent": CDPC}, E.ANDROID_WORK_PROFILE),
    ({"operating_system": "AndroidEnterprise"}, E.ANDROID_DEVICE_OWNER),
    ({"operating_system": "Android", "management_agent": "intuneAosp"}, E.ANDROID_AOSP),
    ({"operating_system": "Android (AOSP)", "management_agent": "unknown"}, E.ANDROID_AOSP),
    *(
        (enrolled("Android", name), kind)
        for name, kind in {
            "androidEnterpriseDedicatedDevice": E.ANDROID_DEDICATED,
            "androidEnterpriseFullyManaged": E.ANDROID_FULLY_MANAGED,
            "androidEnterpriseCorporateWorkProfile": E.ANDROID_CORPORATE_WORK_PROFILE,
            "androidAOSPUserOwnedDeviceEnrollment": E.ANDROID_AOSP,
            "androidAOSPUserlessDeviceEnrollment": E.ANDROID_AOSP,
            "deviceEnrollmentManager": E.DEVICE_ENROLLMENT_MANAGER,
        }.items()
    ),
    ({"operating_system": "iOS"}, E.STANDARD),
    (
        {"operating_system": "iOS", "device_enrollment_type": "appleBulkWithUser"},
        E.APPLE_SUPERVISED,
    ),
    ({"operating_system": "iPadOS", "is_supervised": True}, E.APPLE_SUPERVISED),
    ({"operating_system": "macOS", "device_enrollment_type": "appleBulkWithUser"}, E.STANDARD),
    ({"operating_system": "iOS", "device_enrollment_type": "unknown"}, E.UNKNOWN),
    ({"operating_system": "iOS", "device_enrollment_type": None}, E.UNKNOWN),
    (
        {"operating_system": "iOS", "device_enrollment_type": "unknown", "is_supervised": True},
        E.APPLE_SUPERVISED,
    ),
    ({"operating_system": "iOS", "management_agent": "jamf"}, E.UNKNOWN),
    *(
        (enrolled("iOS", name), E.APPLE_USER_ENROLLMENT)
        for name in (
            "appleUserEnrollment",
            "APPLEUSERENROLLMENT",
            "appleUserEnrollmentWithServiceAccount",
            "appleAccountDrivenUserEnrollment",
        )
    ),
    (
        {"operating_system": "iOS", "device_enrollment_type": "deviceEnrollmentManager"},
        E.DEVICE_ENROLLMENT_MANAGER,
    ),
    (
        {"operating_system": "Windows", "device_enrollment_type": "windowsAzureADJoin"},
        E.WINDOWS_ENTRA_JOINED,
    ),
    (
        {"operating_system": "Windows", "device_enrollment_type": "windowsAutoEnrollment"},
        E.STANDARD,
    ),
    (
        {
            "operating_system": "Windows 10 Mobile",
            "device_enrollment_type": "windowsAzureADJoin",
        },
        E.STANDARD,
    ),
    (
        {
            "operating_system": "Windows",
            "device_enrollment_type": "unknownFutureValue",
            "is_supervised": True,
        },
        E.UNKNOWN,
    ),
]


@pytest.mark.parametrize(("fields", "kind"), ENROLLMENTS, ids=lambda value: str(value)[:90])
def test_the_enrollment_by_what_v1_tells(fields: Fields, kind: EnrollmentKind) -> None:
    assert device(**fields).enrollment is kind


def test_enums_are_read_without_case_and_new_members_are_unknown() -> None:
    found = device(compliance_state="nonCompliant", managed_device_owner_type="Company")
    assert (found.compliance, found.ownership) == (Compliance.NOT_COMPLIANT, Ownership.COMPANY)
    found = device(compliance_state="brandNew", managed_device_owner_type="unknownFutureValue")
    assert (found.compliance, found.ownership) == (Compliance.UNKNOWN, Ownership.UNKNOWN)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-02T08:00:00Z", datetime(2024, 5, 2, 8, tzinfo=UTC)),
        ("2024-05-02T10:00:00+02:00", datetime(2024, 5, 2, 8, tzinfo=UTC)),
        ("2024-05-02T08:00:00.1234567Z", datetime(2024, 5, 2, 8, 0, 0, 123456, tzinfo=UTC)),
        ("2024-05-02T08:00:00", datetime(2024, 5, 2, 8, tzinfo=UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("9999-12-31T23:59:59.9999999Z", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_times_are_utc_and_never_is_none(value: str | None, expected: datetime | None) -> None:
    assert moment(value) == expected


def test_texts_can_be_written_anywhere() -> None:
    assert text(" Marie’s \ud800 phone ") == "Marie’s ? phone"
    assert text(None) == ""


@pytest.mark.parametrize(
    ("way", "managed", "shown"),
    [
        (RenameWay.DEVICE_NAME, "marie_Android_1", "Galaxy"),
        (RenameWay.OFF, "marie_Android_1", "Galaxy"),
        (RenameWay.MANAGEMENT_NAME, "marie_Android_1", "marie_Android_1"),
        (RenameWay.MANAGEMENT_NAME, " ", "Galaxy"),
        (RenameWay.MANAGEMENT_NAME, None, "Galaxy"),
    ],
)
def test_a_device_is_called_by_the_name_that_can_be_changed(
    way: RenameWay, managed: str | None, shown: str
) -> None:
    wire = WireDevice(id="1", device_name="Galaxy", managed_device_name=managed)
    assert device_of(wire, way=way).name == shown


def test_the_id_in_entra_is_written_as_a_computer_knows_its_own() -> None:
    assert device(azure_ad_device_id=" 5B1D2A7E-6C0F ").entra_id == "5b1d2a7e-6c0f"
    assert device(azure_ad_device_id=None).entra_id == ""
