"""A process may be killed anywhere, and two may act at once: nothing is lost or repeated."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from companyportal import sign_of_life
from companyportal.errors import OperationPending, StoreError, StoreNotWritable
from companyportal.sign_of_life import SignOfLife, living_owners
from companyportal.store import Store
from tests.proofs import fault, promise, threat
from tests.store_samples import MARIE, device, notification, operation, states

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kill -9")]

_VICTIM = """
import os, signal, sys
from pathlib import Path
from companyportal.records import (OperationState,)
from companyportal.store import Store
from tests.store_samples import operation
path, victim = Path(sys.argv[1]), sys.argv[2]
point = "at opening"
def reached(label):
    if label == victim:
        os.kill(os.getpid(), signal.SIGKILL)
store = Store.open(path)
store._file.connection.set_trace_callback(
    lambda sql: reached(f"{point}: {sql.split()[0].strip()}"))
point = "intend"
store.intend(operation())
reached("intended")
point = "mark"
store.mark("op-1", OperationState.SENDING)
reached("marked")
point = "end"
store.mark("op-1", OperationState.ACCEPTED)
reached("accepted")
"""

_POINTS = {
    "intend: BEGIN": None,
    "intend: UPDATE": None,
    "intend: INSERT": None,
    "intend: COMMIT": None,
    "intended": "NOT_SENT",
    "mark: BEGIN": "NOT_SENT",
    "mark: UPDATE": "NOT_SENT",
    "mark: COMMIT": "NOT_SENT",
    "marked": "UNKNOWN",
    "end: BEGIN": "UNKNOWN",
    "end: UPDATE": "UNKNOWN",
    "end: COMMIT": "UNKNOWN",
    "accepted": "ACCEPTED",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store shall be."""
    return tmp_path / "portal.db"


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    """A process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@fault("R20")
@promise(4)
@pytest.mark.parametrize("point", _POINTS)
def test_after_a_kill_it_is_known_whether_anything_can_have_been_sent(
    path: Path, point: str
) -> None:
    victim = start(_VICTIM, path, point)
    _, errors = victim.communicate(timeout=60)
    assert errors == ""
    assert victim.returncode == -signal.SIGKILL
    for _ in range(2):  # a second restart changes nothing
        store = Store.open(path)
        assert store.problem is None
        store.recover()
        assert states(path).get("op-1") == _POINTS[point]
        open_ones = [o.operation_id for o in store.open_operations(MARIE)]
        assert open_ones == (["op-1"] if _POINTS[point] in ("UNKNOWN", "ACCEPTED") else [])
        store.close()
    files = sorted(file.name for file in path.parent.iterdir())
    assert files == ["portal.db", "portal.db.opening"]


@fault("R20")
def test_a_new_request_settles_a_dead_intention_by_itself(path: Path) -> None:
    store = Store.open(path)
    store.recover()
    start(_VICTIM, path, "intended").communicate(timeout=60)
    store.intend(operation("op-2"))
    assert states(path) == {"op-1": "NOT_SENT", "op-2": "INTENT"}
    store.close()


_RACER = """
import sys
from pathlib import Path
from companyportal.records import (OperationState,)
from companyportal.errors import OperationPending
from companyportal.store import Store
from tests.store_samples import operation
name, folder = sys.argv[1], Path(sys.argv[2])
print("ready", flush=True)
for round_, line in enumerate(sys.stdin):
    store = Store.open(folder / f"{round_}.db")
    store.recover()
    assert store.problem is None, store.problem
    try:
        store.intend(operation(f"{name}-{round_}"))
        store.mark(f"{name}-{round_}", OperationState.SENDING)
        print("won", flush=True)
    except OperationPending:
        print("refused", flush=True)
