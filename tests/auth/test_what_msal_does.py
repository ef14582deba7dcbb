"""What the design takes for granted of MSAL and requests, so that an upgrade tells of a change.

Each of these is the reason for something in ``companyportal/auth``; where one fails after an
upgrade, look whether that something can go, or has become a hole.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msal
import pytest
import requests

from companyportal.auth.http_session import IdentityHttpSession
from companyportal.auth.quiet_thread import in_thread
from companyportal.clock import SystemClock
from tests.auth import token_forge as forge
from tests.auth.scripted_authority import Serve, base
from tests.auth.test_msal_client import discovery, token_answer
from tests.graph.raw_server import RawServer
from tests.proofs import threat

CREDENTIALS = msal.TokenCache.CredentialType


class Msal:
    """MSAL alone, with a cache that can be looked into."""

    def __init__(self, server: RawServer, ca_file: Path) -> None:
        self._server = server
        self.cache = msal.SerializableTokenCache()
        self.http = IdentityHttpSession(base(server), ca_file=ca_file, clock=SystemClock())
        self.app = msal.PublicClientApplication(
            forge.CLIENT_ID,
            authority=base(server),
            instance_discovery=False,
            http_client=self.http,
            token_cache=self.cache,
        )

    def redeemed(self, wishes: Mapping[str, Any], **claims: Any) -> dict[str, Any]:
        """A sign-in whose ID token holds these claims."""
        flow = self.app.initiate_auth_code_flow(
            ["s"], redirect_uri="http://localhost:1", response_mode="form_post", **wishes
        )
        nonce = parse_qs(urlsplit(flow["auth_uri"]).query)["nonce"][0]
        token = forge.token(forge.payload(**({"nonce": nonce} | claims)), key="evil")
        self._server.play(token_answer(token))
        fields = {"code": "CNRY-CODE", "state": flow["state"]}
        result: dict[str, Any] = self.app.acquire_token_by_auth_code_flow(flow, fields)
        return result

    def kept(self) -> list[str]:
        """The kinds of tokens in the cache."""
        kinds = (CREDENTIALS.ACCESS_TOKEN, CREDENTIALS.REFRESH_TOKEN, CREDENTIALS.ACCOUNT)
        return [kind for kind in kinds if list(self.cache.search(kind))]


async def msal_at(serve: Serve, ca_file: Path) -> Msal:
    server = await serve(b"")
    server.play(discovery(server))
    return await in_thread(lambda: Msal(server, ca_file))


@threat("T11")
async def test_msal_looks_at_the_nonce_and_at_nothing_else(serve: Serve, ca_file: Path) -> None:
    """Hence id_token.py."""
    made = await msal_at(serve, ca_file)
    forged = {"iss": "https://evil.example", "aud": "x", "exp": 1, "tid": "x", "nbf": 1}
    result = await in_thread(lambda: made.redeemed({}, **forged))
    assert result["access_token"] == "CNRY-AT"
    with pytest.raises(RuntimeError, match="nonce"):
        await in_thread(lambda: made.redeemed({}, nonce="x"))
    made.http.close()


async def test_msal_takes_what_is_too_old_or_still_to_come(serve: Serve, ca_file: Path) -> None:
    """Hence its max_age is not asked for: it has 120 s to spare, and any future will do."""
    made = await msal_at(serve, ca_file)
    now = int(time.time())  # MSAL's own clock
    for auth_time in (now - 330, now + 100_000):
        result = await in_thread(
            lambda at=auth_time: made.redeemed({"max_age": 300}, auth_time=at)  # type: ignore[misc]
        )
        assert result["access_token"] == "CNRY-AT"
    made.http.close()


async def test_msal_keeps_the_tokens_of_a_sign_in_that_it_refuses(
    serve: Serve, ca_file: Path
) -> None:
    """Hence each sign-in has a cache of its own, and no text of MSAL's is ever shown or logged."""
    made = await msal_at(serve, ca_file)
    with pytest.raises(RuntimeError) as refused:
        await in_thread(lambda: made.redeemed({"max_age": 300}, auth_time=1))
    assert made.kept() == ["AccessToken", "RefreshToken", "Account"]
    assert forge.USER_ID in str(refused.value)
    made.cache.deserialize("")
    assert made.kept() == []
    assert made.app.get_accounts() == []
    made.http.close()


def test_requests_takes_passwords_from_netrc_unless_told_not_to(home: Path) -> None:
    """Hence trust_env is off."""
    (home / ".netrc").write_text("machine login.example login eve password CNRY-NETRC\n")
    (home / ".netrc").chmod(0o600)
    asked = requests.Request("GET", "https://login.example/")
    session = requests.Session()
    assert "Authorization" in session.prepare_request(asked).headers
    session.trust_env = False
    assert "Authorization" not in session.prepare_request(asked).headers
    session.close()
