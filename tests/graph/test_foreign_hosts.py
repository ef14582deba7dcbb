"""Links and redirects to somebody who listens: nobody comes, and no token either."""

from __future__ import annotations

import asyncio

import pytest

from companyportal.errors import ForeignAddress, OutcomeUnknown
from companyportal.graph.client import GraphClient
from tests.graph.conftest import Connect, Serve, Tokens
from tests.graph.raw_server import http, refused
from tests.proofs import promise, threat

pytestmark = [promise(6), threat("T17")]

GOOD = http({})
ELSEWHERE = [
    "https://localhost:{foreign}/v1.0/me",
    "https://LOCALHOST:{foreign}/v1.0/me",
    "https://127.0.0.1:{foreign}/v1.0/me",
    "https://[::1]:{foreign}/v1.0/me",
    "https://localhost.:{foreign}/v1.0/me",
    "https://localhost.localhost:{foreign}/v1.0/me",
    "https://loc\u0430lhost.localhost:{foreign}/v1.0/me",
    "https://localhost:{own}@127.0.0.1:{foreign}/v1.0/me",
    "https://localhost:{own}\\@127.0.0.1:{foreign}/v1.0/me",
    "https://localhost:{own}#@127.0.0.1:{foreign}/../v1.0/me",
    "https://127.0.0.1:{own}/v1.0/me",
    "https://localhost.:{own}/v1.0/me",
    "http://localhost:{own}/v1.0/me",
    "http://localhost:{foreign}/v1.0/me",
    "//localhost:{foreign}/v1.0/me",
    "//localhost:{own}/v1.0/me",
    "/v1.0/me",
    "https://localhost:{own}/beta/me",
    "https://localhost:{own}/v1.0/../beta/me",
]


async def every_page(client: GraphClient) -> None:
    """Follow all links."""
    async for _ in client.pages("/me"):
        pass


@pytest.mark.parametrize("link", ELSEWHERE)
@pytest.mark.parametrize("way", ["link", "redirect", "redirected change"])
async def test_nobody_else_gets_a_request(
    serve: Serve, connect: Connect, tokens: Tokens, link: str, way: str
) -> None:
    foreign, plain = await serve(GOOD), await serve(GOOD, tls=False)
    server = await serve(b"")
    port = plain.port if link.startswith("http:") else foreign.port
    address = link.format(own=server.port, foreign=port)
    moved = refused("307 Temporary Redirect", Location=ascii(address)[1:-1])
    server.play(http({"value": [], "@odata.nextLink": address}) if way == "link" else moved)
    client = connect(server)
    is_change = way == "redirected change"
    ask = client.post_once("/me") if is_change else every_page(client)
    with pytest.raises(OutcomeUnknown if is_change else ForeignAddress):
        await ask
    await asyncio.sleep(0)
    assert (foreign.connections, plain.connections) == (0, 0)
    assert [request for request in server.requests if "token-1" in request] == server.requests
    assert len(server.requests) == 1
    assert tokens.asked == ["silent"]
