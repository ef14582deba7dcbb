"""``companyportal demo-server`` as somebody runs it."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import stat
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from companyportal.demo import command
from companyportal.demo.faults import FAULTS
from companyportal.demo.server import DemoServer
from companyportal.endpoints import Endpoints
from tests.demo.program import Program
from tests.http_browser import HttpBrowser


def names_in(folder: Path) -> list[str]:
    """What lies in a folder."""
    return [one.name for one in folder.iterdir()]


async def start(*words: str) -> asyncio.subprocess.Process:
    """The command in a process of its own."""
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "import sys; from companyportal.demo import command; sys.exit(command.main(sys.argv[1:]))",
        *words,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_prints_one_line_serves_and_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, number: signal.Signals
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process = await start("--devices", "3", "--fault", "storm-503:1")
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), 60)
    told: dict[str, Any] = json.loads(line)
    path = tmp_path / "connection.json"
    path.write_bytes(line)
    ca_file = Path(told["ca_file"])
    assert stat.S_IMODE(ca_file.parent.stat().st_mode) == 0o700
    await _use(Endpoints.from_file(path), told["people"][0])
    process.send_signal(number)
    rest, errors = await asyncio.wait_for(process.communicate(), 60)
    assert (process.returncode, rest, errors) == (0, b"", b"")
    assert names_in(tmp_path) == ["connection.json"]


async def _use(endpoints: Endpoints, person: dict[str, str]) -> None:
    async with Program(endpoints) as program, HttpBrowser(username=person["username"]) as browser:
        await program.sign_in(browser)
        answer, _ = await program.call("GET", "/me")
        assert answer.status == 503
        assert (await program.get("/me"))["displayName"] == person["display_name"]
        assert len((await program.get("/me/managedDevices"))["value"]) == 8


class _Listener:
    """A standard output that does something once it has the line."""

    def __init__(self, then: Callable[[], None]) -> None:
        self.text = ""
        self._then = then

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        self._then()


def _interrupt() -> None:
    raise KeyboardInterrupt


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with SIGTERM")
@pytest.mark.parametrize("then", [lambda: signal.raise_signal(signal.SIGTERM), _interrupt])
def test_it_ends_well_when_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch, then: Callable[[], None]
) -> None:
    listener = _Listener(then)
    monkeypatch.setattr(sys, "stdout", listener)
    assert command.main(["--delay-s", "0", "--fault", "gone"]) == 0
    assert json.loads(listener.text)["people"][0]["display_name"] == "Marie Dubois"


def test_what_cannot_be_served_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert command.main(["--port", str(taken.getsockname()[1])]) == 1
    assert "cannot serve: Address already in use" in capsys.readouterr().err
    assert command.main(["--organisation", str(tmp_path / "none.toml")]) == 1
    assert "none.toml: No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--fault", "frogs"], "there is no fault “frogs”; known are: alg-none"),
        (["--port", "65535"], "from 0 to 65534"),
        (["--devices", "-3"], "from 0 to 100000"),
        (["--delay-s", "soon"], "from 0 to 86400"),
        (["--delay-s", "nan"], "from 0 to 86400"),
        (["--dance"], "unrecognized arguments: --dance"),
    ],
)
def test_a_bad_option_is_named(
    capsys: pytest.CaptureFixture[str], words: list[str], why: str
) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main(words)
    assert caught.value.code == 2
    assert why in capsys.readouterr().err


def test_help_explains_every_fault(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--help"])
    told = capsys.readouterr().out
    assert all(f"{name} " in told and line in told for name, line in FAULTS.items())


async def test_a_server_that_could_not_start_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        async with DemoServer(port=taken.getsockname()[1]):
            pytest.fail("nothing can be served here")
    assert names_in(tmp_path) == []


async def test_the_port_can_be_chosen_and_the_pages_get_the_next_one() -> None:
    port = _two_free_ports()
    async with DemoServer(port=port) as demo, Program(demo.endpoints) as program:
        assert demo.endpoints.service == f"https://localhost:{port}/v1.0"
        assert (await program.start())["auth_uri"].startswith(f"http://localhost:{port + 1}/")


def _two_free_ports() -> int:
    """A port that is free with the next one, at this moment."""
    for _ in range(100):
        with socket.create_server(("127.0.0.1", 0)) as first:
            port: int = first.getsockname()[1]
            try:
                socket.create_server(("127.0.0.1", port + 1)).close()
            except OSError:
                continue
        return port
    raise AssertionError("no two neighbouring ports are free")


async def test_nobody_but_this_organisations_authority_vouches_for_it(demo: DemoServer) -> None:
    async with aiohttp.ClientSession() as http:
        with pytest.raises(aiohttp.ClientConnectorCertificateError):
            await http.get(demo.endpoints.service)
