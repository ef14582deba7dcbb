"""What a kiosk writes down: on disk before anything is sent, and nothing about anybody."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from dataclasses import fields
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from companyportal import kiosk_journal
from companyportal.errors import OperationPending, StoreNotWritable
from companyportal.kiosk_journal import KEPT_LINES, Entry, KioskJournal, read
from companyportal.records import OperationState
from companyportal.store import Store
from tests.proofs import fault, promise, threat
from tests.store_samples import MARIE, operation
from tests.virtual_clock import VirtualClock
from tools.run import ROOT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal shall be; nothing is there yet."""
    return tmp_path / "kiosk" / kiosk_journal.NAME


@pytest.fixture
def clock() -> VirtualClock:
    """The kiosk's."""
    return VirtualClock()


def opened(path: Path, clock: VirtualClock) -> Store:
    """A visit's store, with the journal of Desk 3."""
    return Store.open(None, journal=KioskJournal(path, station="Desk 3", clock=clock))


def states(path: Path) -> list[str]:
    """What is in the file, line by line."""
    return [entry.state for entry in read(path)]


@fault("R20")
@promise(4)
def test_each_step_is_in_the_file_when_it_returns(path: Path, clock: VirtualClock) -> None:
    store = opened(path, clock)
    steps = [OperationState.SENDING, OperationState.ACCEPTED, OperationState.DONE]
    assert states(path) == []
    store.intend(operation())
    assert states(path) == ["INTENT"]
    for count, state in enumerate(steps, start=2):
        store.mark("op-1", state)
        assert states(path) == ["INTENT", *steps][:count]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    store.close()


@threat("T32")
@promise(7)
def test_nothing_in_it_leads_to_a_person_or_a_device(path: Path, clock: VirtualClock) -> None:
    store = opened(path, clock)
    store.intend(operation())
    store.mark("op-1", OperationState.SENDING)
    store.close()
    first, second = read(path)
    assert {field.name for field in fields(Entry)} == {
        "id", "action", "station", "boot", "boot_s", "at", "state"
    }  # fmt: skip
    assert (first.action, first.station) == ("resetPasscode", "Desk 3")
    assert first.id == second.id
    text = path.read_text(encoding="utf-8")
    for word in ("op-1", "device-1", *MARIE, *operation().snapshot[0][1:]):
        assert word not in text
    other = opened(path, clock)
    other.intend(operation())
    other.close()
    assert read(path)[-1].id != first.id, "the same operation could be found again"


@threat("T32")
def test_the_next_visit_learns_nothing_from_it(path: Path, clock: VirtualClock) -> None:
    store = opened(path, clock)
    store.intend(operation())
    store.mark("op-1", OperationState.SENDING)
    store.close()
    after = opened(path, clock)
    after.recover()
    assert after.open_operations(MARIE) == ()
    assert after.notifications() == ()
    after.intend(operation())
    after.close()


_VICTIM = """
import os, signal, sys
from pathlib import Path
from companyportal.clock import SystemClock
from companyportal.kiosk_journal import KioskJournal
from companyportal.records import OperationState
from companyportal.store import Store
from tests.store_samples import operation
path, victim = Path(sys.argv[1]), int(sys.argv[2])
steps, fsync = iter(range(100)), os.fsync
def count(descriptor):
    fsync(descriptor)
    if next(steps) == victim:
        os.kill(os.getpid(), signal.SIGKILL)
store = Store.open(None, journal=KioskJournal(path, station="", clock=SystemClock()))
os.fsync = count
store.intend(operation())
store.mark("op-1", OperationState.SENDING)
print("a byte leaves", flush=True)
store.mark("op-1", OperationState.ACCEPTED)
"""


@fault("R20")
@promise(4)
@pytest.mark.parametrize(("victim", "found"), [(0, ["INTENT"]), (1, ["INTENT", "SENDING"])])
def test_nothing_leaves_before_it_is_on_disk(path: Path, victim: int, found: list[str]) -> None:
    """Killed in the moment when the disk has it, for each of the two steps before sending."""
    done = subprocess.run(
        [sys.executable, "-c", _VICTIM, path, str(victim)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGKILL, "", "")
    assert states(path) == found


@fault("R21")
def test_where_it_cannot_be_made_nothing_is_sent(tmp_path: Path, clock: VirtualClock) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "x.jnl", tmp_path / "folder", Path("/proc/x.jnl")):
        store = opened(path, clock)
        assert not store.is_writable
        with pytest.raises(StoreNotWritable) as caught:
            store.intend(operation())
        assert caught.value.path == path
        store.close()


