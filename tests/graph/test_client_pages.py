"""Paging: the service links, and the client follows only on its own ground."""

from __future__ import annotations

import pytest

from companyportal.errors import ForeignAddress
from companyportal.graph.client import MOST_PAGES
from tests.graph.conftest import Connect, Serve, Tokens
from tests.graph.raw_server import http, refused
from tests.proofs import fault, threat

GOOD = http({})


async def test_pages_are_followed_as_they_are_linked(serve: Serve, connect: Connect) -> None:
    server = await serve(b"")
    link = f"https://localhost:{server.port}/v1.0/me/x?$skiptoken=A%2bB%2Fc%3D%3D&q='1'"
    server.play(http({"value": [], "@odata.nextLink": link}), http({"value": []}))
    replies = [reply async for reply in connect(server).pages("/me/x", {"$top": "2"})]
    assert len(replies) == 2
    assert server.paths() == [
        "GET /v1.0/me/x?$top=2",
        "GET /v1.0/me/x?$skiptoken=A%2bB%2Fc%3D%3D&q='1'",
    ]


@threat("T17")
async def test_a_link_elsewhere_is_never_followed(
    serve: Serve, connect: Connect, tokens: Tokens
) -> None:
    foreign = await serve(GOOD)
    server = await serve(b"")
    server.play(http({"@odata.nextLink": f"https://localhost:{foreign.port}/v1.0/me"}))
    pages = connect(server).pages("/me")
    await anext(pages)
    with pytest.raises(ForeignAddress):
        await anext(pages)
    assert foreign.connections == 0
    assert len(server.requests) == 1


@threat("T17")
async def test_a_redirect_elsewhere_is_never_followed(serve: Serve, connect: Connect) -> None:
    foreign = await serve(GOOD)
    server = await serve(refused("302 Found", Location=f"https://localhost:{foreign.port}/v1.0/me"))
    with pytest.raises(ForeignAddress):
        await connect(server).get("/me")
    assert foreign.connections == 0


@fault("R14")
async def test_links_in_a_ring_end(serve: Serve, connect: Connect) -> None:
    server = await serve(b"")
    first, second = (f"https://localhost:{server.port}/v1.0/me{end}" for end in ("", "?b"))
    server.play(
        http({"@odata.nextLink": second}),
        http({"@odata.nextLink": first}),
    )
    replies = [reply async for reply in connect(server).pages("/me")]
    assert len(replies) == 2


@fault("R14")
async def test_links_without_end_stop_at_the_limit(
    serve: Serve, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companyportal.graph.client.MOST_PAGES", 5)
    assert MOST_PAGES == 500
    server = await serve(b"")
    base = f"https://localhost:{server.port}/v1.0/me?"
    server.play(*(http({"@odata.nextLink": f"{base}{number}"}) for number in range(9)))
    assert len([reply async for reply in connect(server).pages("/me")]) == 5
