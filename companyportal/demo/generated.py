"""Devices by the dozen, for ``--devices N``: to see long lists and several pages."""

from __future__ import annotations

from collections.abc import Iterator

from companyportal.demo.device_record import Answer, DeviceRecord, ResetKind

_MODELS = (
    (
        "Samsung",
        "Galaxy A54",
        "Android",
        "14",
        "googleCloudDevicePolicyController",
        ResetKind.LETTERS_AND_DIGITS,
    ),
    ("Apple", "iPhone 13", "iOS", "17.5", "mdm", ResetKind.REMOVED),
    (
        "Microsoft Corporation",
        "Surface Pro 9",
        "Windows",
        "10.0.22631.3593",
        "mdm",
        ResetKind.REFUSED,
    ),
    ("Apple", "iPad (10th gen.)", "iPadOS", "17.4", "mdm", ResetKind.REMOVED),
    ("Google", "Pixel 8", "AndroidForWork", "14", "mdm", ResetKind.LETTERS_AND_DIGITS),
)
_SILENT_MINUTES = 45 * 1440
_COMPLIANCE = ("compliant", "compliant", "noncompliant", "compliant", "inGracePeriod", "compliant")


def generated_devices(count: int) -> Iterator[DeviceRecord]:
    """So many devices, always the same ones."""
    for number in range(1, count + 1):
        maker, model, system, version, agent, reset = _MODELS[number % len(_MODELS)]
        is_personal = system == "AndroidForWork"
        compliance = _COMPLIANCE[number % len(_COMPLIANCE)]
        yield DeviceRecord(
            properties={
                "deviceName": f"{model} {number:04d}",
                "manufacturer": maker,
                "model": model,
                "operatingSystem": system,
                "osVersion": version,
                "serialNumber": f"GEN{number:07d}",
                "managementAgent": agent,
                "managedDeviceOwnerType": "personal" if is_personal else "company",
                "deviceEnrollmentType": "userEnrollment",
                "complianceState": compliance,
            },
            reset=reset,
            answer=Answer.DONE,
            error_code=0,
            delay_factor=1 + number % 3,
            enrolled_days_ago=30 + number % 700,
            synced_minutes_ago=5 + number % 5000 + (_SILENT_MINUTES if number % 11 == 0 else 0),
            grace_days=3 if compliance == "inGracePeriod" else 0,
            history=(),
        )