@fault("R21")
def test_where_the_disk_fails_nothing_is_sent(
    path: Path, clock: VirtualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened(path, clock)
    store.intend(operation())

    def fail(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreNotWritable, match="Input/output error"):
        store.mark("op-1", OperationState.SENDING)
    with pytest.raises(StoreNotWritable):
        store.mark("op-1", OperationState.NOT_SENT)
    monkeypatch.undo()
    store.intend(operation("op-2"))  # the device is free again
    store.close()


_FULL = """
import resource, sys
from pathlib import Path
from companyportal.clock import SystemClock
from companyportal.errors import StoreNotWritable
from companyportal.kiosk_journal import KioskJournal
from companyportal.store import Store
from tests.store_samples import operation
store = Store.open(None, journal=KioskJournal(Path(sys.argv[1]), station="", clock=SystemClock()))
resource.setrlimit(resource.RLIMIT_FSIZE, (20, resource.RLIM_INFINITY))
for _ in range(2):
    try:
        store.intend(operation())
    except StoreNotWritable as error:
        print(error, flush=True)
"""


@fault("R21")
def test_a_line_that_finds_no_room_stops_the_request(path: Path) -> None:
    """Room for a part of it the first time, and for none the second time."""
    done = subprocess.run(
        [sys.executable, "-c", _FULL, path], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.splitlines() == ["only a part could be written", "File too large"]
    assert read(path) == ()


def test_before_the_first_operation_there_is_nothing_to_read(path: Path) -> None:
    assert read(path) == ()


def test_a_second_request_for_a_device_is_refused_as_ever(path: Path, clock: VirtualClock) -> None:
    store = opened(path, clock)
    store.intend(operation())
    with pytest.raises(OperationPending):
        store.intend(operation("op-2"))
    store.close()


@fault("R22")
@pytest.mark.parametrize("torn", [b'{"id":"0', b"\x00\x00\x00", b"[1]", b'{"id":1}', b"["])
def test_a_last_line_that_a_power_cut_tore_harms_no_other(
    path: Path, clock: VirtualClock, torn: bytes
) -> None:
    store = opened(path, clock)
    store.intend(operation())
    with path.open("ab") as file:
        file.write(torn)
    assert states(path) == ["INTENT"]
    store.mark("op-1", OperationState.SENDING)
    assert states(path) == ["INTENT", "SENDING"]
    assert path.read_bytes().count(b"\n") == 3
    store.close()


def _filled(path: Path, clock: VirtualClock, lines: int) -> None:
    """A journal of one line an hour, the last one now."""
    path.parent.mkdir()
    entry = {"id": "0", "action": "sync", "station": "", "boot": "", "boot_s": 0.0, "state": "DONE"}
    times = (clock.now() - timedelta(hours=hours) for hours in reversed(range(lines)))
    text = "".join(
        json.dumps({**entry, "at": at.isoformat(timespec="seconds")}) + "\n" for at in times
    )
    path.write_text(text, encoding="utf-8")


def test_it_keeps_thirty_days(path: Path, clock: VirtualClock) -> None:
    _filled(path, clock, 24 * 40)
    store = opened(path, clock)
    store.intend(operation())
    store.close()
    entries = read(path)
    assert len(entries) == 24 * 30 + 2
    assert all(before.at <= after.at for before, after in pairwise(entries))
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_it_keeps_a_thousand_lines(path: Path, clock: VirtualClock) -> None:
    _filled(path, clock, 600)
    text = path.read_text(encoding="utf-8")
    path.write_text(text * 2, encoding="utf-8")
    store = opened(path, clock)
    store.intend(operation())
    store.close()
    assert len(read(path)) == KEPT_LINES + 1
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@fault("R21")
def test_a_file_that_cannot_be_shortened_stays_whole(
    path: Path, clock: VirtualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    _filled(path, clock, 24 * 40)
    store = opened(path, clock)
    before = path.read_bytes()

    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(StoreNotWritable, match="No space left on device"):
        store.intend(operation())
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    store.close()
