"""The pretend directory: the devices of a person as Microsoft Entra knows them.

It knows more devices than Intune, one that somebody merely registered above all, and less about
each. Source: https://learn.microsoft.com/graph/api/resources/device
"""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from aiohttp import web

from companyportal.demo import graph_query, shapes
from companyportal.demo.callers import Callers
from companyportal.demo.devices import DemoDevice
from companyportal.demo.odd_values import bent_page
from companyportal.demo.organisation import DemoPerson
from companyportal.demo.tenant import Tenant

_ME = "User.Read"
_SYSTEMS = {"iOS": "IPhone", "iPadOS": "IPad", "macOS": "MacMDM"}
"""The directory's own texts for what Intune calls otherwise."""


class EntraDevicesSite:
    """Answers for the person of the access token only, whatever Intune lets them see."""

    def __init__(self, tenant: Tenant, callers: Callers, *, service: str) -> None:
        self._tenant = tenant
        self._callers = callers
        self._service = service

    def routes(self) -> list[web.RouteDef]:
        """What this site answers."""
        return [
            web.get("/v1.0/me/registeredDevices", self._registered),
            web.get("/v1.0/me/ownedDevices", self._owned),
        ]

    async def _registered(self, request: web.Request) -> web.Response:
        person = self._callers.caller(request, _ME)
        devices = [self._body(device) for device in self._tenant.devices_of(person)]
        if devices:
            devices.append(self._home_computer(person))
        return self._page(request, devices)

    async def _owned(self, request: web.Request) -> web.Response:
        """Nobody owns what many use."""
        person = self._callers.caller(request, _ME)
        devices = self._tenant.devices_of(person)
        return self._page(request, [self._body(device) for device in reversed(devices)])

    def _page(self, request: web.Request, devices: list[dict[str, Any]]) -> web.Response:
        graph_query.check_options(request.query, ("$select",))
        known = self._blank()
        names = graph_query.selected(request.query, known, "device")
        page = [
            {"@odata.type": "#microsoft.graph.device", **graph_query.narrowed(each, names)}
            for each in devices
        ]
        context = f"{self._service}/$metadata#directoryObjects"
        body = {"@odata.context": context, "value": bent_page(self._tenant, page)}
        return web.json_response(body, headers={"Cache-Control": "private"})

    def _body(self, device: DemoDevice) -> dict[str, Any]:
        managed = device.to_graph(self._tenant.clock.boot_s())
        state = managed["complianceState"]
        return self._blank() | {
            "id": str(uuid.uuid5(uuid.UUID(device.entra_id), "object")),
            "deviceId": device.entra_id,
            "displayName": managed["deviceName"],
            "manufacturer": managed["manufacturer"],
            "model": managed["model"],
            "operatingSystem": _SYSTEMS.get(managed["operatingSystem"], managed["operatingSystem"]),
            "operatingSystemVersion": managed["osVersion"],
            "isManaged": True,
            "isCompliant": state in ("compliant", "inGracePeriod"),
            "managementType": "MDM",
            "deviceOwnership": str(managed["managedDeviceOwnerType"]).capitalize(),
            "trustType": "Workplace",
            "approximateLastSignInDateTime": managed["lastSyncDateTime"],
            "registrationDateTime": managed["enrolledDateTime"],
        }

    def _home_computer(self, person: DemoPerson) -> dict[str, Any]:
        """Registered for signing in, never enrolled."""
        space = uuid.UUID(person.user_id)
        registered = self._tenant.clock.now() - timedelta(days=400)
        return self._blank() | {
            "id": str(uuid.uuid5(space, "home object")),
            "deviceId": str(uuid.uuid5(space, "home device")),
            "displayName": "HOME-PC",
            "operatingSystem": "Windows",
            "operatingSystemVersion": "10.0.22631.3593",
            "isManaged": None,
            "isCompliant": None,
            "trustType": "Workplace",
            "registrationDateTime": shapes.graph_time(registered),
        }

    def _blank(self) -> dict[str, Any]:
        """A device of which nothing is known."""
        names = (
            "id",
            "deviceId",
            "displayName",
            "manufacturer",
            "model",
            "operatingSystem",
            "operatingSystemVersion",
            "isManaged",
            "isCompliant",
            "managementType",
            "deviceOwnership",
            "enrollmentType",
            "profileType",
            "trustType",
            "approximateLastSignInDateTime",
            "registrationDateTime",
            "complianceExpirationDateTime",
        )
        return {"accountEnabled": True, **dict.fromkeys(names)}
