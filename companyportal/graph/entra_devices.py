"""The person's devices as the directory knows them, for people whom Intune tells nothing.

Every employee may read these with ``User.Read``; managed devices take a role in Intune. What is
read here can be looked at and nothing else: its ids are the directory's, so no action could even be
asked for.

Source: https://learn.microsoft.com/graph/api/user-list-registereddevices and user-list-owneddevices
"""

from __future__ import annotations

from contextlib import aclosing
from sys import intern
from typing import TYPE_CHECKING

from companyportal.domain import Compliance, Device, DevicePage, Ownership
from companyportal.graph.client import GraphClient
from companyportal.graph.form_factor import form_factor_of
from companyportal.graph.mapping import moment, text
from companyportal.graph.platforms import platform_of, system_text

# graph.wire_entra is imported inside functions: it brings msgspec, too dear for the start path.
if TYPE_CHECKING:
    from companyportal.graph.wire_entra import WireEntraDevice

PATHS = ("/me/registeredDevices", "/me/ownedDevices")
"""Used by the person, and belonging to them: mostly the same devices, in no certain order."""
MOST_DEVICES = 1_000
SELECTED = ",".join(
    (
        "id",
        "deviceId",
        "displayName",
        "manufacturer",
        "model",
        "operatingSystem",
        "operatingSystemVersion",
        "isManaged",
        "isCompliant",
        "deviceOwnership",
        "approximateLastSignInDateTime",
        "registrationDateTime",
    )
)
_DEVICE = "#microsoft.graph.device"


class EntraDeviceService:
    """What the directory tells of the person's devices."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client

    async def list(self) -> DevicePage:
        """Every device that is registered for the person or theirs, each once, to be looked at.

        Raises: as GraphClient.get.
        """
        found: dict[str, Device] = {}
        is_partial = False
        for path in PATHS:
            is_partial |= await self._read(path, found)
        return DevicePage(devices=tuple(found.values()), is_partial=is_partial, is_read_only=True)

    async def _read(self, path: str, found: dict[str, Device]) -> bool:
        """Add one list to what was ``found``; True where something of it had to be left out."""
        from companyportal.graph import decoding
        from companyportal.graph.wire_entra import WireEntraDevice

        skipped, body = 0, b"{}"
        async with aclosing(self._client.pages(path, {"$select": SELECTED})) as pages:
            async for page in pages:
                body = page.body
                devices, left_out = decoding.entries(WireEntraDevice, body)
                skipped += left_out
                for wire in filter(_is_device, devices):
                    device = entra_device_of(wire)
                    found.setdefault(device.device_id, device)
                if len(found) >= MOST_DEVICES:
                    break
        return skipped > 0 or decoding.next_link(body) is not None


def entra_device_of(wire: WireEntraDevice) -> Device:
    """A ``device`` as the program knows it; whatever the directory does not tell is UNKNOWN or
    empty, the serial number above all.

    The last contact is its last sign-in, of which the directory takes note only every two weeks.
    """
    system = text(wire.operating_system)
    version, model = intern(text(wire.operating_system_version)), intern(text(wire.model))
    platform = platform_of(system, version, model)
    is_managed = wire.is_managed is True
    return Device(
        device_id=text(wire.id),
        entra_id=text(wire.device_id).lower(),
        name=text(wire.display_name),
        manufacturer=intern(text(wire.manufacturer)),
        model=model,
        platform=platform,
        system=system_text(platform, system, version),
        os_version=version,
        form_factor=form_factor_of(platform, model),
        ownership=_OWNERSHIP.get(text(wire.device_ownership).lower(), Ownership.UNKNOWN),
        compliance=_COMPLIANCE.get(wire.is_compliant, Compliance.UNKNOWN)
        if is_managed
        else Compliance.UNKNOWN,
        management_state="managed" if is_managed else "discovered",
        enrolled_at=moment(wire.registration_date_time),
        last_sync_at=moment(wire.approximate_last_sign_in_date_time),
    )


_OWNERSHIP = {"company": Ownership.COMPANY, "personal": Ownership.PERSONAL}
_COMPLIANCE: dict[bool | None, Compliance] = {
    True: Compliance.COMPLIANT,
    False: Compliance.NOT_COMPLIANT,
}


def _is_device(wire: WireEntraDevice) -> bool:
    """The lists may hold other directory objects, too: service end points, app roles."""
    return wire.odata_type is None or wire.odata_type.lower() == _DEVICE
