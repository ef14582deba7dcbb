"""What is left of the program when it crashes, and what others can read of it while it runs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from companyportal.demo.server import DemoServer
from tests import core_files
from tests.proofs import threat
from tests.stories.computer import WATCHED, Computer, Program, computer
from tools.run import ROOT

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(sys.platform != "linux", reason="only on Linux"),
    threat("T02"),
    threat("T42"),
]
CRASHES = """
import os, resource, sys
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
from companyportal.desktop import core_dumps
for name in sys.argv[1:]:
    getattr(core_dumps, name)()
os.abort()
"""
WAITS = """
import ctypes, os, sys
from companyportal.desktop import core_dumps
if os.getuid() == 0:
    os.setuid(65534)
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # as after any start; changing the user hides the memory
for name in sys.argv[1:]:
    getattr(core_dumps, name)()
print(flush=True)
sys.stdin.readline()
"""
READS = """
import os, sys
if os.getuid() == 0:
    os.setuid(65534)
try:
    open(f"/proc/{sys.argv[1]}/mem", "rb").close()
except PermissionError:
    sys.exit(13)
"""


def crash(folder: Path, *measures: str) -> set[Path]:
    """Let a process crash after these measures; the core files that it leaves."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", CRASHES, *measures], cwd=folder, env=environment, check=False
    )
    assert done.returncode == -signal.SIGABRT
    return core_files.written_in(folder)


@pytest.mark.parametrize("measure", ["refuse_core_files", "hide_memory"])
def test_a_crash_leaves_no_core_file(tmp_path: Path, measure: str) -> None:
    """Where this computer writes core files at all, which an ordinary crash shows first."""
    bare, careful = tmp_path / "bare", tmp_path / "careful"
    bare.mkdir()
    careful.mkdir()
    if not crash(bare):
        pytest.skip("this system writes no core files into the folder of the process")
    assert crash(careful, measure) == set()


@pytest.mark.parametrize(("measures", "is_readable"), [((), True), (("hide_memory",), False)])
def test_the_same_user_cannot_read_the_memory(measures: tuple[str, ...], is_readable: bool) -> None:
    """Root may read everything, so there somebody else plays both parts."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", WAITS, *measures],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        reader = [sys.executable, "-c", READS, str(process.pid)]
        done = subprocess.run(reader, check=False)
        process.communicate(b"\n")
    if is_readable and done.returncode == 13:
        pytest.skip("this system lets nobody read a process that is not his child")
    assert done.returncode == (0 if is_readable else 13)


async def at_work(program: Program) -> dict[str, Any]:
    """What is seen as soon as it has looked for a session of the last time."""
    for _ in range(2_000):
        seen = await program.ask("look")
        if "Welcome to Company Portal" in seen["words"]:
            return seen
    raise AssertionError(program.words)


@pytest.fixture
def pc() -> Iterator[Computer]:
    """A computer without a session bus."""
    with computer() as made:
        yield made


async def test_the_program_itself_is_neither_dumped_nor_read(
    pc: Computer, demo: DemoServer
) -> None:
    file = pc.folder / "connection.json"
    file.write_text(json.dumps(demo.describe()), encoding="utf-8")
    before = core_files.written_in(ROOT)
    with core_files.allowed():
        program = pc.start("--connect", file, module=WATCHED)
    await program.told("painted")
    assert not (await at_work(program))["is_dumpable"]
    assert core_files.limit_of(program.process.pid) == "0"
    assert await program.end(signal.SIGABRT) == -signal.SIGABRT
    assert core_files.written_in(ROOT) == before  # where it ran
