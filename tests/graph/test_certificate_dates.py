"""A certificate that is not valid at this computer's time is told apart from every other fault of
TLS, because a wrong clock is the likely reason.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import trustme

from companyportal.auth.border import at_border
from companyportal.auth.http_session import IdentityHttpSession
from companyportal.auth.quiet_thread import in_thread
from companyportal.clock import SystemClock
from companyportal.errors import CertificateNotValidNow, Offline
from companyportal.graph.client import GraphClient
from tests.graph.bad_certificates import BAD
from tests.graph.conftest import QUICK, Tokens, endpoints_at
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import RawServer, http
from tests.proofs import fault

pytestmark = [
    fault("R19"),
    pytest.mark.parametrize(
        ("kind", "means_the_clock"),
        [("expired", True), ("not valid yet", True), ("of nobody known", False)],
    ),
]


def meant(means_the_clock: bool) -> type[Offline]:
    """The class of the error."""
    return CertificateNotValidNow if means_the_clock else Offline


@pytest.mark.parametrize("verb", ["read", "change"])
async def test_by_the_service_s_client(
    kind: str, means_the_clock: bool, verb: str, certificates: trustme.CA, ca_file: Path
) -> None:
    async with RawServer([http({})], BAD[kind](certificates)) as server:
        endpoints = replace(endpoints_at(server.port, ca_file), ca_file=ca_file)
        client = GraphClient(
            endpoints=endpoints, clock=HurriedClock(), token=Tokens().token, limits=QUICK
        )
        with pytest.raises(Offline) as caught:
            await (client.get("/me") if verb == "read" else client.post_once("/me/reset"))
        await client.close()
    assert type(caught.value) is meant(means_the_clock)
    assert caught.value.code == "tls"


async def test_at_the_sign_in(
    kind: str, means_the_clock: bool, certificates: trustme.CA, ca_file: Path
) -> None:
    async with RawServer([http({})], BAD[kind](certificates)) as server:
        address = f"https://localhost:{server.port}/t"
        session = IdentityHttpSession(address, ca_file=ca_file, clock=SystemClock())
        with pytest.raises(Offline) as caught:
            await in_thread(lambda: at_border(lambda: session.get(address)))
        session.close()
    assert type(caught.value) is meant(means_the_clock)
