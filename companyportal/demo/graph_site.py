"""The pretend Graph: the v1.0 paths that the program uses, with v1.0 shapes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aiohttp import web

from companyportal.demo import beta_shapes, graph_query, shapes
from companyportal.demo.actions_site import ActionsSite
from companyportal.demo.callers import Callers
from companyportal.demo.compliance_site import ComplianceSite
from companyportal.demo.entra_devices_site import EntraDevicesSite
from companyportal.demo.graph_error import bad_request
from companyportal.demo.odd_values import bent_device, bent_page
from companyportal.demo.organisation_site import OrganisationSite
from companyportal.demo.recovery_site import RecoverySite
from companyportal.demo.tenant import Tenant
from companyportal.demo.tokens import TokenDesk

_READ = "DeviceManagementManagedDevices.Read.All"


class GraphSite:
    """Answers programs over HTTPS, for the person of their access token only."""

    def __init__(self, tenant: Tenant, desk: TokenDesk, *, service: str, authority: str) -> None:
        self._tenant = tenant
        self._callers = Callers(tenant, desk, authority=authority)
        self._service = service

    def routes(self) -> list[web.RouteDef]:
        """What this site and its neighbours answer; what nobody knows comes last."""
        devices = "/{version:v1\\.0|beta}/deviceManagement/managedDevices"
        return [
            web.get("/{version:v1\\.0|beta}/me/managedDevices", self._devices),
            web.get(devices, self._devices),
            web.get(f"{devices}/{{device_id}}", self._device),
            *ActionsSite(self._tenant, self._callers).routes(),
            *RecoverySite(self._tenant, self._callers, service=self._service).routes(),
            *EntraDevicesSite(self._tenant, self._callers, service=self._service).routes(),
            *OrganisationSite(self._tenant, self._callers, service=self._service).routes(),
            *ComplianceSite(self._tenant, self._callers).routes(),
            web.route("*", "/{version}/{rest:.*}", self._nothing),
        ]

    def user_of(self, request: web.Request) -> str:
        """The username behind a request's token; empty where the token is not good."""
        return self._callers.name_of(request)

    async def _devices(self, request: web.Request) -> web.Response:
        person = self._callers.caller(request, _READ)
        query = request.query
        graph_query.check_options(query)
        is_beta = _is_beta(request)
        known = beta_shapes.blank_device() if is_beta else shapes.blank_device()
        names = graph_query.selected(query, known, "managedDevice")
        conditions = graph_query.conditions(query, shapes.TEXTS)
        start, length = graph_query.page_bounds(query)
        boot_s = self._tenant.clock.boot_s()
        wanted = self._tenant.enrolled_of(person)
        if conditions:  # else only the page itself is made, of however many there are
            wanted = [d for d in wanted if graph_query.matches(d.to_graph(boot_s), conditions)]
        on_page = (
            device.to_graph(boot_s, is_beta=is_beta) for device in wanted[start : start + length]
        )
        page = [graph_query.narrowed(item, names) for item in on_page]
        body = self._context("deviceManagement/managedDevices", is_beta=is_beta)
        body["@odata.count"] = len(page)
        if link := self._next_link(request, start, length, len(wanted)):
            body["@odata.nextLink"] = link
        body["value"] = bent_page(self._tenant, page)
        return self._json(body)

    async def _device(self, request: web.Request) -> web.Response:
        device = self._callers.own_device(request, _READ)
        graph_query.check_options(request.query, ("$select",))
        boot_s = self._tenant.clock.boot_s()
        is_beta = _is_beta(request)
        item = device.to_graph(boot_s, is_beta=is_beta)
        names = graph_query.selected(request.query, item, "managedDevice")
        narrowed = bent_device(self._tenant, graph_query.narrowed(item, names))
        context = self._context("deviceManagement/managedDevices/$entity", is_beta=is_beta)
        return self._json({**context, **narrowed})

    async def _nothing(self, request: web.Request) -> web.Response:
        version = request.match_info["version"]
        if version not in ("v1.0", "beta"):
            raise bad_request(f"Invalid version: {version}")
        self._callers.caller(request)
        segment = request.match_info["rest"].rpartition("/")[2]
        raise bad_request(f"Resource not found for the segment '{segment}'.")

    def _next_link(self, request: web.Request, start: int, length: int, total: int) -> str:
        base = f"{self._service.removesuffix('/v1.0')}{request.path}"
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

    def _context(self, what: str, *, is_beta: bool = False) -> dict[str, Any]:
        root = self._service.removesuffix("/v1.0")
        return {"@odata.context": f"{root}/{'beta' if is_beta else 'v1.0'}/$metadata#{what}"}

    def _json(self, body: Mapping[str, Any]) -> web.Response:
        return web.json_response(body, headers={"Cache-Control": "private"})


def _is_beta(request: web.Request) -> bool:
    return request.path.startswith("/beta/")
