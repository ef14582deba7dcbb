"""Lists every device over pages: with the program's own service, and bare, by turns.

``python -m benchmarks.lister STARTED CONNECTION TOKEN RUNS`` tells the milliseconds of each
listing, connection included, each with a client of its own. Bare is aiohttp with ``json.loads`` of
each page and nothing else: no checks, no limits, no types, no devices.
"""

from __future__ import annotations

import asyncio
import gc
import json
import ssl
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import aiohttp

from benchmarks.processes import tell
from companyportal.clock import SystemClock
from companyportal.endpoints import Endpoints
from companyportal.graph.client import GraphClient
from companyportal.graph.devices import PAGE_SIZE, SELECTED, DeviceService

Listing = Callable[[Endpoints, str], Awaitable[int]]


async def ours(endpoints: Endpoints, token: str) -> int:
    """How many devices ``DeviceService.list`` brings."""

    async def give(**_: object) -> str:
        return token

    client = GraphClient(endpoints=endpoints, clock=SystemClock(), token=give)
    page = await DeviceService(client).list()
    await client.close()
    return len(page.devices)


async def bare(endpoints: Endpoints, token: str) -> int:
    """How many devices the same pages hold."""
    trust = ssl.create_default_context(cafile=endpoints.ca_file)
    headers = {"Authorization": f"Bearer {token}"}
    link = f"{endpoints.service}/me/managedDevices?$select={SELECTED}&$top={PAGE_SIZE}"
    found = 0
    connector = aiohttp.TCPConnector(ssl=trust)
    async with aiohttp.ClientSession(connector=connector, headers=headers) as session:
        while link:
            async with session.get(link) as answer:
                page = json.loads(await answer.read())
            found += len(page["value"])
            link = page.get("@odata.nextLink", "")
    return found


async def timed(listing: Listing, endpoints: Endpoints, token: str) -> dict[str, float]:
    """One listing, as the program runs: without a collection of garbage in its midst."""
    gc.collect()
    gc.disable()
    started = time.perf_counter()
    devices = await listing(endpoints, token)
    took_ms = 1000 * (time.perf_counter() - started)
    gc.enable()
    return {"ms": took_ms, "devices": devices}


async def main(connection: Path, token: str, runs: int) -> None:
    """By turns; the first turn of each warms what is imported late, and is not told."""
    endpoints = Endpoints.from_file(connection)
    for run in range(runs + 1):
        for listing in (bare, ours):
            result = await timed(listing, endpoints, token)
            if run:
                tell(who=listing.__name__, **result)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])))
