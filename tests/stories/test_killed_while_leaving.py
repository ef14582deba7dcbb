"""Killed on the way out, at each of its steps: tokens are never readable, and the next start ends
what was begun. The keyring is a real one.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import secretstorage
from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

from companyportal.auth.secret_service import SERVICE
from companyportal.demo.server import DemoServer
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.keyring_service import bus_with_keyring
from tests.stories.leaver import POINTS
from tests.stories.secrets_net import SecretsNet
from tests.stories.test_nothing_stays import found_on_disk
from tools.run import ROOT

pytestmark = [pytest.mark.desktop, promise(1), threat("T01")]


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """With an unlocked keyring on it."""
    with bus_with_keyring() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


def keys(bus: str) -> list[str]:
    """What the keyring holds for this program."""
    with open_dbus_connection(bus) as connection:
        collection = secretstorage.get_default_collection(connection)
        return [item.get_label() for item in collection.search_items({"service": SERVICE})]


def start(demo: DemoServer, folder: Path, point: str) -> subprocess.Popen[bytes]:
    """A process of its own; what it says is in ``said``."""
    connection = folder / "connection.json"
    connection.write_text(json.dumps(demo.describe()), encoding="utf-8")
    command = [sys.executable, "-m", "tests.stories.leaver"]
    command += [str(connection), str(folder / "data"), point]
    with (folder / "said").open("wb") as said:
        return subprocess.Popen(command, stdout=said, cwd=ROOT)


async def ended(process: subprocess.Popen[bytes]) -> int:
    """The exit code."""
    with process:
        await until(lambda: process.poll() is not None, turns=20_000)
    return process.returncode


def sessions(folder: Path) -> int:
    """How many sessions are kept."""
    return len(list(folder.rglob("session-*")))


@pytest.mark.parametrize("point", POINTS)
async def test_after_a_kill_on_the_way_out_nothing_can_be_read_and_the_next_start_ends_it(
    demo: DemoServer, secrets_net: SecretsNet, story_folder: Path, bus: str, point: str
) -> None:
    code = await ended(start(demo, story_folder, point))
    assert code == (0 if point == "not killed" else -signal.SIGKILL)
    assert len(demo.tenant.secrets) > 4
    secrets_net.check()
    assert await ended(start(demo, story_folder, "look")) == 0
    is_kept = point == "nothing erased"
    told = {"is_signed_in": is_kept, "devices": 5 if is_kept else 0}
    assert (story_folder / "said").read_text(encoding="utf-8") == json.dumps(told) + "\n"
    assert len(keys(bus)) == is_kept
    assert sessions(story_folder) == is_kept
    if not is_kept:
        assert found_on_disk(story_folder / "data") == []
