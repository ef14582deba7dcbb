"""The person's devices at the service: the list, one of them in full, and the reset.

The list never selects ``deviceActionResults``: they may hold a temporary passcode, so they are read
for one device, when that device is looked at.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from contextlib import aclosing
from typing import TYPE_CHECKING
from urllib.parse import quote

from companyportal.domain import Device, DeviceDetails, DevicePage
from companyportal.errors import ServiceFailed
from companyportal.graph.client import GraphClient
from companyportal.graph.mapping import device_of, results_of, text
from companyportal.graph.transport import always

# graph.wire is imported inside functions: it brings msgspec, too dear for the start path.
if TYPE_CHECKING:
    from companyportal.graph.wire import WireDevice

PAGE_SIZE = 999
"""Devices asked for at a time; Graph's general limit for $top."""
MOST_DEVICES = 20_000
SELECTED = ",".join(
    (
        "id",
        "deviceName",
        "manufacturer",
        "model",
        "operatingSystem",
        "osVersion",
        "managementAgent",
        "managedDeviceOwnerType",
        "deviceEnrollmentType",
        "isSupervised",
        "complianceState",
        "complianceGracePeriodExpirationDateTime",
        "managementState",
        "serialNumber",
        "userId",
        "azureADDeviceId",
        "enrolledDateTime",
        "lastSyncDateTime",
    )
)


class DeviceService:
    """What can be read of and asked for the person's devices."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client

    async def list(self) -> DevicePage:
        """Every device of the person, in the service's order, each once.

        A device that comes twice counts as it was last seen. ``is_partial`` tells that entries had
        no id, that there are more than 20,000, or that the service's links led nowhere.

        Raises: as GraphClient.get.
        """
        from companyportal.graph import decoding, wire

        found: dict[str, Device] = {}
        skipped = 0
        body = b"{}"
        query = {"$select": SELECTED, "$top": str(PAGE_SIZE)}
        async with aclosing(self._client.pages("/me/managedDevices", query)) as pages:
            page = await anext(pages, None)
            while page is not None:
                body = page.body
                devices, left_out = wire.devices(body)
                skipped += left_out
                if len(found) + len(devices) >= MOST_DEVICES:
                    await _add(found, devices)
                    break
                # The service works on the next page while this one is read.
                page, _ = await asyncio.gather(anext(pages, None), _add(found, devices))
        return DevicePage(
            devices=tuple(found.values())[:MOST_DEVICES],
            is_partial=skipped > 0 or decoding.next_link(body) is not None,
        )

    async def details(self, device_id: str) -> DeviceDetails:
        """One device with everything that was asked of it. The answer may hold a passcode.

        Raises: as GraphClient.get; ServiceFailed also where another device came back.
        """
        from companyportal.graph import wire

        query = {"$select": f"{SELECTED},deviceActionResults"}
        reply = await self._client.get(_path(device_id), query)
        read = wire.device(reply.body)
        if text(read.id).lower() != device_id.lower():
            raise ServiceFailed(code="otherDevice", request_id=reply.request_id)
        results = results_of(read.device_action_results or ())
        return DeviceDetails(
            device=device_of(read, results),
            results=results,
            served_at=reply.date,
        )

    async def reset_passcode(self, device_id: str, may_leave: Callable[[], bool] = always) -> None:
        """Ask the service to reset the passcode: sent once, and only if it still ``may_leave``.

        Raises: as GraphClient.post_once.
        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-resetpasscode
        """
        await self._client.post_once(f"{_path(device_id)}/resetPasscode", may_leave=may_leave)


def _path(device_id: str) -> str:
    return f"/deviceManagement/managedDevices/{quote(device_id, safe='')}"


async def _add(found: dict[str, Device], devices: Iterable[WireDevice]) -> None:
    for device in map(device_of, devices):
        _keep_newer(found, device)


def _keep_newer(found: dict[str, Device], device: Device) -> None:
    known = found.get(device.device_id)
    if known is None or _is_newer(device, known):
        found[device.device_id] = device


def _is_newer(device: Device, known: Device) -> bool:
    if device.last_sync_at is None:
        return False
    return known.last_sync_at is None or device.last_sync_at > known.last_sync_at
