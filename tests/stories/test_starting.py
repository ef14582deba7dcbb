"""From the command line to the window and to a clean end, as another program sees it."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from tests.proofs import fault, promise
from tests.stories.computer import WATCHED, Computer, computer

pytestmark = pytest.mark.desktop
TITLE = "Company Portal"


@pytest.fixture
def pc() -> Iterator[Computer]:
    """A computer without a session bus."""
    with computer() as made:
        yield made


def only_an_empty_lock_is_left(pc: Computer) -> bool:
    """The file of a lock stays, and nobody holds it; sockets and temporary folders have gone."""
    return all(name.endswith(".lock") for name in pc.left())


def demo_folders(pc: Computer) -> list[str]:
    """The temporary folders of demos."""
    return [name for name in pc.left() if name.startswith("companyportal-demo-")]


def connection(pc: Computer, demo: DemoServer) -> Path:
    """A file for ``--connect``."""
    file = pc.folder / "connection.json"
    file.write_text(json.dumps(demo.describe()), encoding="utf-8")
    return file


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_the_demo_comes_up_and_a_signal_ends_it_without_a_trace(
    pc: Computer, number: signal.Signals
) -> None:
    program = pc.start("--demo")
    await program.until(lambda: pc.screen.windows(TITLE))
    assert demo_folders(pc)
    assert await program.end(number) == 0
    assert only_an_empty_lock_is_left(pc)
    assert [each.name for each in (pc.data / "demo").iterdir()] == ["window.ini"]


async def test_a_signal_ends_it_also_while_the_demo_is_being_made(pc: Computer) -> None:
    program = pc.start("--demo")
    await program.until(lambda: demo_folders(pc))
    assert await program.end() == 0
    assert only_an_empty_lock_is_left(pc)


async def test_it_connects_to_a_demo_server_that_runs_alone(pc: Computer) -> None:
    server = pc.run("companyportal", "demo-server")
    await server.until(lambda: server.output.endswith("\n"))
    file = pc.folder / "connection.json"
    file.write_text(server.output, encoding="utf-8")
    program = pc.start("--connect", file, module=WATCHED)
    assert "A pretend organisation on this computer." in (await program.told("painted"))["words"]
    await program.until(lambda: pc.screen.windows(TITLE))
    assert await program.end() == 0
    assert await server.end() == 0
    assert only_an_empty_lock_is_left(pc)


@fault("R27")
@promise(3)
async def test_a_second_start_brings_the_first_window_to_the_front(
    pc: Computer, demo: DemoServer
) -> None:
    first = pc.start("--connect", connection(pc, demo))
    await first.until(lambda: pc.screen.windows(TITLE))
    [window] = pc.screen.windows(TITLE)
    other = pc.run("companyportal", "--data", str(pc.folder / "other"))
    await other.until(lambda: len(pc.screen.windows(TITLE)) == 2)
    assert pc.screen.windows(TITLE)[0] == window
    second = pc.start("--connect", connection(pc, demo))
    assert await second.ended() == 0
    await first.until(lambda: pc.screen.windows(TITLE)[-1] == window)
    assert len(pc.screen.windows(TITLE)) == 2


@fault("R20")
@promise(3)
async def test_a_start_after_a_kill_is_like_any_other(pc: Computer, demo: DemoServer) -> None:
    file = connection(pc, demo)
    killed = pc.start("--connect", file)
    await killed.until(lambda: pc.screen.windows(TITLE))
    assert await killed.end(signal.SIGKILL) == -signal.SIGKILL
    again = pc.start("--connect", file, module=WATCHED)
    words = (await again.told("painted"))["words"]
    assert "records" not in words
    assert await again.end() == 0
    assert only_an_empty_lock_is_left(pc)


@fault("R32")
async def test_the_end_of_the_desktop_session_is_a_clean_end(pc: Computer) -> None:
    program = pc.start("--demo", module=WATCHED)
    await program.told("painted")
    await program.ask("log out")
    assert await program.ended() == 0
    assert only_an_empty_lock_is_left(pc)
    assert "Traceback" not in program.words
