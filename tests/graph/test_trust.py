"""Whom the program believes to be the service and the identity provider: the same rules for both,
and no way round them.
"""

from __future__ import annotations

import ssl
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest
import requests
import trustme

from companyportal.auth.http_session import IdentityHttpSession
from companyportal.auth.quiet_thread import in_thread
from companyportal.clock import SystemClock
from companyportal.errors import Offline
from companyportal.graph.client import GraphClient
from tests.graph.bad_certificates import BAD, good
from tests.graph.conftest import QUICK, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import RawServer, http
from tests.proofs import threat

pytestmark = threat("T19")
Ask = Callable[[RawServer, Path | None], Awaitable[bool]]


async def by_the_service_s_client(server: RawServer, ca_file: Path | None) -> bool:
    """True where the answer was read."""
    client = GraphClient(
        endpoints=replace(endpoints_at(server.port, Path("unused")), ca_file=ca_file),
        clock=HurriedClock(),
        token=Tokens().token,
        limits=QUICK,
    )
    try:
        await client.get("/me")
    except Offline:
        return False
    finally:
        await client.close()
    return True


async def by_msals_session(server: RawServer, ca_file: Path | None) -> bool:
    """True where the answer was read."""
    address = f"https://localhost:{server.port}/t"
    session = IdentityHttpSession(address, ca_file=ca_file, clock=SystemClock())
    try:
        await in_thread(lambda: session.post(address, data={"code": "CNRY-CODE"}, verify=False))
    except requests.exceptions.SSLError:
        return False
    finally:
        session.close()
    return True


ASKS = pytest.mark.parametrize("ask", [by_the_service_s_client, by_msals_session])
STORES = pytest.mark.parametrize("store", ["pinned", "system"])


async def is_believed(
    ask: Ask, served: ssl.SSLContext, authority: trustme.CA, folder: Path, store: str
) -> bool:
    """Ask a server, with the authority either named or in the system’s store."""
    file = folder / "authority.pem"
    authority.cert_pem.write_to_path(file)
    with pytest.MonkeyPatch.context() as patch:
        # OpenSSL takes it for the system's store, as an administrator's update of it would be.
        patch.setenv("SSL_CERT_FILE", str(file if store == "system" else folder / "none.pem"))
        async with RawServer([http({})], served) as server:
            believed = await ask(server, file if store == "pinned" else None)
    assert bool(server.requests) == believed, "nothing is said to somebody who is not believed"
    return believed


@ASKS
@STORES
async def test_an_authority_that_is_known_is_believed(
    ask: Ask, store: str, certificates: trustme.CA, tmp_path: Path
) -> None:
    assert await is_believed(ask, good(certificates), certificates, tmp_path, store)


@ASKS
@STORES
@pytest.mark.parametrize("fault", BAD)
async def test_a_bad_certificate_is_not_believed(
    ask: Ask, store: str, fault: str, certificates: trustme.CA, tmp_path: Path
) -> None:
    assert not await is_believed(ask, BAD[fault](certificates), certificates, tmp_path, store)
