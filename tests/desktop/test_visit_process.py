"""A visit's process and everything it started go, whatever they do to stay."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from companyportal.desktop.leftovers import end_processes, processes_of
from companyportal.desktop.message_lines import MessageLines
from companyportal.desktop.process_group import others_in_group
from companyportal.desktop.visit_environment import visit_environment
from companyportal.desktop.visit_folder import VisitFolder, VisitFolders
from companyportal.desktop.visit_process import VisitProcess
from companyportal.visit_messages import Alive, End, Ended, Message, Ready
from tests.program import until
from tests.proofs import threat
from tools.run import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /proc")
CHILD, FAMILY = ROOT / "tests/station_child.py", ROOT / "tests/desktop/visit_family.py"
Start = Callable[..., "Running"]


class Running:
    """A started process, and what it said."""

    def __init__(self, folder: VisitFolder, *words: str) -> None:
        folder.make()
        self.folder = folder
        self.said: list[Message] = []
        self.gone = 0
        environment = visit_environment(os.environ, is_tryout=True)
        self.process = VisitProcess([sys.executable, *words], folder, environment)
        self.process.said.connect(self.said.append)
        self.process.gone.connect(self._on_gone)
        self.process.start()

    async def end(self) -> bool:
        return await asyncio.to_thread(self.process.end)

    async def facts(self) -> dict[str, Any]:
        path = self.folder.path / "facts.json"
        await until(path.exists)
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return found

    def _on_gone(self) -> None:
        self.gone += 1


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts a Python program as a visit; all end with the test."""
    folders, running = VisitFolders(tmp_path), list[Running]()

    def begin(*words: str) -> Running:
        running.append(Running(folders.next(), *words))
        return running[-1]

    yield begin
    for each in running:
        assert await each.end()


def is_alive(pid: int) -> bool:
    """A dead one that nobody has asked after is not; it leads nowhere any more."""
    return Path(f"/proc/{pid}/cwd").exists()


async def test_it_is_heard_and_told(start: Start) -> None:
    visit = start(str(CHILD))
    await until(lambda: Ready() in visit.said)
    await until(lambda: Alive() in visit.said)
    visit.process.tell(End())
    await until(lambda: any(isinstance(each, Ended) for each in visit.said))
    assert await visit.end()
    assert visit.folder.is_gone
    await until(lambda: visit.gone)
    assert await visit.end()  # again does no harm
    visit.process.tell(End())
    assert visit.gone == 1


async def test_a_killed_one_is_gone(start: Start) -> None:
    visit = start(str(CHILD))
    await until(lambda: Ready() in visit.said)
    os.kill(visit.process.pid, signal.SIGKILL)
    await until(lambda: visit.gone)
    assert visit.gone == 1
    assert visit.process.is_over


@threat("T32")
@pytest.mark.parametrize("how", ["group", "named", "home", "orphan"])
async def test_nobody_it_started_stays(start: Start, how: str) -> None:
    visit, other = start(str(FAMILY), how), start(str(FAMILY), how)
    await visit.facts()
    await other.facts()
    path, leader = str(visit.folder.path), visit.process.pid
    relatives = processes_of(path, leader=leader)
    assert len(relatives) == 2
    others = processes_of(str(other.folder.path), leader=other.process.pid)
    assert len(others) == 2
    os.kill(leader, signal.SIGKILL)  # also where the visit itself died before
    assert await visit.end()
    assert visit.folder.is_gone
    assert not processes_of(path)
    assert not [pid for pid in relatives if is_alive(pid)]
    assert processes_of(str(other.folder.path), leader=other.process.pid) == others


async def test_leftovers_are_found_by_the_beginning_of_their_names(
    start: Start, tmp_path: Path
) -> None:
    visit = start(str(FAMILY), "orphan")
    await visit.facts()
    beginning = VisitFolders(tmp_path).beginning
    assert len(processes_of(beginning)) == 2
    assert await asyncio.to_thread(end_processes, lambda: processes_of(beginning))
    await until(lambda: visit.gone)
    assert not processes_of(beginning)


_TOO_LONG = rb"""{"is":"Ready" %s}""" % (b" " * 5_000)


@pytest.mark.parametrize(
    "code",
    [
        "while True: os.write(1, b'nonsense\\n')",
        "os.write(1, b'x' * 100_000_000)",
        'while True: os.write(1, b\'{"is":"Alive"}\\n\' * 500)',
    ],
    ids=["nonsense", "one endless line", "too fast"],
)
async def test_who_babbles_is_no_longer_listened_to(start: Start, code: str) -> None:
    visit = start("-c", f"import os, sys\n{code}\nsys.stdin.read()")
    await until(lambda: visit.gone)
    assert Ready() not in visit.said


@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_a_line_too_long_is_no_message_and_nor_is_its_end(size: int) -> None:
    written = _TOO_LONG + b"\n" + b"x" * 5_000 + b'{"is":"Ready"}\n{"is":"Alive"}\n'
    lines = MessageLines()
    parts = [written[at : at + size] for at in range(0, len(written), size)]
    assert [each for part in parts for each in lines.feed(part)] == [Alive()]
    assert not lines.are_nonsense


@threat("T36")
async def test_it_inherits_nothing_but_the_screen(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = ("LD_PRELOAD", "PYTHONPATH", "QT_PLUGIN_PATH", "SSLKEYLOGFILE", "BROWSER", "SECRET")
    for name in hostile:
        monkeypatch.setenv(name, "" if name == "LD_PRELOAD" else "/nowhere")
    monkeypatch.setenv("DISPLAY", ":77")
    with open(os.devnull, "rb") as inherited:  # noqa: PTH123, ASYNC230 - a descriptor
        os.set_inheritable(inherited.fileno(), True)
        visit = start(str(FAMILY))
        facts = await visit.facts()
    environment = facts["environment"]
    assert environment["DISPLAY"] == ":77"
    assert not set(hostile) & set(environment)
    folder = str(visit.folder.path)
    own = ("HOME", "TMPDIR", *(f"XDG_{kind}_HOME" for kind in ("CONFIG", "CACHE", "DATA", "STATE")))
    assert all(environment[name].startswith(folder) for name in own)
    assert sorted(facts["descriptors"]) == ["0", "1", "2", "3"]  # the last one reads the list


async def test_one_that_was_ended_never_starts(tmp_path: Path) -> None:
    folder = VisitFolders(tmp_path).next()
    folder.make()
    process = VisitProcess([sys.executable, str(CHILD)], folder, {})
    assert await asyncio.to_thread(process.end)
    process.start()
    assert process.pid == 0
    assert folder.is_gone


def test_starting_and_ending_need_no_event_loop(tmp_path: Path) -> None:
    folder = VisitFolder(tmp_path / "visit")
    folder.make()
    words = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    process = VisitProcess(words, folder, {"PATH": "/usr/bin:/bin"})
    process.start()
    assert others_in_group(process.pid) == {process.pid}
    assert process.end()
    assert folder.is_gone
    assert others_in_group(process.pid) == set()
    assert process.end()