"""


@fault("R27")
@threat("T28")
@promise(3)
@promise(4)
def test_of_two_processes_exactly_one_may_send(tmp_path: Path) -> None:
    racers = [start(_RACER, name, tmp_path) for name in ("a", "b", "c")]
    try:
        for racer in racers:
            assert racer.stdout is not None
            assert racer.stdout.readline() == "ready\n"
        for round_ in range(15):
            for racer in racers:
                assert racer.stdin is not None
                racer.stdin.write("go\n")
                racer.stdin.flush()
            answers = [racer.stdout.readline() for racer in racers if racer.stdout]
            assert sorted(answers) == ["refused\n", "refused\n", "won\n"]
            assert list(states(tmp_path / f"{round_}.db").values()) == ["SENDING"]
    finally:
        endings = [racer.communicate(timeout=60) for racer in racers]
    assert endings == [("", "")] * 3


def test_opening_waits_for_nobody_for_ever(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store.open(path).close()
    monkeypatch.setattr("companyportal.store_opening._BUSY_S", 0.03)
    with sign_of_life.one_at_a_time(path.with_name("portal.db.opening"), timeout_s=0):
        store = Store.open(path)
    assert not store.is_writable
    assert "another process does not let go" in str(store.problem)
    store.close()


@pytest.fixture
def pair(path: Path) -> Iterator[tuple[Store, Store]]:
    """Two living instances on one file."""
    stores = Store.open(path), Store.open(path)
    yield stores
    for store in stores:
        store.close()


@fault("R27")
def test_recovering_leaves_the_living_alone(pair: tuple[Store, Store], path: Path) -> None:
    first, second = pair
    for number in (1, 2):
        first.intend(operation(f"op-{number}", device_id=f"device-{number}"))
    first.mark("op-2", "SENDING")  # type: ignore[arg-type]
    second.intend(operation("op-3", device_id="device-3"))
    for store in pair:
        store.recover()
    assert states(path) == {"op-1": "INTENT", "op-2": "SENDING", "op-3": "INTENT"}
    assert [o.operation_id for o in first.open_operations(MARIE)] == ["op-2"]
    assert second.open_operations(MARIE) == ()
    with pytest.raises(OperationPending):
        second.intend(operation("op-4", device_id="device-1"))
    first.close()
    second.recover()
    assert states(path) == {"op-1": "NOT_SENT", "op-2": "UNKNOWN", "op-3": "INTENT"}


def test_without_a_sign_of_life_nothing_is_intended(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(path)

    def fail(descriptor: int) -> bool:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(sign_of_life, "_try_lock", fail)
    with pytest.raises(StoreNotWritable, match="No locks available"):
        store.intend(operation())
    assert states(path) == {}
    store.close()


def test_where_life_cannot_be_told_nothing_is_taken_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(_VICTIM, path, "marked").communicate(timeout=60)
    store = Store.open(path)

    def fail(*_: object) -> bool:
        raise OSError(37, "No locks available")

    monkeypatch.setattr(sign_of_life, "_try_lock", fail)
    store.recover()
    assert states(path) == {"op-1": "SENDING"}
    monkeypatch.undo()
    monkeypatch.setattr(Path, "iterdir", fail)
    store.recover()
    assert not store.is_writable
    monkeypatch.undo()
    assert states(path) == {"op-1": "SENDING"}
    store.close()


def test_a_sign_of_life_is_told_from_its_remains(path: Path) -> None:
    mine = SignOfLife(path)
    assert living_owners(path) == set()
    mine.show()
    mine.show()
    path.with_name("portal.db.dead.lock").touch()
    path.with_name("portal.db.folder.lock").mkdir()
    path.with_name("other.db.x.lock").touch()
    assert living_owners(path) == {mine.owner, "folder"}
    assert not path.with_name("portal.db.dead.lock").exists()
    assert path.with_name("other.db.x.lock").exists()
    mine.end()
    mine.end()
    assert living_owners(path) == {"folder"}


def test_a_sign_of_life_survives_being_cleared_away_while_it_is_made(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = SignOfLife(path)
    try_lock = sign_of_life._try_lock
    losses = ["locked by the other", "gone"]

    def lose(descriptor: int) -> bool:
        if losses:
            if losses.pop() == "gone":
                mine._path.unlink()
                return try_lock(descriptor)
            return False
        return try_lock(descriptor)

    monkeypatch.setattr(sign_of_life, "_try_lock", lose)
    mine.show()
    assert living_owners(path) == {mine.owner}
    mine.end()


def test_a_lock_that_vanishes_meanwhile_belongs_to_nobody(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ghost = path.with_name("portal.db.ghost.lock")
    monkeypatch.setattr(Path, "iterdir", lambda _: iter([ghost]))
    assert living_owners(path) == set()


def test_names_of_devices_are_gone_after_sign_out_even_of_a_killed_process(path: Path) -> None:
    script = _VICTIM.replace(
        'reached("intended")',
        "from tests.store_samples import *\n"
        'store.add_notification(notification(1, device_name="Unmistakable"))\n'
        "store.save_devices(MARIE, [device()], ASKED_AT)\n"
        'reached("intended")',
    )
    start(script, path, "intended").communicate(timeout=60)
    names = (b"Unmistakable", device().serial_number.encode())
    assert any(names[0] in file.read_bytes() for file in path.parent.iterdir())
    store = Store.open(path)
    assert store.notifications() == (notification(1, device_name="Unmistakable"),)
    store.erase_personal()
    for file in path.parent.iterdir():
        assert not any(name in file.read_bytes() for name in names), file
    store.close()
    with pytest.raises(StoreError):
        store.notifications()
