"""The organisation and the person at the pretend Graph: brand, directory, sign-in page, photo.

Source: https://learn.microsoft.com/graph/api/organizationalbranding-get,
https://learn.microsoft.com/graph/api/organization-get and
https://learn.microsoft.com/graph/api/profilephoto-get
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from aiohttp import web

from companyportal.demo import graph_query
from companyportal.demo.callers import Callers
from companyportal.demo.graph_bodies import brand_body, user_body
from companyportal.demo.graph_error import GraphError
from companyportal.demo.odd_values import bent_item
from companyportal.demo.organisation_bodies import branding_body, directory_body, profile_body
from companyportal.demo.portrait import portrait
from companyportal.demo.tenant import Tenant

_BRAND = "DeviceManagementApps.Read.All"
_ME = "User.Read"
_PICTURES = ("OrganizationalBranding.Read.All", "Organization.Read.All")
"""The program does not ask for them; an organisation may have consented to one all the same."""
_SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


class OrganisationSite:
    """Tells everybody about the organisation, and each person about themselves."""

    def __init__(self, tenant: Tenant, callers: Callers, *, service: str) -> None:
        self._tenant = tenant
        self._callers = callers
        self._service = service

    def routes(self) -> list[web.RouteDef]:
        """What this site answers."""
        branding = "/v1.0/organization/{id}/branding"
        place = f"{branding}/localizations/{{locale}}"
        return [
            web.get("/v1.0/me", self._me),
            web.get("/v1.0/me/photo/$value", self._photo),
            web.get("/v1.0/organization", self._directory),
            web.get(branding, self._branding),
            web.get(place, self._branding),
            web.get(f"{place}/{{name:squareLogo|squareLogoDark|bannerLogo}}", self._logo),
            web.get("/v1.0/deviceManagement", self._management),
            web.get("/v1.0/deviceManagement/intuneBrand", self._brand),
            web.get("/beta/deviceManagement/intuneBrandingProfiles", self._profiles),
        ]

    async def _me(self, request: web.Request) -> web.Response:
        person = self._callers.caller(request, _ME)
        if self._tenant.faults.strikes("other-me"):
            person = self._tenant.other_than(person)
        return self._selected(request, self._bent(user_body(person)), "user", "users/$entity")

    async def _photo(self, request: web.Request) -> web.Response:
        person = self._callers.caller(request, _ME)
        if not person.photo_color or self._tenant.faults.strikes("no-photo"):
            raise GraphError(404, "ImageNotFound", "The photo wasn't found.")
        # Drawing takes three frames of the window that may be in the same process.
        return self._picture(await asyncio.to_thread(portrait, person.photo_color))

    async def _directory(self, request: web.Request) -> web.Response:
        self._callers.caller(request, _ME)
        body = self._bent(directory_body(self._tenant.organisation))
        graph_query.check_options(request.query, ("$select",))
        names = graph_query.selected(request.query, body, "organization")
        found = {"value": [graph_query.narrowed(body, names)]}
        return self._json({**self._context("organization"), **found})

    async def _branding(self, request: web.Request) -> web.Response:
        self._check_branding(request, _ME)
        body = branding_body(self._tenant.organisation)
        what = "organizationalBrandingLocalization"
        return self._selected(request, body, what, "organization/branding/localizations/$entity")

    async def _logo(self, request: web.Request) -> web.Response:
        self._check_branding(request, *_PICTURES)
        if not self._tenant.organisation.support.logo:
            raise _no_branding()
        return self._picture(self._tenant.organisation.support.logo)

    async def _management(self, request: web.Request) -> web.Response:
        self._callers.caller(request, _BRAND)
        tenant_id = self._tenant.organisation.tenant_id
        management = {"id": tenant_id, "intuneBrand": self._brand_body()}
        return self._selected(request, management, "deviceManagement", "deviceManagement/$entity")

    async def _brand(self, request: web.Request) -> web.Response:
        self._callers.caller(request, _BRAND)
        return self._json({**self._context("deviceManagement/intuneBrand"), **self._brand_body()})

    async def _profiles(self, request: web.Request) -> web.Response:
        self._callers.caller(request, _BRAND)
        is_blocked = self._tenant.faults.strikes("blocked-actions")
        body = profile_body(self._tenant.organisation, is_blocked=is_blocked)
        graph_query.check_options(request.query, ("$select",))
        names = graph_query.selected(request.query, body, "intuneBrandingProfile")
        found = {"value": [graph_query.narrowed(body, names)]}
        return self._json({**self._context("deviceManagement/intuneBrandingProfiles"), **found})

    def _check_branding(self, request: web.Request, *permissions: str) -> None:
        """Raises: GraphError where there is nothing to see, or nobody to show it to."""
        self._callers.caller(request, *permissions)
        is_here = request.match_info["id"].lower() == self._tenant.organisation.tenant_id
        is_default = request.match_info.get("locale", "0") in ("0", "default")
        if not (is_here and is_default) or self._tenant.faults.strikes("no-branding"):
            raise _no_branding()

    def _brand_body(self) -> dict[str, Any]:
        return self._bent(brand_body(self._tenant.organisation))

    def _bent(self, body: dict[str, Any]) -> dict[str, Any]:
        return bent_item(self._tenant, body)

    def _picture(self, content: bytes) -> web.Response:
        """One that claims to be a PNG."""
        body = _SVG if self._tenant.faults.strikes("svg-pictures") else content
        return web.Response(body=body, content_type="image/png")

    def _selected(
        self, request: web.Request, body: dict[str, Any], kind: str, context: str
    ) -> web.Response:
        graph_query.check_options(request.query, ("$select",))
        names = graph_query.selected(request.query, body, kind)
        return self._json({**self._context(context), **graph_query.narrowed(body, names)})

    def _context(self, what: str) -> dict[str, Any]:
        return {"@odata.context": f"{self._service}/$metadata#{what}"}

    def _json(self, body: Mapping[str, Any]) -> web.Response:
        return web.json_response(body, headers={"Cache-Control": "private"})


def _no_branding() -> GraphError:
    return GraphError(404, "Request_ResourceNotFound", "Resource not found.")
