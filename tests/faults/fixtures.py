"""A demo organisation at the far end of two ways that can be broken; see ``tests.faults``."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from tests.demo_fixture import StartDemo
from tests.virtual_clock import VirtualClock

if TYPE_CHECKING:
    from companyportal.demo.server import DemoServer
    from tests.faults.proxy import FaultProxy


@pytest.fixture
async def fault_proxy(demo_clock: VirtualClock) -> AsyncIterator[FaultProxy]:
    """The way to Graph; carries as soon as ``faulty_demo`` runs."""
    from tests.faults.proxy import FaultProxy

    async with FaultProxy(demo_clock) as proxy:
        yield proxy


@pytest.fixture
async def identity_proxy(demo_clock: VirtualClock) -> AsyncIterator[FaultProxy]:
    """The way to the identity provider's endpoints for programs, not to its pages."""
    from tests.faults.proxy import FaultProxy

    async with FaultProxy(demo_clock) as proxy:
        yield proxy


@pytest.fixture
async def faulty_demo(
    start_demo: StartDemo, fault_proxy: FaultProxy, identity_proxy: FaultProxy
) -> DemoServer:
    """A well-behaved demo organisation whose endpoints are those of the two proxies."""
    demo = await start_demo(graph_port=fault_proxy.port, identity_port=identity_proxy.port)
    trusted = ssl.create_default_context(cafile=demo.endpoints.ca_file)
    for proxy in (fault_proxy, identity_proxy):
        await proxy.lead_to(demo.programs_port, demo.tls, trusted)
    return demo
