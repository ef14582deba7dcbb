"""The visit's line to its station, inside this process: what is said, heard and lost."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal.desktop.station_pipe import StationPipe
from companyportal.visit_messages import Alive, Message, Ready, decode, encode
from tests.program import until
from tests.proofs import promise, threat

pytestmark = [promise(7), threat("T02")]
_LIMIT_S = 60


class Line:
    """Both ends."""

    def __init__(self, folder: Path) -> None:
        hears, self.station_says = os.pipe()
        self.station_hears, says = os.pipe()
        self.ended: list[Path] = []
        self.told: list[Message] = []
        self._is_deaf = threading.Event()
        self.pipe = StationPipe(folder, end=self._end, fds=(hears, says))
        self.old = (hears, says)
        self.pipe.told.connect(self.told.append)
        self.pipe.start()

    def _end(self, folder: Path) -> None:
        """At a kiosk it does not return."""
        self.ended.append(folder)
        if threading.current_thread() is not threading.main_thread():
            self._is_deaf.set()

    def close(self) -> None:
        """The station's end, as far as it is open, and what was taken over; then nobody listens."""
        for descriptor in (self.station_says, self.station_hears, *self.old):
            try:
                os.close(descriptor)
            except OSError:
                continue
        assert self._is_deaf.wait(_LIMIT_S)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """One that the station listens to."""
    line = Line(tmp_path)
    yield line
    line.close()


async def test_only_messages_come_through(line: Line) -> None:
    os.write(line.station_says, b"nonsense\n" + encode(Ready()) + b"x" * 9_000 + b"\n")
    await until(lambda: line.told)
    assert line.told == [Ready()]
    os.write(line.old[1], b"what some library prints\n")
    line.pipe.say(Alive())
    assert decode(os.read(line.station_hears, 9_000)) == Alive()
    assert not line.ended


async def test_a_station_that_does_not_read_is_not_waited_for(line: Line) -> None:
    for _ in range(10_000):
        line.pipe.say(Alive())
    assert not line.ended
    assert os.read(line.station_hears, 1_000_000).splitlines()[0] + b"\n" == encode(Alive())


@pytest.mark.parametrize("is_telling", [False, True])
async def test_the_end_of_the_station_is_noticed(
    line: Line, tmp_path: Path, is_telling: bool
) -> None:
    os.close(line.station_hears if is_telling else line.station_says)
    if is_telling:
        line.pipe.say(Alive())
    await until(lambda: line.ended)
    assert line.ended == [tmp_path]
