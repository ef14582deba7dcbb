"""A list of thousands is kept in steps, and half of it is never there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from companyportal.errors import StoreNotWritable
from companyportal.records import OperationState
from companyportal.store import Store
from companyportal.store_device_list import SLICE
from tests.models.forbidding import STORE, forbidding
from tests.proofs import fault, promise
from tests.store_samples import ASKED_AT, MARIE, PAUL, device, notification, operation

pytestmark = fault("R16")

FEW = tuple(device(number) for number in range(3))
MANY = tuple(device(number) for number in range(2 * SLICE + 1))


@pytest.mark.parametrize("count", [0, 1, SLICE, SLICE + 1, 2 * SLICE + 1])
def test_a_list_of_any_length_comes_back_whole(tmp_path: Path, count: int) -> None:
    path = tmp_path / "portal.db"
    store = Store.open(path)
    store.save_devices(MARIE, MANY[:count], ASKED_AT)
    store.close()
    again = Store.open(path)
    assert again.devices(MARIE) == (MANY[:count], ASKED_AT)
    again.close()


def test_until_the_last_step_the_old_list_is_there_and_nothing_of_the_new_one() -> None:
    store = Store.open(None)
    store.save_devices(MARIE, FEW, ASKED_AT)
    steps = 0
    for _ in store.saving_devices(MARIE, MANY, ASKED_AT.replace(hour=11)):
        assert store.devices(MARIE) == (FEW, ASKED_AT)
        steps += 1
    assert steps >= len(MANY) / SLICE
    assert store.devices(MARIE) == (MANY, ASKED_AT.replace(hour=11))
    store.close()


def test_saving_that_is_given_up_leaves_the_old_list() -> None:
    store = Store.open(None)
    store.save_devices(MARIE, FEW, ASKED_AT)
    for _ in store.saving_devices(MARIE, MANY, ASKED_AT):
        break
    assert store.devices(MARIE) == (FEW, ASKED_AT)
    store.save_devices(PAUL, MANY, ASKED_AT)
    assert store.devices(PAUL) == (MANY, ASKED_AT)
    store.close()


def test_a_short_list_is_kept_in_one_go() -> None:
    store = Store.open(None)
    assert list(store.saving_devices(MARIE, MANY[:SLICE], ASKED_AT)) == []
    store.close()


@contextmanager
def safety_of(store: Store, *words: str) -> Iterator[list[tuple[str, int]]]:
    """How safe each statement with one of these first words is: 1 normally, 2 fully."""
    database = store._file.connection
    seen: list[tuple[str, int]] = []

    def note(statement: str) -> None:
        word = statement.split()[0]
        if word in words:
            level = database.execute("PRAGMA synchronous").fetchone()[0]
            seen.append((word, int(level)))

    database.set_trace_callback(note)
    yield seen
    database.set_trace_callback(None)


def test_only_copies_do_not_wait_for_the_disk(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "portal.db")
    with safety_of(store, "INSERT", "UPDATE") as seen:
        store.save_devices(MARIE, FEW, ASKED_AT)
        store.add_notification(notification(1))
        store.mark_read("news-1")
    assert seen == [("INSERT", 1), ("INSERT", 2), ("UPDATE", 2)]
    store.close()
    with pytest.raises(StoreNotWritable):
        store.save_devices(MARIE, FEW, ASKED_AT)


@promise(4)
@pytest.mark.parametrize("trouble", ["the copy fails", "and safety does not come back"])
def test_after_a_copy_that_failed_an_operation_is_as_safe_as_ever(
    tmp_path: Path, trouble: str
) -> None:
    store = Store.open(tmp_path / STORE)
    with forbidding(tmp_path, "INSERT ON device_lists"), pytest.raises(StoreNotWritable):
        store.save_devices(MARIE, FEW, ASKED_AT)
    if trouble.startswith("and"):
        store._file.connection.execute("PRAGMA synchronous = NORMAL")
    with safety_of(store, "BEGIN", "COMMIT") as seen:
        store.intend(operation())
        store.mark("op-1", OperationState.SENDING)
    assert seen == [("BEGIN", 2), ("COMMIT", 2)] * 2
    store.close()
