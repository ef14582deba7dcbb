"""An authority that answers exactly what a test tells it to, over real TLS."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import trustme

from companyportal.endpoints import Endpoints
from tests.auth import token_forge as forge
from tests.graph.raw_server import RawServer, Step

Serve = Callable[..., Awaitable[RawServer]]


@pytest.fixture
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def ca_file(authority: trustme.CA, tmp_path: Path) -> Path:
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return path


@pytest.fixture
async def serve(authority: trustme.CA) -> AsyncIterator[Serve]:
    """Starts a server with these steps."""
    async with AsyncExitStack() as stack:

        async def start(*steps: Step | bytes, trusted: bool = True) -> RawServer:
            server = RawServer(steps, authority if trusted else trustme.CA())
            return await stack.enter_async_context(server)

        yield start


def base(server: RawServer) -> str:
    return f"https://localhost:{server.port}/{forge.TENANT_ID}"


def endpoints(server: RawServer, ca_file: Path) -> Endpoints:
    return Endpoints(
        authority=base(server),
        service=base(server),
        client_id=forge.CLIENT_ID,
        tenant_id=forge.TENANT_ID,
        scopes=("s",),
        ca_file=ca_file,
    )
