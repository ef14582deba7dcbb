"""What an earlier run left on disk: somebody's five devices, as the store keeps them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from companyportal.domain import Compliance, Device, FormFactor, Ownership, Person, Platform
from companyportal.store import Store

_GUID = "00000000-0000-4000-8000-00000000000{}"
_TENANT = _GUID.format(1)
_SETTINGS = f'tenant_id = "{_TENANT}"\nclient_id = "{_GUID.format(2)}"\n'


def _device(number: int, name: str, platform: Platform, system: str, shape: FormFactor) -> Device:
    return Device(
        device_id=_GUID.format(number),
        name=name,
        manufacturer="Contoso",
        model=f"Model {number}",
        platform=platform,
        system=system,
        form_factor=shape,
        ownership=Ownership.COMPANY if number % 2 else Ownership.PERSONAL,
        compliance=Compliance.COMPLIANT if number % 2 else Compliance.NOT_COMPLIANT,
        serial_number=f"C0FFEE{number}",
    )


DEVICES = (
    _device(3, "Work phone", Platform.ANDROID, "Android 14", FormFactor.PHONE),
    _device(4, "My own phone", Platform.IOS, "iOS 17.4", FormFactor.PHONE),
    _device(5, "Laptop", Platform.WINDOWS, "Windows 11", FormFactor.LAPTOP),
    _device(6, "Tablet at home", Platform.IPADOS, "iPadOS 17", FormFactor.TABLET),
    _device(7, "Desk in the office", Platform.MACOS, "macOS 14", FormFactor.DESKTOP),
)


def keep_list(home: Path) -> None:
    """Settings and store below ``home``, where the program looks for them on Linux."""
    settings = home / ".config/companyportal/settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS, encoding="utf-8")
    folder = home / ".local/state/companyportal" / _TENANT
    folder.mkdir(parents=True)
    store = Store.open(folder / "portal.sqlite")
    store.save_devices(Person(_TENANT, _GUID.format(9)), DEVICES, datetime.now(UTC))
    store.close()
