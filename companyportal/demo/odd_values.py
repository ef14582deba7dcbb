"""Answers of Graph with contents that no client should trust: the faults ``wrong-types``,
``unknown-enums``, ``html-in-names`` and ``hostile-texts``.
"""

from __future__ import annotations

from typing import Any

from companyportal.demo import shapes
from companyportal.demo.tenant import Tenant

HTML = '<img src="file:///etc/hostname"><b>bold</b><a href="https://evil.example/">link</a>'
_NAMES = [
    "deviceName",
    "model",
    "manufacturer",
    "userDisplayName",
    "operatingSystem",
    "displayName",
    "contactITName",
    "contactITNotes",
    "onlineSupportSiteName",
]
_TYPED = [
    *_NAMES,
    "serialNumber",
    "osVersion",
    "managementAgent",
    "userPrincipalName",
    "contactITPhoneNumber",
    "contactITEmailAddress",
    "onlineSupportSiteUrl",
    "privacyUrl",
    "actionName",
    "actionState",
]
_TOLD = ("passcode", "unlockPin", "deviceLocation")
"""What a device tells its person alone."""
_WRONG: dict[str, Any] = {
    "deviceName": 42,
    "model": ["a", "list"],
    "operatingSystem": {"an": "object"},
    "complianceState": 7,
    "enrolledDateTime": "yesterday",
    "lastSyncDateTime": 1_700_000_000,
    "isEncrypted": "maybe",
    "totalStorageSpaceInBytes": "many",
    "deviceActionResults": "none",
}


def bent_item(tenant: Tenant, item: dict[str, Any]) -> dict[str, Any]:
    """A device or a brand with what the faults do to each of them."""
    if "unknown-enums" in tenant.faults:
        item = _with_unknown_members(item)
    if "html-in-names" in tenant.faults:
        item = {name: HTML + str(v) if name in _NAMES and v else v for name, v in item.items()}
    return hostile(tenant, item) if "hostile-texts" in tenant.faults else item


def hostile(tenant: Tenant, item: dict[str, Any]) -> dict[str, Any]:
    """A device or a brand; an Android device stays one, and its results gain a strange one."""
    end = tenant.hostile_text
    bent = {name: f"{v}{end}" if name in _TYPED else v for name, v in item.items()}
    if str(item.get("operatingSystem", "")).startswith("Android"):
        bent |= {name: item[name] for name in ("operatingSystem", "managementAgent")}
    if results := item.get(shapes.RESULTS):
        strange = {name: f"{v}{end}" if v == str(v) else v for name, v in results[-1].items()}
        told = dict.fromkeys(name for name in _TOLD if name in strange)
        bent[shapes.RESULTS] = [*results, strange | told]
    return bent


def bent_page(tenant: Tenant, items: list[dict[str, Any]]) -> list[Any]:
    """A page of devices; under ``wrong-types`` the first one is odd and one is no object at all."""
    bent: list[Any] = [bent_item(tenant, item) for item in items]
    if bent and tenant.faults.strikes("wrong-types"):
        bent[0] |= {name: value for name, value in _WRONG.items() if name in bent[0]}
        bent.append("not a device")
    return bent


def bent_device(tenant: Tenant, item: dict[str, Any]) -> dict[str, Any]:
    """A single device."""
    bent = bent_item(tenant, item)
    if tenant.faults.strikes("wrong-types"):
        bent |= {name: value for name, value in _WRONG.items() if name in bent}
    return bent


def _with_unknown_members(item: dict[str, Any]) -> dict[str, Any]:
    item = {name: "quantumState" if name in shapes.ENUMS else v for name, v in item.items()}
    if results := item.get(shapes.RESULTS):
        item[shapes.RESULTS] = [
            result
            | {"actionState": "teleported", "@odata.type": "#microsoft.graph.novelActionResult"}
            for result in results
        ]
    return item
