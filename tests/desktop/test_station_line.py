"""The visit's line to its station, inside this process: what is said, heard and lost."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal.desktop.station_pipe import StationPipe
from companyportal.visit_messages import Alive, Message, Ready, decode, encode
from tests.program import until
from tests.proofs import promise, threat

pytestmark = [promise(7), threat("T02")]


class Line:
    """Both ends."""

    def __init__(self, folder: Path) -> None:
        hears, self.station_says = os.pipe()
        self.station_hears, says = os.pipe()
        self.ended: list[Path] = []
        self.told: list[Message] = []
        self.pipe = StationPipe(folder, end=self.ended.append, fds=(hears, says))
        self.old = (hears, says)
        self.pipe.told.connect(self.told.append)
        self.pipe.start()

    def close(self) -> None:
        """The station's end, as far as it is open, and what was taken over."""
        for descriptor in (self.station_says, self.station_hears, *self.old):
            try:
                os.close(descriptor)
            except OSError:
                continue


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    """One that the station listens to."""
    line = Line(tmp_path)
    yield line
    line.close()
    line.pipe.wait()


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
