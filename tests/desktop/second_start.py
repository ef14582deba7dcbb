"""Other starts of the program, and what is said over its socket."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal.desktop.single_instance import SingleInstance

LINK = "companyportal://devices/8f2cf00d-1111-2222-3333-4444555519ab"
SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from companyportal.desktop.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(sys.argv[1])
is_first = instance.claim(*sys.argv[2:])
instance.listen()
print(is_first, flush=True)
sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The person's runtime folder; its path is short, as a socket's has to be."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def first(qapp: object) -> Iterator[SingleInstance]:
    first = SingleInstance("demo")
    assert first.claim()
    first.listen()
    yield first
    first.close()


def start(profile: str, *link: str) -> subprocess.Popen[str]:
    """Another start of the program; its first line says whether it is the first one."""
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, profile, *link],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


async def said_by(process: subprocess.Popen[str]) -> str:
    """The answer of another start, while this process goes on serving."""
    lines = asyncio.StreamReader()
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(lines), process.stdout
    )
    try:
        async with asyncio.timeout(60):
            return (await lines.readline()).decode().strip()
    finally:
        process.kill()
        process.wait()
        transport.close()
        assert process.stdin is not None
        process.stdin.close()


def socket_of(runtime: Path) -> Path:
    (found,) = (each for each in (runtime / "companyportal").iterdir() if each.suffix != ".lock")
    return found


class Activations:
    """Counts, and lets wait for the next."""

    def __init__(self, instance: SingleInstance) -> None:
        self.count = 0
        self._more = asyncio.Event()
        instance.activated.connect(self._on_activated)

    async def next(self) -> None:
        """Wait for one."""
        async with asyncio.timeout(60):
            await self._more.wait()
        self._more.clear()

    def _on_activated(self) -> None:
        self.count += 1
        self._more.set()


class Links:
    """What was handed over."""

    def __init__(self, instance: SingleInstance) -> None:
        self.heard: list[str] = []
        self._more = asyncio.Event()
        instance.link_received.connect(self._on_link_received)

    async def next(self) -> str:
        """Wait for one."""
        async with asyncio.timeout(60):
            await self._more.wait()
        self._more.clear()
        return self.heard[-1]

    def _on_link_received(self, link: str) -> None:
        self.heard.append(link)
        self._more.set()


async def rest(reader: asyncio.StreamReader) -> bytes:
    """What came until the other end closed or reset the connection."""
    try:
        async with asyncio.timeout(60):
            return await reader.read()
    except ConnectionResetError:
        return b""
