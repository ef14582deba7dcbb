"""Two programs of one person, as in two sessions of one computer, and one device."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from companyportal.demo.server import DemoServer
from tests.models.forbidding import STORE
from tests.program import until
from tests.proofs import fault, promise, threat
from tests.store_samples import states
from tools.run import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: its token cache")
_PATIENCE = 40_000


def start(connection: Path, folder: Path, username: str, said: IO[str]) -> subprocess.Popen[str]:
    """One of them."""
    command = [sys.executable, "-m", "tests.models.racer"]
    command += [str(connection), str(folder), username]
    quiet = {**os.environ, "QT_LOGGING_RULES": "*.warning=false"}
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=said, text=True, cwd=ROOT, env=quiet)


def are_ready(racers: tuple[subprocess.Popen[str], ...], files: list[Path]) -> bool:
    """True when only the last click is missing in both; fails where one has ended instead."""
    said = [file.read_text() for file in files]
    assert [racer.poll() for racer in racers] == [None, None], said
    return said == ["ready\n"] * 2


@fault("R27")
@threat("T28")
@promise(3)
@promise(4)
async def test_two_programs_confirm_at_once_and_one_request_is_sent(
    demo: DemoServer, tmp_path: Path
) -> None:
    connection = tmp_path / "connection.json"
    connection.write_text(json.dumps(demo.describe()), encoding="utf-8")
    files = [tmp_path / "first", tmp_path / "second"]
    with files[0].open("w") as one, files[1].open("w") as other:
        username = demo.people[0].username
        with (
            start(connection, tmp_path, username, one) as first,
            start(connection, tmp_path, username, other) as second,
        ):
            racers = (first, second)
            await until(lambda: are_ready(racers, files), turns=_PATIENCE)
            for racer in racers:
                assert racer.stdin is not None
                racer.stdin.write("go\n")
                racer.stdin.flush()
            await until(lambda: all(each.poll() is not None for each in racers), turns=_PATIENCE)
    told = [file.read_text() for file in files]
    said = sorted((text.split() or [""])[-1] for text in told)
    assert said in (["OperationPending", "won"], ["DEVICE_CHANGED", "won"]), told
    assert len(demo.tenant.posts) == 1
    assert list(states(tmp_path / "data" / "demo" / STORE).values()) == ["ACCEPTED"]
