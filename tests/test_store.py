"""The store keeps what must outlive the process, and nothing that must not."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from companyportal.errors import OperationPending, StoreError, StoreNotWritable
from companyportal.records import OperationState
from companyportal.store import KEPT, Store
from tests.proofs import promise, threat
from tests.store_samples import (
    ASKED_AT,
    MARIE,
    PAUL,
    device,
    in_state,
    notification,
    operation,
    states,
)
from tests.virtual_clock import VirtualClock

S = OperationState


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store shall be; nothing is there yet."""
    return tmp_path / "state" / "portal.db"


@pytest.fixture
def clock() -> VirtualClock:
    """An hour after everything in the samples."""
    return VirtualClock(wall=ASKED_AT + timedelta(hours=1))


@pytest.fixture
def store(path: Path, clock: VirtualClock) -> Iterator[Store]:
    """A store on disk."""
    store = Store.open(path, clock=clock)
    yield store
    store.close()


def test_a_new_store_is_private_and_durable(store: Store, path: Path) -> None:
    store.intend(operation())
    assert store.is_writable
    assert store.problem is None
    assert store.set_aside is None
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    database = store._file.connection
    for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1)):
        assert database.execute(f"PRAGMA {pragma}").fetchone()[0] == value


def test_a_file_that_others_could_read_becomes_private(path: Path) -> None:
    path.parent.mkdir()
    path.touch(mode=0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@threat("T28")
def test_an_intention_is_on_disk_before_intend_returns(store: Store, path: Path) -> None:
    store.intend(operation())
    assert states(path) == {"op-1": "INTENT"}
    assert store.open_operations(MARIE) == ()


def test_an_operation_comes_back_whole(store: Store, path: Path, clock: VirtualClock) -> None:
    store.intend(operation())
    store.mark("op-1", S.SENDING)
    assert store.open_operations(MARIE) == (in_state(operation(), S.SENDING),)
    store.mark("op-1", S.ACCEPTED)
    assert store.open_operations(PAUL) == ()
    store.close()
    again = Store.open(path, clock=clock)
    again.recover()
    assert again.open_operations(MARIE) == (in_state(operation(), S.ACCEPTED),)
    again.close()


def test_open_operations_come_oldest_first(store: Store) -> None:
    for number, minutes in ((1, 5), (2, 0), (3, 9)):
        sample = operation(f"op-{number}", device_id=f"device-{number}")
        store.intend(replace(sample, asked_at=ASKED_AT + timedelta(minutes=minutes)))
        store.mark(f"op-{number}", S.SENDING)
    assert [o.operation_id for o in store.open_operations(MARIE)] == ["op-2", "op-1", "op-3"]


def test_an_operation_must_begin_as_an_intention(store: Store) -> None:
    with pytest.raises(ValueError, match="INTENT"):
        store.intend(in_state(operation(), S.SENDING))


@threat("T28")
@pytest.mark.parametrize("state", [S.INTENT, S.SENDING, S.ACCEPTED, S.UNKNOWN])
def test_a_device_with_an_open_operation_gets_no_second_one(store: Store, state: S) -> None:
    store.intend(operation())
    for step in {S.ACCEPTED: [S.SENDING], S.UNKNOWN: [S.SENDING]}.get(state, []):
        store.mark("op-1", step)
    if state is not S.INTENT:
        store.mark("op-1", state)
    with pytest.raises(OperationPending):
        store.intend(operation("op-2", device_id="DEVICE-1"))
    store.intend(operation("op-3", device_id="device-2"))


def test_an_ended_operation_makes_room_for_the_next(store: Store) -> None:
    for number, end in enumerate((S.NOT_SENT, S.REFUSED, S.DONE, S.UNRESOLVED)):
        store.intend(operation(f"op-{number}"))
        store.mark(f"op-{number}", S.SENDING)
        store.mark(f"op-{number}", end)
    store.intend(operation("op-last"))


_FORWARD = {
    S.INTENT: {S.SENDING, S.NOT_SENT},
    S.SENDING: set(S) - {S.INTENT, S.SENDING},
    S.ACCEPTED: {S.ACCEPTED, S.DONE, S.FAILED, S.NOT_SUPPORTED, S.UNRESOLVED},
    S.UNKNOWN: set(S) - {S.INTENT, S.SENDING, S.NOT_SENT},
    S.UNRESOLVED: {S.DONE, S.FAILED, S.NOT_SUPPORTED},
}


@threat("T28")
@promise(4)
@pytest.mark.parametrize("state", list(S))
@pytest.mark.parametrize("before", list(S))
def test_states_only_go_forward(before: S, state: S) -> None:
    store = Store.open(None)
    store.intend(operation())
    if before is not S.INTENT:
        store.mark("op-1", S.SENDING)
    if before not in (S.INTENT, S.SENDING):
        store.mark("op-1", before)
    if state in _FORWARD.get(before, set()):
        store.mark("op-1", state)
    else:
        with pytest.raises(StoreError, match=f"op-1 cannot become {state}"):
            store.mark("op-1", state)
    store.close()


def test_an_unknown_operation_cannot_be_marked(store: Store) -> None:
    with pytest.raises(StoreError, match="no-such"):
        store.mark("no-such", S.SENDING)


@threat("T28")
def test_only_the_one_who_intended_may_send(store: Store, path: Path) -> None:
    store.intend(operation())
    other = Store.open(path)
    with pytest.raises(StoreError, match="cannot become SENDING"):
        other.mark("op-1", S.SENDING)
    other.close()
    store.mark("op-1", S.SENDING)


def test_old_news_and_ended_operations_are_forgotten_at_opening(
    path: Path, clock: VirtualClock
) -> None:
    store = Store.open(path, clock=clock)
    for number in (1, 2):
        store.intend(operation(f"op-{number}", device_id=f"device-{number}"))
        store.mark(f"op-{number}", S.SENDING)
    store.mark("op-1", S.REFUSED)
    store.add_notification(notification(1))
    store.close()
    for wall, kept in ((KEPT, {"op-1", "op-2"}), (KEPT + timedelta(seconds=1), {"op-2"})):
        clock.wall = ASKED_AT + wall
        store = Store.open(path, clock=clock)
        assert set(states(path)) == kept
        store.close()
    clock.wall = notification(1).created_at + KEPT + timedelta(seconds=1)
    store = Store.open(path, clock=clock)
    assert store.notifications() == ()
    store.close()


def test_notifications_come_newest_first_and_can_be_read_and_withdrawn(store: Store) -> None:
    for number in (2, 1, 3):
        store.add_notification(notification(number))
    store.add_notification(replace(notification(3), device_name="the same id again"))
    assert store.notifications() == (notification(3), notification(2), notification(1))
    store.mark_read("news-2")
    assert [n.is_read for n in store.notifications()] == [False, True, False]
    store.withdraw("news-3")
    store.mark_all_read()
    assert [n.is_read for n in store.notifications()] == [True, True]


def test_the_last_list_of_each_person_comes_back_whole(store: Store) -> None:
    assert store.devices(MARIE) is None
    assert store.latest_devices() is None
    marie = (device(1), replace(device(2), name="\udc80 lone", enrolled_at=None))
    store.save_devices(MARIE, [device(9)], ASKED_AT - timedelta(days=1))
    store.save_devices(MARIE, marie, ASKED_AT)
    store.save_devices(PAUL, (), ASKED_AT - timedelta(hours=1))
    kept = (marie[0], replace(marie[1], name="? lone"))
    assert store.devices(MARIE) == (kept, ASKED_AT)
    assert store.devices(PAUL) == ((), ASKED_AT - timedelta(hours=1))
    assert store.latest_devices() == (MARIE, kept, ASKED_AT)


def test_after_sign_out_no_name_is_left_in_any_file(store: Store, path: Path) -> None:
    name = "Unmistakable-Name"
    path.with_name("portal.db.bad-2-wal").write_text(name)
    for number in range(1, 30):
        store.add_notification(notification(number, device_name=f"{name}-{number}"))
        store.save_devices(MARIE, [replace(device(number), name=name)] * number, ASKED_AT)
    store.intend(operation())
    holders = [file for file in path.parent.iterdir() if name.encode() in file.read_bytes()]
    assert len(holders) >= 2
    packed = store._file.connection.execute("SELECT content FROM device_lists").fetchone()[0][-64:]
    assert any(packed in file.read_bytes() for file in path.parent.iterdir())
    store.erase_personal()
    assert store.notifications() == ()
    assert store.devices(MARIE) is None
    for file in path.parent.iterdir():
        content = file.read_bytes()
        assert name.encode() not in content, file
        assert packed not in content, file
        assert b"Galaxy" not in content, file
    assert states(path) == {"op-1": "INTENT"}


def test_a_store_in_memory_does_everything_and_leaves_nothing(tmp_path: Path) -> None:
    store = Store.open(None)
    assert store.is_writable
    store.intend(operation())
    store.mark("op-1", S.SENDING)
    store.recover()
    assert store.open_operations(MARIE) == (in_state(operation(), S.SENDING),)
    store.add_notification(notification(1))
    store.erase_personal()
    assert store.notifications() == ()
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_closed_store_says_so(store: Store) -> None:
    store.close()
    with pytest.raises(StoreError):
        store.notifications()
    with pytest.raises(StoreNotWritable):
        store.erase_personal()
    assert store.devices(MARIE) is None
