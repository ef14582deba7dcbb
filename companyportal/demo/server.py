"""The demo organisation on this computer: sign-in pages, tokens and Graph over real sockets.

Two ports of 127.0.0.1: pages for people at ``http://localhost``, which every browser opens without
a warning, and everything for programs at ``https://localhost`` under a certificate authority that
lives as long as the server.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import signal
import socket
import ssl
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from companyportal.clock import Clock, SystemClock
from companyportal.demo import certificate, station_line
from companyportal.demo import organisation as organisations
from companyportal.demo.graph_site import GraphSite
from companyportal.demo.identity_site import IdentitySite
from companyportal.demo.organisation import DemoPerson
from companyportal.demo.signing import Signer
from companyportal.demo.tenant import Tenant
from companyportal.demo.token_site import TokenSite
from companyportal.demo.tokens import TokenDesk
from companyportal.demo.trouble import Trouble
from companyportal.endpoints import Endpoints

_LARGEST_BODY = 64 * 1024
_LEAVE_S = 0.5
"""So long requests that are under way may take when the server stops."""


class DemoServer:
    """The whole organisation, as an asynchronous context manager on the running loop.

    ``delay_s`` is how long a usual device takes to answer; ``devices`` adds so many generated ones
    to the first person; ``port`` is for programs, the pages get the next one (0: any two).
    ``graph_port`` and ``identity_port`` are where programs are told to go instead, where something
    stands in between.
    Raises: SettingsError for a bad organisation file, UnknownFault; OSError where a port is taken.
    """

    endpoints: Endpoints
    """How to connect; known once the server runs."""
    programs_port: int
    """Where programs are answered, whatever stands in between."""
    tls: ssl.SSLContext
    """The certificate for this computer, for whoever answers in the server's place."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        delay_s: float = 2.0,
        devices: int | None = None,
        faults: Iterable[str] = (),
        port: int = 0,
        graph_port: int = 0,
        identity_port: int = 0,
        organisation: Path | None = None,
    ) -> None:
        self.tenant = Tenant(
            organisations.load(organisation),
            clock or SystemClock(),
            delay_s=delay_s,
            devices=devices,
            faults=faults,
        )
        self._port = port
        self._graph_port = graph_port
        self._identity_port = identity_port
        self._running = contextlib.AsyncExitStack()

    @property
    def people(self) -> tuple[DemoPerson, ...]:
        """Who can sign in."""
        return self.tenant.people

    def describe(self) -> dict[str, object]:
        """What ``demo-server`` prints, so that any client can be pointed here."""
        ends = self.endpoints
        people = [
            {"username": one.username, "password": one.password, "display_name": one.display_name}
            for one in self.people
        ]
        return {
            "authority": ends.authority,
            "graph": ends.service,
            "ca_file": str(ends.ca_file),
            "client_id": ends.client_id,
            "tenant_id": ends.tenant_id,
            "people": people,
        }

    async def __aenter__(self) -> Self:
        async with contextlib.AsyncExitStack() as stack:
            await self._start(stack)
            self._running = stack.pop_all()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self._running.aclose()

    async def _start(self, stack: contextlib.AsyncExitStack) -> None:
        # Not in a thread: where this is cancelled meanwhile, nobody would know of the folder.
        folder = Path(tempfile.mkdtemp(prefix="companyportal-demo-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        making = asyncio.gather(
            asyncio.to_thread(Signer, self.tenant), asyncio.to_thread(certificate.make, folder)
        )
        # A thread cannot be cancelled, and may write into the folder until it has ended.
        stack.push_async_callback(asyncio.wait, [making])
        signer, (self.tls, ca_file) = await asyncio.shield(making)
        programs = stack.enter_context(_listening(self._port))
        pages = stack.enter_context(_listening(self._port and self._port + 1))
        self.programs_port = _port_of(programs)
        self.endpoints = self._addresses(ca_file)
        page_app, program_app = self._apps(signer, f"http://localhost:{_port_of(pages)}")
        await _serve(stack, program_app, programs, self.tls)
        await _serve(stack, page_app, pages, None)

    def _addresses(self, ca_file: Path) -> Endpoints:
        identity_port = self._identity_port or self.programs_port
        graph_port = self._graph_port or self.programs_port
        played = self.tenant.organisation
        return Endpoints.for_demo(
            authority=f"https://localhost:{identity_port}/{played.tenant_id}",
            service=f"https://localhost:{graph_port}/v1.0",
            client_id=played.client_id,
            tenant_id=played.tenant_id,
            ca_file=ca_file,
        )

    def _apps(self, signer: Signer, pages: str) -> tuple[web.Application, web.Application]:
        tenant, ends = self.tenant, self.endpoints
        desk = TokenDesk(tenant, signer, f"{ends.authority}/v2.0")
        graph = GraphSite(tenant, desk, service=ends.service, authority=ends.authority)
        tokens = TokenSite(tenant, signer, desk, authority=ends.authority, pages=pages)
        identity = IdentitySite(tenant, desk, origin=ends.service.removesuffix("/v1.0"))
        page_app = web.Application(client_max_size=_LARGEST_BODY)
        page_app.add_routes(identity.routes())
        Trouble(tenant, "pages").install(page_app)
        program_app = web.Application(client_max_size=_LARGEST_BODY)
        program_app.add_routes([*tokens.routes(), *graph.routes()])
        Trouble(tenant, "programs", graph.user_of).install(program_app)
        return page_app, program_app


async def serve(
    *,
    port: int = 0,
    delay_s: float = 2.0,
    devices: int | None = None,
    faults: Iterable[str] = (),
    organisation: Path | None = None,
    station_folder: Path | None = None,
) -> None:
    """Run the demo organisation alone: print one JSON line, then serve until SIGINT, SIGTERM or
    cancelled. A kiosk that is tried out finds the line in ``station_folder``, and its end, which is
    also that of standard input, is the end here and of that folder. Raises like DemoServer.
    """
    server = DemoServer(
        port=port, delay_s=delay_s, devices=devices, faults=faults, organisation=organisation
    )
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows' loops know no signal handlers; there Ctrl-C cancels asyncio.run.
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stopped.set)
    async with server:
        line = json.dumps(server.describe()) + "\n"
        sys.stdout.write(line)
        sys.stdout.flush()
        if station_folder is not None:
            station_line.tell(station_folder / station_line.FILE_NAME, line)
            station_line.when_station_ends(lambda: loop.call_soon_threadsafe(stopped.set))
        await stopped.wait()
    if station_folder is not None:
        shutil.rmtree(station_folder, ignore_errors=True)


def _listening(port: int) -> socket.socket:
    """A listening socket; bound by hand, because "localhost" with port 0 may become two ports."""
    return socket.create_server(("127.0.0.1", port))


def _port_of(listening: socket.socket) -> int:
    return int(listening.getsockname()[1])


async def _serve(
    stack: contextlib.AsyncExitStack,
    app: web.Application,
    listening: socket.socket,
    context: ssl.SSLContext | None,
) -> None:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_LEAVE_S)
    await runner.setup()
    stack.push_async_callback(runner.cleanup)
    await web.SockSite(runner, listening, ssl_context=context).start()
