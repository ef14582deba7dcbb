"""The person's devices at the service: the list, one of them in full, and what is asked of them.

The list never selects ``deviceActionResults``: they may hold a temporary passcode, so they are read
for one device, when that device is looked at.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING
from urllib.parse import quote

from companyportal.domain import Device, DeviceDetails, DevicePage, Platform
from companyportal.errors import NotPermitted, ServiceFailed
from companyportal.graph.action_results import results_of
from companyportal.graph.client import GraphClient
from companyportal.graph.device_facts import SELECTED_FACTS, facts_of
from companyportal.graph.mapping import device_of, text
from companyportal.graph.request import MayLeave, always
from companyportal.graph.wipe import wipe_body
from companyportal.rename_way import RenameWay
from companyportal.wipe_choices import WipeChoices

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

    def __init__(self, client: GraphClient, rename_way: RenameWay = RenameWay.DEVICE_NAME) -> None:
        """``rename_way`` also decides which of its names a device is called by: the one that the
        person can change.
        """
        self._client = client
        self._rename_way = rename_way
        has_other_name = rename_way is RenameWay.MANAGEMENT_NAME
        self._selected = f"{SELECTED},managedDeviceName" if has_other_name else SELECTED

    @property
    def renames_at_once(self) -> bool:
        """True where a new name is Intune's own, which no device has to take."""
        return self._rename_way is RenameWay.MANAGEMENT_NAME

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
        query = {"$select": self._selected, "$top": str(PAGE_SIZE)}
        async with aclosing(self._client.pages("/me/managedDevices", query)) as pages:
            page = await anext(pages, None)
            while page is not None:
                body = page.body
                devices, left_out = wire.devices(body)
                skipped += left_out
                if len(found) + len(devices) >= MOST_DEVICES:
                    await self._add(found, devices)
                    break
                # The service works on the next page while this one is read.
                page, _ = await asyncio.gather(anext(pages, None), self._add(found, devices))
        return DevicePage(
            devices=tuple(found.values())[:MOST_DEVICES],
            is_partial=skipped > 0 or decoding.next_link(body) is not None,
        )

    async def details(self, device_id: str) -> DeviceDetails:
        """One device with everything that was asked of it. The answer may hold a passcode.

        Raises: as GraphClient.get; ServiceFailed also where another device came back.
        """
        from companyportal.graph import decoding, wire, wire_facts

        query = {"$select": f"{SELECTED},{SELECTED_FACTS},deviceActionResults"}
        reply = await self._client.get(_path(device_id), query)
        read = wire.device(reply.body)
        if text(read.id).lower() != device_id.lower():
            raise ServiceFailed(code="otherDevice", request_id=reply.request_id)
        results = results_of(read.device_action_results or ())
        return DeviceDetails(
            device=device_of(read, results, self._rename_way),
            results=results,
            facts=facts_of(decoding.document(wire_facts.WireFacts, reply.body)),
            served_at=reply.date,
        )

    async def reset_passcode(self, device_id: str, may_leave: MayLeave = always) -> None:
        """Ask for the passcode to be removed or replaced.

        Raises: as GraphClient.post_once, here and in every verb below; each is sent once, and only
        if it still ``may_leave``.
        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-resetpasscode
        """
        await self._ask(device_id, "resetPasscode", may_leave=may_leave)

    async def remote_lock(self, device_id: str, may_leave: MayLeave = always) -> None:
        """Ask for the screen to be locked; a Mac answers with a PIN.

        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-remotelock
        """
        await self._ask(device_id, "remoteLock", may_leave=may_leave)

    async def sync(self, device_id: str, may_leave: MayLeave = always) -> None:
        """Ask the device to come for news; ``last_sync_at`` tells when it has.

        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-syncdevice
        """
        await self._ask(device_id, "syncDevice", may_leave=may_leave)

    async def restart(self, device_id: str, may_leave: MayLeave = always) -> None:
        """Ask the device to start anew.

        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-rebootnow
        """
        await self._ask(device_id, "rebootNow", may_leave=may_leave)

    async def locate(self, device_id: str, may_leave: MayLeave = always) -> None:
        """Ask where the device is; its answer is in ``details``.

        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-locatedevice
        """
        await self._ask(device_id, "locateDevice", may_leave=may_leave)

    async def retire(self, device_id: str, may_leave: MayLeave = always) -> None:
        """Take the device out of management, and what belongs to the organisation off it.

        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-retire
        """
        await self._ask(device_id, "retire", may_leave=may_leave)

    async def wipe(
        self,
        device_id: str,
        choices: WipeChoices,
        may_leave: MayLeave = always,
        *,
        platform: Platform = Platform.UNKNOWN,
    ) -> None:
        """Reset the device to what it was when new; ``platform`` decides which choices count.

        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-wipe
        """
        await self._ask(device_id, "wipe", wipe_body(choices, platform), may_leave=may_leave)

    async def rename(self, device_id: str, name: str, may_leave: MayLeave = always) -> None:
        """Give the device another name, in the way the organisation has set.

        Raises: NotPermitted, and nothing is sent, where it has set none.
        Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-setdevicename
        (beta); https://learn.microsoft.com/graph/api/intune-devices-manageddevice-update
        """
        if self._rename_way is RenameWay.DEVICE_NAME:
            body = {"deviceName": name}
            await self._ask(device_id, "setDeviceName", body, beta=True, may_leave=may_leave)
        elif self._rename_way is RenameWay.MANAGEMENT_NAME:
            body = {"managedDeviceName": name}
            await self._client.patch_once(_path(device_id), body, may_leave=may_leave)
        else:
            error = NotPermitted(code="renameOff")
            error.is_unsent = True
            raise error

    async def _add(self, found: dict[str, Device], devices: Iterable[WireDevice]) -> None:
        for wire in devices:
            _keep_newer(found, device_of(wire, way=self._rename_way))

    async def _ask(
        self,
        device_id: str,
        action: str,
        body: Mapping[str, object] | None = None,
        *,
        beta: bool = False,
        may_leave: MayLeave,
    ) -> None:
        path = f"{_path(device_id)}/{action}"
        await self._client.post_once(path, body, beta=beta, may_leave=may_leave)


def _path(device_id: str) -> str:
    return f"/deviceManagement/managedDevices/{quote(device_id, safe='')}"


def _keep_newer(found: dict[str, Device], device: Device) -> None:
    known = found.get(device.device_id)
    if known is None or _is_newer(device, known):
        found[device.device_id] = device


def _is_newer(device: Device, known: Device) -> bool:
    if device.last_sync_at is None:
        return False
    return known.last_sync_at is None or device.last_sync_at > known.last_sync_at
