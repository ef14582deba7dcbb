"""The pretend Graph: the v1.0 paths that the program uses, with v1.0 shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from companyportal.demo import graph_query, shapes
from companyportal.demo.callers import Callers
from companyportal.demo.cut import CutOff
from companyportal.demo.graph_bodies import brand_body, user_body
from companyportal.demo.graph_error import GraphError, bad_request
from companyportal.demo.odd_values import bent_device, bent_item, bent_page
from companyportal.demo.tenant import AlreadyAsked, NoPasscode, Post, Tenant
from companyportal.demo.tokens import TokenDesk

_READ = "DeviceManagementManagedDevices.Read.All"
_CHANGE = "DeviceManagementManagedDevices.PrivilegedOperations.All"
_BRAND = "DeviceManagementApps.Read.All"
_ME = "User.Read"


class GraphSite:
    """Answers programs over HTTPS, for the person of their access token only."""

    def __init__(self, tenant: Tenant, desk: TokenDesk, *, service: str, authority: str) -> None:
        self._tenant = tenant
        self._callers = Callers(tenant, desk, authority=authority)
        self._service = service

    def routes(self) -> list[web.RouteDef]:
        """What this site answers."""
        device = "/v1.0/deviceManagement/managedDevices/{device_id}"
        return [
            web.get("/v1.0/me", self._me),
            web.get("/v1.0/me/managedDevices", self._devices),
            web.get("/v1.0/deviceManagement/managedDevices", self._devices),
            web.get(device, self._device),
            web.post(f"{device}/resetPasscode", self._reset_passcode),
            web.get("/v1.0/deviceManagement", self._management),
            web.get("/v1.0/deviceManagement/intuneBrand", self._brand),
            web.route("*", "/{version}/{rest:.*}", self._nothing),
        ]

    def user_of(self, request: web.Request) -> str:
        """The username behind a request's token; empty where the token is not good."""
        return self._callers.name_of(request)

    async def _me(self, request: web.Request) -> web.Response:
        person = self._callers.caller(request, _ME)
        user = user_body(person)
        graph_query.check_options(request.query, ("$select",))
        names = graph_query.selected(request.query, user, "user")
        return self._json({**self._context("users/$entity"), **graph_query.narrowed(user, names)})

    async def _devices(self, request: web.Request) -> web.Response:
        person = self._callers.caller(request, _READ)
        query = request.query
        graph_query.check_options(query)
        known = shapes.blank_device()
        names = graph_query.selected(query, known, "managedDevice")
        conditions = graph_query.conditions(query, shapes.TEXTS)
        start, length = graph_query.page_bounds(query)
        boot_s = self._tenant.clock.boot_s()
        wanted = self._tenant.devices_of(person)
        if conditions:  # else only the page itself is made, of however many there are
            wanted = [d for d in wanted if graph_query.matches(d.to_graph(boot_s), conditions)]
        on_page = (device.to_graph(boot_s) for device in wanted[start : start + length])
        page = [graph_query.narrowed(item, names) for item in on_page]
        body = self._context("deviceManagement/managedDevices")
        body["@odata.count"] = len(page)
        if link := self._next_link(request, start, length, len(wanted)):
            body["@odata.nextLink"] = link
        body["value"] = bent_page(self._tenant, page)
        return self._json(body)

    async def _device(self, request: web.Request) -> web.Response:
        device = self._callers.own_device(request, _READ)
        graph_query.check_options(request.query, ("$select",))
        item = device.to_graph(self._tenant.clock.boot_s())
        names = graph_query.selected(request.query, item, "managedDevice")
        narrowed = bent_device(self._tenant, graph_query.narrowed(item, names))
        return self._json({**self._context("deviceManagement/managedDevices/$entity"), **narrowed})

    async def _reset_passcode(self, request: web.Request) -> web.Response:
        device = self._callers.own_device(request, _CHANGE)
        faults = self._tenant.faults
        if faults.strikes("post-500"):
            raise _internal()
        try:
            self._tenant.reset_passcode(device)
        except NoPasscode:
            message = "ResetPasscode is not supported for this device."
            raise GraphError(400, "BadRequest", message, is_intune=True) from None
        except AlreadyAsked:
            message = "An action of this kind is already pending on the device."
            raise GraphError(409, "Conflict", message, is_intune=True) from None
        user = device.owner.username
        self._tenant.taken.append(Post(request.path, device.device_id, user))
        if faults.strikes("post-500-after-accept"):
            raise _internal()
        if faults.strikes("post-reset-after-accept"):
            raise CutOff
        return web.Response(status=204)

    async def _management(self, request: web.Request) -> web.Response:
        self._callers.caller(request, _BRAND)
        graph_query.check_options(request.query, ("$select",))
        management = {"id": self._tenant.organisation.tenant_id, "intuneBrand": self._brand_json()}
        names = graph_query.selected(request.query, management, "deviceManagement")
        body = graph_query.narrowed(management, names)
        return self._json({**self._context("deviceManagement/$entity"), **body})

    async def _brand(self, request: web.Request) -> web.Response:
        self._callers.caller(request, _BRAND)
        return self._json({**self._context("deviceManagement/intuneBrand"), **self._brand_json()})

    async def _nothing(self, request: web.Request) -> web.Response:
        version = request.match_info["version"]
        if version != "v1.0":
            raise bad_request(f"Invalid version: {version}")
        self._callers.caller(request)
        segment = request.match_info["rest"].rpartition("/")[2]
        raise bad_request(f"Resource not found for the segment '{segment}'.")

    def _next_link(self, request: web.Request, start: int, length: int, total: int) -> str:
        base = f"{self._service}{request.path.removeprefix('/v1.0')}"
        faults = self._tenant.faults
        if faults.strikes("loop-nextlink"):
            return graph_query.next_link(base, request.query, start)
        if faults.strikes("foreign-nextlink"):
            # Another origin that ends here as well: a client that follows it is seen by its Host.
            base = base.replace("//localhost:", "//127.0.0.1:", 1)
            return graph_query.next_link(base, request.query, start + length)
        if start + length >= total:
            return ""
        return graph_query.next_link(base, request.query, start + length)

    def _brand_json(self) -> dict[str, Any]:
        return bent_item(self._tenant, brand_body(self._tenant.organisation))

    def _context(self, what: str) -> dict[str, Any]:
        return {"@odata.context": f"{self._service}/$metadata#{what}"}

    def _json(self, body: Mapping[str, Any]) -> web.Response:
        return web.json_response(body, headers={"Cache-Control": "private"})


def _internal() -> GraphError:
    return GraphError(500, "InternalServerError", "An error has occurred.", is_intune=True)
