"""Everything that can be asked of a device at the pretend Graph, v1.0 and beta.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-manageddevice
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from companyportal.demo.action_bodies import members_of
from companyportal.demo.callers import Callers
from companyportal.demo.cut import CutOff
from companyportal.demo.devices import DemoDevice
from companyportal.demo.graph_error import GraphError, approval_required, internal
from companyportal.demo.tenant import AlreadyAsked, CannotDo, Post, Tenant

_CHANGE = "DeviceManagementManagedDevices.PrivilegedOperations.All"
_WRITE = "DeviceManagementManagedDevices.ReadWrite.All"
_APPROVED = ("retire", "wipe")
"""What the fault ``approval-required`` keeps for a second administrator."""
_V1 = "resetPasscode|remoteLock|syncDevice|retire|wipe|rebootNow|locateDevice"


class ActionsSite:
    """Takes each request once; the device answers later."""

    def __init__(self, tenant: Tenant, callers: Callers) -> None:
        self._tenant = tenant
        self._callers = callers

    def routes(self) -> list[web.RouteDef]:
        """What this site answers; the beta alone can rename."""
        device = "deviceManagement/managedDevices/{device_id}"
        return [
            web.post(f"/v1.0/{device}/{{action:{_V1}}}", self._action),
            web.post(f"/beta/{device}/{{action:{_V1}|setDeviceName}}", self._action),
            web.get(f"/beta/{device}/getSyncStatus()", self._sync_status),
            web.patch(f"/{{version:v1\\.0|beta}}/{device}", self._change),
        ]

    async def _action(self, request: web.Request) -> web.Response:
        name = request.match_info["action"]
        more = (_WRITE,) if name == "wipe" else ()
        device = self._callers.own_device(request, _CHANGE, *more)
        body = await members_of(request, name)
        self._refuse(name)
        self._ask(device, name, body)
        return self._taken(request, device, web.Response(status=204))

    async def _change(self, request: web.Request) -> web.Response:
        device = self._callers.own_device(request, _WRITE)
        body = await members_of(request, "managedDevice")
        self._refuse("managedDevice")
        if "managedDeviceName" in body:
            device.managed_name = str(body["managedDeviceName"])
        is_beta = request.match_info["version"] == "beta"
        changed = device.to_graph(self._tenant.clock.boot_s(), is_beta=is_beta)
        return self._taken(request, device, web.json_response(changed))

    async def _sync_status(self, request: web.Request) -> web.Response:
        """A deviceSyncStatusResponse: how the last sync went."""
        device = self._callers.own_device(request, _CHANGE)
        return web.json_response(device.sync_status(self._tenant.clock.boot_s()))

    def _refuse(self, name: str) -> None:
        """What goes wrong before anything is carried out."""
        faults = self._tenant.faults
        for fault, status in (("approval-required", 403), ("approval-required-400", 400)):
            if name in _APPROVED and faults.strikes(fault):
                raise approval_required(status)
        if faults.strikes("post-500"):
            raise internal()

    def _ask(self, device: DemoDevice, name: str, body: Mapping[str, Any]) -> None:
        try:
            self._tenant.ask(device, name, body)
        except CannotDo:
            message = f"{name[0].upper()}{name[1:]} is not supported for this device."
            raise GraphError(400, "BadRequest", message, is_intune=True) from None
        except AlreadyAsked:
            message = "An action of this kind is already pending on the device."
            raise GraphError(409, "Conflict", message, is_intune=True) from None

    def _taken(
        self, request: web.Request, device: DemoDevice, answer: web.Response
    ) -> web.Response:
        """Write it down; then lose the answer, where that is the fault of the day."""
        faults = self._tenant.faults
        user = device.owner.username
        self._tenant.taken.append(Post(request.path, device.device_id, user))
        if faults.strikes("post-500-after-accept"):
            raise internal()
        if faults.strikes("post-reset-after-accept"):
            raise CutOff
        return answer
