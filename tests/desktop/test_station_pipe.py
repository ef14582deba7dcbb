"""The visit's end of the line: no child reads it, no print is a message, and it never outlives its
station.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal.desktop.process_group import kill_others, others_in_group
from companyportal.visit_messages import Alive, Ready, decode, encode
from tests.proofs import promise, threat

pytestmark = [promise(7), threat("T32")]

VISIT = """
    import subprocess, sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from companyportal.desktop.station_pipe import StationPipe
    from companyportal.visit_messages import Ready

    app = QCoreApplication([])
    folder = Path(sys.argv[1])
    pipe = StationPipe(folder)
    print("this is no message", flush=True)
    # A browser that does not care for being asked, and writes what it can.
    subprocess.Popen(
        ["sh", "-c", "trap '' TERM HUP; cat; while :; do mkdir -p $0/profile; done", str(folder)]
    )
    pipe.told.connect(lambda message: pipe.say(message))
    pipe.start()
    pipe.say(Ready())
    {rest}
"""


@pytest.fixture
def visits() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Ended with the test, with their groups."""
    visits: list[subprocess.Popen[bytes]] = []
    yield visits
    for visit in visits:
        kill_others(visit.pid)
        visit.wait()
        assert visit.stdin is not None
        assert visit.stdout is not None
        visit.stdin.close()
        visit.stdout.close()


def _visit(
    visits: list[subprocess.Popen[bytes]], folder: Path, rest: str
) -> subprocess.Popen[bytes]:
    folder.mkdir()
    visit = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(VISIT).format(rest=rest), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        bufsize=0,
    )
    visits.append(visit)
    return visit


def _line(visit: subprocess.Popen[bytes]) -> bytes:
    assert visit.stdout is not None
    return visit.stdout.readline()


def test_only_messages_travel_and_the_browser_hears_none(
    visits: list[subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    visit = _visit(visits, tmp_path / "visit", "app.exec()")
    assert decode(_line(visit)) == Ready()
    assert visit.stdin is not None
    visit.stdin.write(b"nonsense\n" + encode(Alive()))
    assert decode(_line(visit)) == Alive()


@pytest.mark.parametrize("rest", ["app.exec()", "import time; time.sleep(3600)"])
def test_it_ends_with_its_station_and_takes_everything_along(
    visits: list[subprocess.Popen[bytes]], tmp_path: Path, rest: str
) -> None:
    """Also where the event loop stands still."""
    folder = tmp_path / "visit"
    visit = _visit(visits, folder, rest)
    assert decode(_line(visit)) == Ready()
    while not (folder / "profile").exists():
        time.sleep(0.01)
    assert others_in_group(visit.pid) >= {visit.pid}
    assert visit.stdin is not None
    visit.stdin.close()  # as the system does for a station that was killed
    visit.wait()
    assert os.WIFSIGNALED(visit.returncode) or visit.returncode == -9
    assert not others_in_group(visit.pid)
    assert not folder.exists()
