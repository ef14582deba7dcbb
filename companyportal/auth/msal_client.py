"""MSAL for one organisation, with our HTTP session and our checks.

Everything here blocks for a bounded time and is called in a thread.

The module is imported where it is used, because MSAL costs time at start.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msal

from companyportal.auth.border import MSAL_REFUSED, at_border, refusal, silent_refusal
from companyportal.auth.http_session import IdentityHttpSession
from companyportal.auth.id_token import Claims, validate
from companyportal.auth.key_set import fetch_keys
from companyportal.clock import Clock
from companyportal.domain import Person
from companyportal.endpoints import Endpoints
from companyportal.errors import (
    SignInFailed,
    SignInNotFresh,
    SignInRequired,
    Throttled,
    TokenInvalid,
)

_CAPABILITIES = ["cp1"]
"""The program can answer a claims challenge. Source:
https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation
"""
_TALKATIVE = ("msal", "urllib3", "requests")
_OTHER_SITES = {"login.microsoftonline.com": ("https://login.microsoft.com",)}
"""Sites that answer for an authority: Microsoft shows security keys on another host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeemed:
    """A code that became tokens, and the times around it; see gate.Evidence."""

    claims: Claims
    served_at: int
    boot_sent: float
    boot_received: float


class MsalClient:
    """One PublicClientApplication and its cache in memory; never a broker.

    A broker answers a re-authentication from its own cache, without asking anybody.

    Raises, from the constructor on: Offline, ServiceFailed, CaptivePortal, ForeignAddress,
    SignInFailed
    """

    def __init__(self, endpoints: Endpoints, clock: Clock, cache_text: str = "") -> None:
        for name in _TALKATIVE:
            # Below WARNING MSAL writes authorization codes and PKCE verifiers.
            logging.getLogger(name).setLevel(logging.WARNING)
        self._endpoints = endpoints
        self._clock = clock
        self._cache = msal.SerializableTokenCache()
        with suppress(ValueError):
            self._cache.deserialize(cache_text)
        self._http, self._app = at_border(self._connected)

    def _connected(self) -> tuple[IdentityHttpSession, Any]:
        endpoints = self._endpoints
        try:
            http = IdentityHttpSession(
                endpoints.authority, ca_file=endpoints.ca_file, clock=self._clock
            )
        except OSError:
            raise SignInFailed(code="ca_file") from None
        app = msal.PublicClientApplication(
            endpoints.client_id,
            authority=endpoints.authority,
            # The authority comes from the configuration, so nobody else is asked about it.
            instance_discovery=False,
            client_capabilities=_CAPABILITIES,
            http_client=http,
            token_cache=self._cache,
        )
        return http, app

    @property
    def sites(self) -> tuple[str, ...]:
        """The origins whose pages may bring the browser's answer."""
        return _sites(self._endpoints.authority, self._app.authority.authorization_endpoint)

    def start(self, redirect_uri: str, wishes: Mapping[str, Any]) -> dict[str, Any]:
        """A new flow: ``auth_uri``, ``state`` and MSAL's secrets. Sends nothing.

        ``wishes``: prompt, login_hint, max_age, claims_challenge.
        """
        flow: dict[str, Any] = self._app.initiate_auth_code_flow(
            list(self._endpoints.scopes),
            redirect_uri=redirect_uri,
            response_mode="form_post",
            **wishes,
        )
        # MSAL would measure with the wall clock and 120 s to spare; the gate measures better.
        flow.pop("max_age", None)
        return flow

    def redeem(self, flow: dict[str, Any], fields: dict[str, str]) -> Redeemed:
        """Turn the browser's answer into tokens and validate the ID token.

        Raises: SignInCancelled, SignInFailed, TokenInvalid, SignInNotFresh, Offline, …
        """
        if "code" not in fields:
            raise refusal(fields)
        keys = at_border(lambda: fetch_keys(self._http, self._endpoints.authority))
        boot_sent = self._clock.boot_s()
        token, is_refused = self._id_token(flow, fields)
        boot_received = self._clock.boot_s()
        served_at = self._http.served_at
        if served_at is None:
            raise TokenInvalid(code="date")
        claims = validate(
            token,
            keys=keys,
            client_id=self._endpoints.client_id,
            issuer=_issuer(self._endpoints),
            tenant_id=self._endpoints.tenant_id,
            nonce=parse_qs(urlsplit(flow["auth_uri"]).query)["nonce"][0],
            now_s=served_at,
        )
        if is_refused:
            raise SignInNotFresh(code="msal")
        return Redeemed(
            claims=claims,
            served_at=served_at,
            boot_sent=boot_sent,
            boot_received=boot_received,
        )

    def _id_token(self, flow: dict[str, Any], fields: dict[str, str]) -> tuple[str, bool]:
        """The raw ID token, and whether MSAL's own checks refused it.

        Where MSAL refuses, it has already put the tokens into the cache.
        """
        try:
            result = at_border(lambda: self._app.acquire_token_by_auth_code_flow(flow, fields))
        except SignInFailed as error:
            if error.code != MSAL_REFUSED:
                # What MSAL cannot read at this point is the ID token.
                raise TokenInvalid(code="malformed") from None
            found = list(self._cache.search(msal.TokenCache.CredentialType.ID_TOKEN))
            return (found[0]["secret"] if found else "", True)
        if "error" in result:
            raise self._throttled() or refusal(result)
        return (result.get("id_token", ""), False)

    def silent(self, person: Person, *, claims: str, renew: bool) -> str:
        """An access token without asking anybody.

        MSAL answers a failing call that is repeated within 60 s without asking the provider.

        Raises: SignInRequired, Throttled, Offline, …
        """
        account = self._account_of(person)
        result = at_border(
            lambda: self._app.acquire_token_silent_with_error(
                list(self._endpoints.scopes),
                account=account,
                force_refresh=renew,
                claims_challenge=claims or None,
            )
        )
        if result is None:
            raise SignInRequired(code="no_token")
        if "error" in result:
            raise self._throttled() or silent_refusal(result)
        identity = result.get("id_token_claims")
        if isinstance(identity, dict) and str(identity.get("oid")).casefold() != person.user_id:
            self.forget()
            raise TokenInvalid(code="subject")
        token: str = result["access_token"]
        return token

    def changed_text(self) -> str | None:
        """The cache as text, where it has changed since it was last asked for."""
        return self._cache.serialize() if self._cache.has_state_changed else None

    def forget(self) -> None:
        """Drop every account and token, and the connections."""
        self._cache.deserialize("")
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _account_of(self, person: Person) -> dict[str, Any]:
        for account in at_border(self._app.get_accounts):
            if (account.get("local_account_id") or "").casefold() == person.user_id:
                found: dict[str, Any] = account
                return found
        raise SignInRequired(code="no_account")

    def _throttled(self) -> Throttled | None:
        if self._http.token_status != 429:
            return None
        return Throttled(status=429, retry_after_s=self._http.retry_after_s)


def _issuer(endpoints: Endpoints) -> str:
    """Source: https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference"""
    parts = urlsplit(endpoints.authority)
    return f"{parts.scheme}://{parts.netloc}/{endpoints.tenant_id.lower()}/v2.0"


def _sites(authority: str, authorization_endpoint: str) -> tuple[str, ...]:
    found = []
    for address in (authority, authorization_endpoint):
        parts = urlsplit(address)
        found.append(f"{parts.scheme}://{parts.netloc}")
    return (*found, *_OTHER_SITES.get(urlsplit(authority).hostname or "", ()))
