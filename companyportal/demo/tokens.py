"""Codes, refresh tokens and access tokens: what was given to whom, for what, and until when."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from companyportal.demo.organisation import DemoPerson
from companyportal.demo.signing import LIFETIME_S, Signer, base64url
from companyportal.demo.tenant import Tenant

CODE_LIFETIME_S = 600
OPENID_SCOPES = frozenset({"openid", "profile", "email", "offline_access"})
GRAPH_SCOPES = frozenset(
    {
        "DeviceManagementManagedDevices.PrivilegedOperations.All",
        "DeviceManagementManagedDevices.Read.All",
        "DeviceManagementManagedDevices.ReadWrite.All",
        "DeviceManagementConfiguration.Read.All",
        "DeviceManagementApps.Read.All",
        "BitlockerKey.ReadBasic.All",
        "BitlockerKey.Read.All",
        "User.Read",
    }
)


class TokenRefused(Exception):
    """An OAuth error of the token endpoint, with Entra's number."""

    def __init__(self, error: str, number: int, text: str) -> None:
        super().__init__(error)
        self.error = error
        self.number = number
        self.text = text


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a person allowed at one sign-in."""

    person: DemoPerson
    auth_time: int
    client_id: str
    scopes: tuple[str, ...]
    redirect_uri: str = ""
    nonce: str = ""
    code_challenge: str = ""
    claims: str = ""
    """What the sign-in page was asked for, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessToken:
    """What Graph learns from an access token."""

    person: DemoPerson
    permissions: frozenset[str]
    expires_at: int
    has_claims: bool
    """Asked for with the claims of a challenge."""
    is_stepped_up: bool
    """The person signed in for a challenge, which no refresh can make up for."""


class TokenDesk:
    """Hands out and takes back everything but ID tokens, which the signer makes."""

    def __init__(self, tenant: Tenant, signer: Signer, issuer: str) -> None:
        self._tenant = tenant
        self._signer = signer
        self._issuer = issuer
        self._codes: dict[str, tuple[Grant, int]] = {}
        self._spent: set[str] = set()
        self._refresh: dict[str, Grant] = {}
        self._access: dict[str, AccessToken] = {}

    def new_code(self, grant: Grant) -> str:
        """A code for one use within ten minutes."""
        code = self._tenant.mint("CODE")
        self._codes[code] = (grant, self._tenant.now_s() + CODE_LIFETIME_S)
        return code

    def redeem_code(self, form: dict[str, str]) -> dict[str, Any]:
        """The token response for a code.

        Raises: TokenRefused.
        """
        code = form.get("code", "")
        if code in self._spent:
            raise TokenRefused("invalid_grant", 54005, "The code was already redeemed.")
        if code not in self._codes:
            raise TokenRefused("invalid_grant", 9002313, "The code is malformed or invalid.")
        grant, expires_at = self._codes.pop(code)
        self._spent.add(code)
        if self._tenant.now_s() > expires_at:
            raise TokenRefused("invalid_grant", 70008, "The code has expired.")
        if form.get("redirect_uri") != grant.redirect_uri:
            raise TokenRefused("invalid_grant", 50011, "The redirect URI is another one.")
        verifier = self._tenant.remember(form.get("code_verifier", ""))
        if _challenge(verifier) != grant.code_challenge:
            raise TokenRefused("invalid_grant", 501481, "The code verifier does not match.")
        if self._tenant.faults.strikes("other-person"):
            grant = replace(grant, person=self._tenant.other_than(grant.person))
        return self._response(grant, form)

    def redeem_refresh(self, form: dict[str, str]) -> dict[str, Any]:
        """The token response for a refresh token; the old one stays good, as at Entra.

        Raises: TokenRefused.
        """
        grant = self._refresh.get(form.get("refresh_token", ""))
        if grant is None:
            raise TokenRefused("invalid_grant", 9002313, "The refresh token is malformed.")
        if self._tenant.faults.strikes("revoked-refresh"):
            raise TokenRefused("invalid_grant", 50173, "The grant has been revoked.")
        scopes = tuple(form.get("scope", "").split()) or grant.scopes
        return self._response(replace(grant, scopes=scopes, nonce=""), form)

    def access(self, token: str) -> AccessToken | None:
        """What an access token allows; None where it is unknown."""
        return self._access.get(token)

    def _response(self, grant: Grant, form: dict[str, str]) -> dict[str, Any]:
        token = self._tenant.mint("AT")
        self._access[token] = AccessToken(
            person=grant.person,
            permissions=_permissions(grant.scopes),
            expires_at=self._tenant.now_s() + LIFETIME_S,
            has_claims=_asks_for(form.get("claims", ""), "nbf"),
            is_stepped_up=_asks_for(grant.claims, "acrs"),
        )
        response: dict[str, Any] = {
            "token_type": "Bearer",
            "scope": " ".join(scope for scope in grant.scopes if scope != "offline_access"),
            "expires_in": LIFETIME_S,
            "ext_expires_in": LIFETIME_S,
            "access_token": token,
        }
        if "offline_access" in grant.scopes:
            refresh = response["refresh_token"] = self._tenant.mint("RT")
            self._refresh[refresh] = grant
        if "openid" in grant.scopes:
            response["id_token"] = self._signer.id_token(
                grant.person,
                issuer=self._issuer,
                client_id=grant.client_id,
                auth_time=grant.auth_time,
                nonce=grant.nonce,
            )
        if form.get("client_info") == "1":
            response["client_info"] = self._client_info(grant.person)
        return response

    def _client_info(self, person: DemoPerson) -> str:
        """Who it is, as MSAL wants to know without looking into a token."""
        info = {"uid": person.user_id, "utid": self._tenant.organisation.tenant_id}
        return base64url(json.dumps(info).encode())


def unknown_scopes(scopes: tuple[str, ...], origin: str) -> list[str]:
    """The scopes that this organisation does not offer."""
    return [
        scope
        for scope in scopes
        if scope not in OPENID_SCOPES
        and scope.removeprefix(f"{origin}/") not in GRAPH_SCOPES | {".default"}
    ]


def challenge_claims(name: str = "nbf", value: str = "1700000000") -> str:
    """The claims that Graph asks for in a challenge, base64 as in WWW-Authenticate."""
    claims = {"access_token": {name: {"essential": True, "value": value}}}
    return base64.b64encode(json.dumps(claims).encode()).decode("ascii")


def _permissions(scopes: tuple[str, ...]) -> frozenset[str]:
    names = {scope.rpartition("/")[2] for scope in scopes}
    return GRAPH_SCOPES if ".default" in names else GRAPH_SCOPES & names


def _asks_for(claims: str, name: str) -> bool:
    """True where the client passed the challenge on; its capabilities alone do not count."""
    try:
        asked = json.loads(claims or "{}").get("access_token", {})
    except (ValueError, AttributeError):
        return False
    return isinstance(asked, dict) and name in asked


def _challenge(verifier: str) -> str:
    """PKCE S256. Source: https://www.rfc-editor.org/rfc/rfc7636#section-4.2"""
    return base64url(hashlib.sha256(verifier.encode()).digest())
