"""Who asks the pretend Graph, and whether they may: the token, its permissions, the own device."""

from __future__ import annotations

from aiohttp import web

from companyportal.demo.devices import DemoDevice
from companyportal.demo.graph_error import (
    GraphError,
    forbidden,
    not_consented,
    not_found,
    unauthorized,
)
from companyportal.demo.organisation import DemoPerson
from companyportal.demo.tenant import Tenant
from companyportal.demo.tokens import AccessToken, TokenDesk, challenge_claims

CHANGES = ("POST", "PATCH", "DELETE")
_ENDLESS = "claims-challenge-endless"


class Callers:
    """Tells each of the pretend Graph's sites who is asking."""

    def __init__(self, tenant: Tenant, desk: TokenDesk, *, authority: str) -> None:
        self._tenant = tenant
        self._desk = desk
        self._authority = authority

    def name_of(self, request: web.Request) -> str:
        """The username behind a request's token; empty where the token is not good."""
        token = self._desk.access(_bearer(request))
        return token.person.username if token else ""

    def caller(self, request: web.Request, *permissions: str) -> DemoPerson:
        """Whose token it is, if it is good for this: one of the permissions is enough.

        Raises: GraphError.
        """
        text = _bearer(request)
        token = self._desk.access(text)
        challenge = f'Bearer realm="", authorization_uri="{self._authority}/oauth2/v2.0/authorize"'
        if token is None:
            message = "IDX14100: JWT is not well formed." if text else "Access token is empty."
            raise unauthorized(message, challenge)
        if self._tenant.now_s() >= token.expires_at:
            raise unauthorized("Lifetime validation failed, the token is expired.", challenge)
        if claims := self._claims_wanted(request, token):
            more = f'{challenge}, error="insufficient_claims", claims="{claims}"'
            raise unauthorized("Continuous access evaluation resulted in challenge.", more)
        if self._tenant.faults.strikes("unauthorized-forbidden"):
            refusal = forbidden()
            raise GraphError(401, "UnknownError", refusal.message, is_intune=True)
        if self._tenant.faults.strikes("forbidden"):
            raise forbidden()
        if _is_intune(request.path):
            self._check_role()
        if permissions and token.permissions.isdisjoint(permissions):
            raise not_consented(permissions)
        return token.person

    def own_device(self, request: web.Request, *permissions: str) -> DemoDevice:
        """The device of the path, if it is the caller's and is still enrolled.

        Raises: GraphError.
        """
        person = self.caller(request, *permissions)
        device = self._tenant.device(person, request.match_info["device_id"])
        if device is None or self._tenant.faults.strikes("gone"):
            raise not_found()
        return device

    def _check_role(self) -> None:
        """Intune's own paths take a role, which most employees do not have."""
        if self._tenant.faults.strikes("no-role"):
            raise forbidden()
        if self._tenant.faults.strikes("no-role-401"):
            raise GraphError(401, "UnknownError", forbidden().message, is_intune=True)

    def _claims_wanted(self, request: web.Request, token: AccessToken) -> str:
        """The challenge for this request; empty where the token is good enough."""
        faults = self._tenant.faults
        if "step-up" in faults and request.method in CHANGES and not token.is_stepped_up:
            return challenge_claims("acrs", "c1")
        is_wanted = "claims-challenge" in faults and not token.has_claims
        return challenge_claims() if is_wanted or faults.strikes(_ENDLESS) else ""


def _is_intune(path: str) -> bool:
    return "/deviceManagement" in path or path.endswith("/managedDevices")


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
