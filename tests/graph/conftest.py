"""A certificate authority, a byte-exact server, and clients that talk to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest
import trustme

from companyportal.demo.server import DemoServer
from companyportal.endpoints import Endpoints
from companyportal.graph.client import GraphClient
from companyportal.graph.devices import DeviceService
from companyportal.graph.transport import Limits
from tests.demo.program import Program
from tests.graph.hurried_clock import HurriedClock
from tests.graph.raw_server import RawServer, Step
from tests.http_browser import HttpBrowser

QUICK = Limits(connect_s=5.0, silence_s=5.0, read_s=5.0, change_s=5.0)
IMPATIENT = replace(QUICK, silence_s=1.0)
"""For servers that fall silent; for others a slow computer must not look like one."""
TENANT = "5b1d2a7e-6c0f-4d1b-9a35-0c7e1f4b8d62"


class Tokens:
    """Hands out tokens by number and writes down what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def token(self, *, claims: str = "", renew: bool = False) -> str:
        """See GraphClient."""
        self.asked.append(claims or ("renew" if renew else "silent"))
        return f"token-{len(self.asked)}"


class Serve(Protocol):
    """Starts a server that plays these steps; ``tls`` False plays before any handshake."""

    def __call__(self, *steps: Step | bytes, tls: bool = True) -> Awaitable[RawServer]: ...


Connect = Callable[[RawServer], GraphClient]


@pytest.fixture(scope="session")
def certificates() -> trustme.CA:
    """A throw-away authority."""
    return trustme.CA()


@pytest.fixture
def ca_file(certificates: trustme.CA, tmp_path: Path) -> Path:
    """Its certificate in a file."""
    path = tmp_path / "ca.pem"
    certificates.cert_pem.write_to_path(str(path))
    return path


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    """What is closed at the end, in the right order."""
    async with AsyncExitStack() as stack:
        yield stack


@pytest.fixture
def serve(certificates: trustme.CA, stack: AsyncExitStack) -> Serve:
    """Start a raw server."""

    async def start(*steps: Step | bytes, tls: bool = True) -> RawServer:
        server = RawServer(steps, certificates if tls else None)
        return await stack.enter_async_context(server)

    return start


@pytest.fixture
def clock() -> HurriedClock:
    """Time without waiting."""
    return HurriedClock()


@pytest.fixture
def tokens() -> Tokens:
    """The tokens that the client was given."""
    return Tokens()


def endpoints_at(port: int, ca_file: Path) -> Endpoints:
    """A service on this computer."""
    return Endpoints.for_demo(
        authority=f"https://localhost:{port}/{TENANT}",
        service=f"https://localhost:{port}/v1.0",
        client_id="9f3e6c14-2b7a-4e58-8d01-7a6b5c4d3e2f",
        tenant_id=TENANT,
        ca_file=ca_file,
    )


@pytest.fixture
def connect(ca_file: Path, clock: HurriedClock, tokens: Tokens, stack: AsyncExitStack) -> Connect:
    """Make a client for a server; ``random`` is 1.0: the longest back-off."""

    def make(server: RawServer) -> GraphClient:
        client = GraphClient(
            endpoints=endpoints_at(server.port, ca_file),
            clock=clock,
            token=tokens.token,
            limits=IMPATIENT if server.falls_silent else QUICK,
            random=lambda: 1.0,
        )
        stack.push_async_callback(client.close)
        return client

    return make


@pytest.fixture
async def client(
    demo: DemoServer, browser: HttpBrowser, clock: HurriedClock
) -> AsyncIterator[GraphClient]:
    """Signed in to ``demo`` as its first person."""
    async with Program(demo.endpoints) as program:
        await program.sign_in(browser)

        async def token(*, claims: str = "", renew: bool = False) -> str:
            if claims:
                await program.silent(claims_challenge=claims)
            elif renew:
                await program.silent(force_refresh=True)
            return program.token

        client = GraphClient(endpoints=demo.endpoints, clock=clock, token=token)
        yield client
        await client.close()


@pytest.fixture
def service(client: GraphClient) -> DeviceService:
    """The devices of the first person of ``demo``."""
    return DeviceService(client)
