"""The recovery keys of encrypted disks: BitLocker's at Entra, FileVault's at the beta of Intune.

Source: https://learn.microsoft.com/graph/api/bitlocker-list-recoverykeys
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from companyportal.demo import graph_query, shapes
from companyportal.demo.callers import Callers
from companyportal.demo.device_record import FILE_VAULT
from companyportal.demo.device_secrets import DemoKey
from companyportal.demo.devices import DemoDevice
from companyportal.demo.graph_error import GraphError, bad_request, forbidden
from companyportal.demo.tenant import Tenant

_LIST = ("BitlockerKey.ReadBasic.All", "BitlockerKey.Read.All")
_KEY = "BitlockerKey.Read.All"
_FILE_VAULT = (
    "DeviceManagementConfiguration.Read.All",
    "DeviceManagementConfiguration.ReadWrite.All",
    "DeviceManagementManagedDevices.Read.All",
    "DeviceManagementManagedDevices.ReadWrite.All",
)
_NAMES = ("id", "createdDateTime", "deviceId", "volumeType", "key")


class RecoverySite:
    """Hands keys only to the person whose device it is."""

    def __init__(self, tenant: Tenant, callers: Callers, *, service: str) -> None:
        self._tenant = tenant
        self._callers = callers
        self._service = service

    def routes(self) -> list[web.RouteDef]:
        """What this site answers."""
        keys = "/{version:v1\\.0|beta}/informationProtection/bitlocker/recoveryKeys"
        device = "/beta/deviceManagement/managedDevices/{device_id}"
        return [
            web.get(keys, self._list),
            web.get(f"{keys}/{{key_id}}", self._one),
            web.get(f"{device}/getFileVaultKey()", self._file_vault),
            web.get(f"{device}/getFileVaultKey", self._file_vault),
        ]

    async def _list(self, request: web.Request) -> web.Response:
        person = self._callers.caller(request, *_LIST)
        self._check(request)
        # Source: the reference, which says that $top is not supported here.
        graph_query.check_options(request.query, ("$filter", "$skiptoken"))
        wanted = graph_query.conditions(request.query, ("deviceId",))
        items = [
            _public(device, key)
            for device in self._tenant.devices_of(person)
            for key in self._keys(device)
            if key.volume != FILE_VAULT
        ]
        found = [item for item in items if graph_query.matches(item, wanted)]
        return self._json("informationProtection/bitlocker/recoveryKeys", {"value": found})

    async def _one(self, request: web.Request) -> web.Response:
        is_wanted = "key" in request.query.get("$select", "").split(",")
        person = self._callers.caller(request, *((_KEY,) if is_wanted else _LIST))
        self._check(request)
        graph_query.check_options(request.query, ("$select",))
        names = graph_query.selected(request.query, _NAMES, "bitlockerRecoveryKey")
        for device in self._tenant.devices_of(person):
            for key in self._keys(device):
                if key.key_id == request.match_info["key_id"].lower():
                    return self._key(device, key, names)
        raise GraphError(404, "NotFound", "The recovery key was not found.")

    async def _file_vault(self, request: web.Request) -> web.Response:
        device = self._callers.own_device(request, *_FILE_VAULT)
        self._check(request)
        for key in self._keys(device):
            if key.volume == FILE_VAULT:
                return self._json("Edm.String", {"value": key.key})
        message = "No FileVault key is escrowed for this device."
        raise GraphError(404, "ResourceNotFound", message, is_intune=True)

    def _check(self, request: web.Request) -> None:
        """The reference wants to know which program asks."""
        if self._tenant.faults.strikes("no-key-permission"):
            raise forbidden()
        if not request.headers.get("User-Agent"):
            raise bad_request("The User-Agent header is required.")

    def _key(self, device: DemoDevice, key: DemoKey, names: list[str] | None) -> web.Response:
        """One key; with its secret only where that was selected."""
        whole = {**_public(device, key), "key": key.key}
        shown = _public(device, key) if names is None else graph_query.narrowed(whole, names)
        return self._json("informationProtection/bitlocker/recoveryKeys/$entity", shown)

    def _keys(self, device: DemoDevice) -> tuple[DemoKey, ...]:
        """The device's keys; from now on tests look for them."""
        keys = device.recovery_keys()
        for key in keys:
            if key.key not in self._tenant.secrets:
                self._tenant.remember(key.key)
        return keys

    def _json(self, what: str, body: dict[str, Any]) -> web.Response:
        context = {"@odata.context": f"{self._service}/$metadata#{what}"}
        return web.json_response({**context, **body}, headers={"Cache-Control": "private"})


def _public(device: DemoDevice, key: DemoKey) -> dict[str, Any]:
    """A bitlockerRecoveryKey as lists have it: without the key."""
    return {
        "id": key.key_id,
        "createdDateTime": shapes.graph_time(key.created_at),
        "deviceId": device.entra_id,
        "volumeType": key.volume,
    }
