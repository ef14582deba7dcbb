"""A lock that dies with its process."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companyportal.desktop.process_lock import ProcessLock

_HOLDER = """
import sys
from pathlib import Path
from companyportal.desktop.process_lock import ProcessLock
lock = ProcessLock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.readline()
"""


def test_one_holds_it_at_a_time(tmp_path: Path) -> None:
    one, other = ProcessLock(tmp_path / "l"), ProcessLock(tmp_path / "l")
    assert one.take()
    assert one.take()
    assert not other.take()
    one.release()
    one.release()
    assert other.take()
    other.release()


def test_a_killed_process_holds_it_no_longer(tmp_path: Path) -> None:
    lock = ProcessLock(tmp_path / "l")
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(tmp_path / "l")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert not lock.take()
        holder.send_signal(signal.SIGKILL)
    assert lock.take()
    lock.release()


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="directory"):
        ProcessLock(tmp_path).take()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="link"):
        ProcessLock(tmp_path / "link").take()
