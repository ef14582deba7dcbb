"""An authority that is not what it should be is told in our own words."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.auth.border import at_border
from companyportal.auth.http_session import IdentityHttpSession
from companyportal.auth.key_set import fetch_keys
from companyportal.auth.msal_client import MsalClient
from companyportal.auth.quiet_thread import in_thread
from companyportal.auth.session import Session
from companyportal.auth.token_cache import MemoryTokenCache
from companyportal.clock import SystemClock
from companyportal.errors import (
    CaptivePortal,
    ForeignAddress,
    Offline,
    PortalError,
    ServiceFailed,
    SignInFailed,
)
from tests.auth.conftest import closing_page
from tests.auth.scripted_authority import Serve, base, endpoints
from tests.graph.raw_server import After, Step, http
from tests.proofs import threat


@pytest.mark.parametrize(
    ("steps", "kind"),
    [
        ((http({}, status="503 Busy"),), ServiceFailed),
        ((http({"jwks_uri": 7}),), ServiceFailed),
        ((http({"jwks_uri": "https://evil.example/keys"}),), ForeignAddress),
        ((Step(b"", After.RESET),), Offline),
    ],
)
async def test_keys_come_from_the_authority_or_not_at_all(
    serve: Serve, ca_file: Path, steps: tuple[Step | bytes], kind: type[PortalError]
) -> None:
    server = await serve(*steps)
    session = IdentityHttpSession(base(server), ca_file=ca_file, clock=SystemClock())
    with pytest.raises(PortalError) as failed:
        await in_thread(lambda: at_border(lambda: fetch_keys(session, base(server))))
    session.close()
    assert type(failed.value) is kind


@pytest.mark.parametrize(
    ("step", "kind"),
    [
        (http({"error": "invalid_tenant"}, status="400 Bad"), SignInFailed),
        (http({}, status="500 Oh"), ServiceFailed),
        (http({}), SignInFailed),
        (http({}, status="204 Nothing"), ServiceFailed),
        (http(b"<h1>Welcome", kind="text/html"), CaptivePortal),
        (Step(b"", After.RESET), Offline),
        (http({"authorization_endpoint": 1, "token_endpoint": 1}), SignInFailed),
    ],
)
async def test_strange_authority_is_told_in_our_words(
    serve: Serve, ca_file: Path, step: Step | bytes, kind: type[PortalError]
) -> None:
    server = await serve(step)
    with pytest.raises(PortalError) as failed:
        await in_thread(lambda: MsalClient(endpoints(server, ca_file), SystemClock()))
    assert type(failed.value) is kind
    assert failed.value.__context__ is None


async def test_missing_certificate_authority_is_told(serve: Serve, tmp_path: Path) -> None:
    server = await serve(http({}))
    with pytest.raises(SignInFailed) as failed:
        MsalClient(endpoints(server, tmp_path / "none.pem"), SystemClock())
    assert failed.value.code == "ca_file"


@threat("T15", "T18")
@pytest.mark.parametrize(
    "address",
    [
        "http://login.example/authorize",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:///authorize",
        "https://login.example/ authorize",
        "https://login.example/\nauthorize",
        "https://lögin.example/authorize",
    ],
)
async def test_unsafe_sign_in_address_is_never_opened(
    serve: Serve, ca_file: Path, address: str
) -> None:
    server = await serve(http({"authorization_endpoint": address, "token_endpoint": ""}))
    token = base(server) + "/token"
    server.play(http({"authorization_endpoint": address, "token_endpoint": token}))
    opened: list[str] = []

    def open_url(url: str) -> bool:
        opened.append(url)
        return True

    session = Session(
        endpoints=endpoints(server, ca_file),
        clock=SystemClock(),
        open_url=open_url,
        cache=MemoryTokenCache,
        page=closing_page,
    )
    with pytest.raises(SignInFailed) as failed:
        await session.sign_in(opened.append)
    assert failed.value.code == "authorize_address"
    assert opened == []
