"""The demo organisation of a kiosk that is tried out: it tells its parent, and ends with it."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from companyportal.demo.station_line import tell, when_station_ends


def test_the_line_is_for_its_owner_and_never_half_there(tmp_path: Path) -> None:
    file = tmp_path / "connection.json"
    tell(file, "{}\n")
    assert file.read_text(encoding="utf-8") == "{}\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]
    (tmp_path / "connection.new").symlink_to(file)
    with pytest.raises(FileExistsError):
        tell(file, "another")
    assert file.read_text(encoding="utf-8") == "{}\n"


def test_the_end_of_the_station_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    read, ended = os.read, threading.Event()
    monkeypatch.setattr(os, "read", lambda fd, count: read(reading if fd == 0 else fd, count))
    when_station_ends(ended.set)
    os.write(writing, b"something that is of no interest")
    assert not ended.is_set()
    os.close(writing)
    assert ended.wait(60)
    os.close(reading)
