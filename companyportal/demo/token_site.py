"""The part of the pretend identity provider that programs talk to: discovery, keys and tokens.

Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
"""

from __future__ import annotations

import uuid
from typing import Any

from aiohttp import web

from companyportal.demo.signing import Signer
from companyportal.demo.tenant import Tenant
from companyportal.demo.tokens import TokenDesk, TokenRefused

_GRANTS = ("authorization_code", "refresh_token")


class TokenSite:
    """Answers programs over HTTPS."""

    def __init__(
        self, tenant: Tenant, signer: Signer, desk: TokenDesk, *, authority: str, pages: str
    ) -> None:
        self._tenant = tenant
        self._signer = signer
        self._desk = desk
        self._authority = authority
        self._pages = pages

    def routes(self) -> list[web.RouteDef]:
        """What this site answers."""
        base = f"/{self._tenant.organisation.tenant_id}"
        return [
            web.get(f"{base}/v2.0/.well-known/openid-configuration", self._discovery),
            web.get(f"{base}/discovery/v2.0/keys", self._keys),
            web.post(f"{base}/oauth2/v2.0/token", self._token),
        ]

    async def _discovery(self, request: web.Request) -> web.Response:
        base, pages = self._authority, f"{self._pages}/{self._tenant.organisation.tenant_id}"
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": f"{pages}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
                "end_session_endpoint": f"{pages}/oauth2/v2.0/logout",
                "jwks_uri": f"{base}/discovery/v2.0/keys",
                "response_types_supported": ["code"],
                "response_modes_supported": ["query", "form_post"],
                "subject_types_supported": ["pairwise"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "scopes_supported": ["openid", "profile", "email", "offline_access"],
                "token_endpoint_auth_methods_supported": ["none"],
                "code_challenge_methods_supported": ["S256"],
                "tenant_region_scope": "EU",
            }
        )

    async def _keys(self, request: web.Request) -> web.Response:
        return web.json_response(self._signer.jwks())

    async def _token(self, request: web.Request) -> web.Response:
        form = {name: str(value) for name, value in (await request.post()).items()}
        if self._tenant.faults.strikes("slow-token"):
            await self._tenant.clock.sleep(self._tenant.latency_s)
        try:
            return web.json_response(self._redeem(form), headers={"Cache-Control": "no-store"})
        except TokenRefused as error:
            return self._refused(error)

    def _redeem(self, form: dict[str, str]) -> dict[str, Any]:
        if form.get("client_id", "").lower() != self._tenant.organisation.client_id:
            raise TokenRefused("unauthorized_client", 700016, "There is no such application.")
        grant_type = form.get("grant_type", "")
        if grant_type not in _GRANTS:
            raise TokenRefused("unsupported_grant_type", 70003, "This grant is not supported.")
        if grant_type == "refresh_token":
            return self._desk.redeem_refresh(form)
        return self._desk.redeem_code(form)

    def _refused(self, error: TokenRefused) -> web.Response:
        """An OAuth error as Entra writes it."""
        trace_id, correlation_id = str(uuid.uuid4()), str(uuid.uuid4())
        moment = self._tenant.clock.now().strftime("%Y-%m-%d %H:%M:%SZ")
        text = (
            f"AADSTS{error.number}: {error.text} Trace ID: {trace_id} "
            f"Correlation ID: {correlation_id} Timestamp: {moment}"
        )
        body = {
            "error": error.error,
            "error_description": text,
            "error_codes": [error.number],
            "timestamp": moment,
            "trace_id": trace_id,
            "correlation_id": correlation_id,
        }
        return web.json_response(body, status=400, headers={"Cache-Control": "no-store"})
