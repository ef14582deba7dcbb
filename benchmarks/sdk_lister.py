"""Lists every device over pages with Microsoft's own SDK, as its documentation says.

``python -m benchmarks.sdk_lister STARTED CONNECTION TOKEN RUNS`` tells the milliseconds of each
listing; what the SDK imports at its first answer is warmed with one device before.

Source: https://learn.microsoft.com/graph/sdks/paging
"""

from __future__ import annotations

import asyncio
import ssl
import sys
import time
import warnings
from pathlib import Path
from typing import Any

from benchmarks.processes import tell
from companyportal.endpoints import Endpoints
from companyportal.graph.devices import PAGE_SIZE, SELECTED
from tests.demo.test_msgraph_sdk import sdk_client


class _Program:
    """What ``sdk_client`` asks of a program."""

    def __init__(self, endpoints: Endpoints, token: str) -> None:
        self.endpoints = endpoints
        self.token = token


async def listed(graph: Any, top: int, *, all_pages: bool = True) -> int:
    """How many devices the pages hold."""
    from kiota_abstractions.base_request_configuration import RequestConfiguration
    from msgraph.generated.device_management.managed_devices.managed_devices_request_builder import (  # noqa: E501
        ManagedDevicesRequestBuilder,
    )

    query = ManagedDevicesRequestBuilder.ManagedDevicesRequestBuilderGetQueryParameters
    options = RequestConfiguration(query_parameters=query(top=top, select=SELECTED.split(",")))
    builder = graph.device_management.managed_devices
    page = await builder.get(request_configuration=options)
    found = len(page.value)
    while all_pages and page.odata_next_link:
        page = await builder.with_url(page.odata_next_link).get()
        found += len(page.value)
    return found


async def main(connection: Path, token: str, runs: int) -> None:
    """One client for all listings."""
    import httpx

    program: Any = _Program(Endpoints.from_file(connection), token)
    trust = ssl.create_default_context(cafile=program.endpoints.ca_file)
    async with httpx.AsyncClient(verify=trust, timeout=60) as http:
        graph = sdk_client(program, http)
        await listed(graph, 1, all_pages=False)
        for _ in range(runs):
            started = time.perf_counter()
            devices = await listed(graph, PAGE_SIZE)
            tell(who="sdk", ms=1000 * (time.perf_counter() - started), devices=devices)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    asyncio.run(main(Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])))
