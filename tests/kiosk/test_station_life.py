"""The station as a whole: real processes, the demo organisation, and a station that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal import kiosk_journal
from companyportal.desktop.leftovers import LOCK_NAME, processes_of
from companyportal.desktop.visit_folder import VisitFolders
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.screen import Screen
from tools.run import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: /proc")
_PATIENCE = 45_000
"""Turns of two milliseconds: Python imports the whole program, three times at once."""
_TITLE = "Company Portal"
_PLACE = (37, 51, 900, 650)
_SLEEPER = "import time; time.sleep(600)"


class RealStation:
    """``companyportal --demo --kiosk`` with a place of its own in memory."""

    def __init__(self, runtime: Path, data: Path) -> None:
        self.folders = VisitFolders(runtime / "companyportal-kiosk")
        self._log = data / "logs/companyportal.log"
        self._seen = len(self.lines)
        words = ["--demo", "--kiosk", "--data", str(data)]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "companyportal", *words],
            cwd=ROOT,
            env={**os.environ, "XDG_RUNTIME_DIR": str(runtime)},
            stderr=subprocess.PIPE,
        )

    @property
    def lines(self) -> list[str]:
        """What it has logged."""
        return self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []

    @property
    def children(self) -> set[int]:
        """Whoever has a folder there."""
        return processes_of(self.folders.beginning)

    @property
    def demos(self) -> set[int]:
        """The demo organisation; two of them for a moment, perhaps."""
        return {pid for pid in self.children if b"demo-server" in words_of(pid)}

    @property
    def known_addresses(self) -> set[bytes]:
        """The files with the organisation's addresses that visits were given."""
        words = [found for pid in self.children if b"--kiosk-session" in (found := words_of(pid))]
        return {found[found.index(b"--connect") + 1] for found in words}

    async def is_ready(self, *, since: int | None = None) -> None:
        """Somebody could come; ``since`` a line of its log."""
        seen = self._seen if since is None else since
        await until(
            lambda: any("the station: ready" in line for line in self.lines[seen:]),
            turns=_PATIENCE,
        )

    async def ends(self) -> int:
        """Its exit code."""
        await until(lambda: self.process.poll() is not None, turns=_PATIENCE)
        assert self.process.stderr is not None
        self.process.stderr.close()
        return self.process.returncode


@pytest.fixture
def runtime() -> Iterator[Path]:
    """A folder in memory with a short name; everything in it ends with the test."""
    with tempfile.TemporaryDirectory(prefix="cp-", dir="/dev/shm") as name:
        yield Path(name)
        for pid in processes_of(name):
            os.kill(pid, signal.SIGKILL)


def words_of(pid: int) -> list[bytes]:
    """Its command line; nothing where it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return []


def begin_stray(named: Path) -> subprocess.Popen[bytes]:
    """Somebody outside of every group, who names the path."""
    return subprocess.Popen([sys.executable, "-c", _SLEEPER, str(named)], start_new_session=True)


@promise(7)
@threat("T32")
async def test_a_killed_station_takes_its_visits_along_and_the_next_cleans_up(
    runtime: Path, tmp_path: Path
) -> None:
    first = RealStation(runtime, tmp_path)
    await first.is_ready()
    assert len(first.children) >= 2  # the visit that waits, and the demo organisation
    first.process.kill()
    await first.ends()
    await until(lambda: not first.children, turns=_PATIENCE)
    assert first.folders.left() == []
    left = first.folders.next()
    left.make()
    (left.path / "home/secret").write_text("x", encoding="utf-8")
    stray = begin_stray(left.path / "profile")
    second = RealStation(runtime, tmp_path)
    await second.is_ready()
    assert left.is_gone
    assert stray.wait() == -signal.SIGKILL
    third = RealStation(runtime, tmp_path)
    assert await third.ends() == 1
    assert any("another station" in line for line in third.lines)
    assert len(second.children) >= 2
    second.process.terminate()
    assert await second.ends() == 0
    assert second.folders.left() == []
    assert not second.children


async def test_a_demo_organisation_that_dies_comes_again(runtime: Path, tmp_path: Path) -> None:
    station = RealStation(runtime, tmp_path)
    await station.is_ready()
    [first], former, seen = station.demos, station.known_addresses, len(station.lines)
    os.kill(first, signal.SIGKILL)
    await station.is_ready(since=seen)
    [second] = station.demos
    assert second != first
    assert len(station.known_addresses) == 1
    assert not station.known_addresses & former
    station.process.terminate()
    assert await station.ends() == 0
    assert not station.children
    assert station.folders.left() == []


@pytest.mark.desktop
async def test_in_a_window_the_visit_covers_the_station_wherever_that_was_moved(
    kiosk_screen: Screen, runtime: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    station = RealStation(runtime, tmp_path)
    await station.is_ready()
    [window] = kiosk_screen.windows(_TITLE)
    kiosk_screen.place(window, *_PLACE)
    await until(lambda: kiosk_screen.place_of(window) == _PLACE)

    def covers() -> bool:
        """The first key that is heard begins."""
        if len(windows := kiosk_screen.windows(_TITLE)) == 1:
            kiosk_screen.press("Return")
        return [kiosk_screen.place_of(each) for each in windows] == [_PLACE, _PLACE]

    await until(covers, turns=_PATIENCE)
    station.process.terminate()
    assert await station.ends() == 0


@pytest.mark.parametrize("what", ["place", "journal"])
async def test_what_cannot_be_written_leaves_a_page_on_the_screen(
    runtime: Path, tmp_path: Path, what: str
) -> None:
    if what == "place":
        place = runtime / "companyportal-kiosk"
        place.mkdir(mode=0o700)
        (place / LOCK_NAME).symlink_to("nowhere")  # which also root does not open
    else:
        (tmp_path / kiosk_journal.NAME).mkdir()
    station = RealStation(runtime, tmp_path)
    try:
        await until(
            lambda: (
                any("outOfService, storage" in line for line in station.lines)
                or station.process.poll() is not None
            ),
            turns=_PATIENCE,
        )
        assert station.process.poll() is None
    finally:
        station.process.kill()
        await station.ends()
