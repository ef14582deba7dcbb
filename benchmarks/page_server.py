"""Answers the list from memory: what a client costs, without what a server takes to think.

The pages are those of the demo organisation, asked for once and then only repeated.
"""

from __future__ import annotations

import contextlib
import json
import ssl
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
from aiohttp import web

from benchmarks.prepared import Prepared
from companyportal.demo import certificate
from companyportal.graph.devices import PAGE_SIZE, SELECTED

_OURS = "/v1.0/me/managedDevices"
_SDK = "/v1.0/deviceManagement/managedDevices"


@contextlib.asynccontextmanager
async def page_server(real: Prepared) -> AsyncIterator[Path]:
    """The connection file of a server that has the pages of ``real`` ready."""
    pages = await _pages(real)
    with tempfile.TemporaryDirectory(prefix="pages-") as name:
        folder = Path(name)
        context, ca_file = certificate.make(folder)
        app = web.Application()
        runner = web.AppRunner(app, access_log=None)
        site_pages: list[bytes] = []

        async def answer(request: web.Request) -> web.Response:
            number = int(request.query.get("page", "0"))
            return web.Response(body=site_pages[number], content_type="application/json")

        app.add_routes([web.get(path, answer) for path in (_OURS, _SDK)])
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        origin = f"https://localhost:{runner.addresses[0][1]}"
        site_pages += _linked(pages, origin)
        described = real.demo.describe() | {"graph": f"{origin}/v1.0", "ca_file": str(ca_file)}
        connection = folder / "connection.json"
        connection.write_text(json.dumps(described), encoding="utf-8")
        try:
            yield connection
        finally:
            await runner.cleanup()


async def _pages(real: Prepared) -> list[dict[str, object]]:
    endpoints = real.demo.endpoints
    trust = ssl.create_default_context(cafile=endpoints.ca_file)
    headers = {"Authorization": f"Bearer {real.token}"}
    link = f"{endpoints.service}/me/managedDevices?$select={SELECTED}&$top={PAGE_SIZE}"
    pages: list[dict[str, object]] = []
    connector = aiohttp.TCPConnector(ssl=trust)
    async with aiohttp.ClientSession(connector=connector, headers=headers) as session:
        while link:
            async with session.get(link) as answer:
                pages.append(await answer.json())
            link = str(pages[-1].pop("@odata.nextLink", ""))
    return pages


def _linked(pages: list[dict[str, object]], origin: str) -> list[bytes]:
    links = [f"{origin}{_OURS}?page={n}" for n in range(1, len(pages))]
    for page, link in zip(pages, links, strict=False):
        page["@odata.nextLink"] = link
    return [json.dumps(page).encode() for page in pages]
