"""The demo organisation in the measuring process, and a folder in which somebody is signed in.

The measured programs are processes of their own and find the session there, so that no browser and
no page of the sign-in has any part in what is measured.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.file_key import kept_in
from benchmarks.processes import Facts, running, told
from companyportal.auth.session import Session
from companyportal.clock import SystemClock
from companyportal.demo.server import DemoServer
from tests.http_browser import HttpBrowser

OWN_DEVICES = 5
"""What the first person of the demo organisation has anyway."""


@dataclass(frozen=True)
class Prepared:
    """Where to connect, and the data folder of somebody who is signed in."""

    demo: DemoServer
    folder: Path
    token: str

    @property
    def connection(self) -> Path:
        """The file for ``--connect``."""
        return self.folder / "connection.json"

    async def watched(self, watch: str) -> list[Facts]:
        """Start the program, its data as they were prepared, and let it be watched."""
        with self._copied() as data:
            return await told("benchmarks.observed", watch, self.connection, data)

    @contextlib.asynccontextmanager
    async def waiting(self, watch: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """The same with a program that goes on until the block ends."""
        with self._copied() as data:
            async with running("benchmarks.observed", watch, self.connection, data) as process:
                yield process

    async def used_once(self) -> None:
        """Whoever starts from now on finds the list of the last time."""
        await told("benchmarks.observed", "listed", self.connection, self.folder / "data")

    @contextlib.contextmanager
    def _copied(self) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(prefix="run-") as name:
            yield shutil.copytree(self.folder / "data", Path(name) / "data")


@contextlib.asynccontextmanager
async def prepared(devices: int = OWN_DEVICES) -> AsyncIterator[Prepared]:
    """An organisation whose first person has so many devices, and has used the program once."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        async with DemoServer(devices=devices - OWN_DEVICES) as demo:
            (folder / "connection.json").write_text(json.dumps(demo.describe()), encoding="utf-8")
            profile = folder / "data" / demo.endpoints.profile
            profile.mkdir(parents=True)
            token = await _signed_in(demo, profile)
            ready = Prepared(demo, folder, token)
            await ready.used_once()
            yield ready


async def _signed_in(demo: DemoServer, folder: Path) -> str:
    """Sign the first person in and keep the session in ``folder``; an access token."""
    async with HttpBrowser(username=demo.people[0].username) as browser:
        session = Session(
            endpoints=demo.endpoints,
            clock=SystemClock(),
            open_url=browser.open_url,
            cache=lambda: kept_in(demo.endpoints.profile, folder),
            page=lambda _: "",
        )
        await session.sign_in(lambda _: None)
        token = await session.token()
        await session.close()
        await browser.settle()
    return token
