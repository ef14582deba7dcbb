"""A list of thousands is kept in steps, and half of it is never there."""

from __future__ import annotations

from pathlib import Path

import pytest

from companyportal.errors import StoreNotWritable
from companyportal.store import Store
from companyportal.store_device_list import SLICE
from tests.proofs import fault
from tests.store_samples import ASKED_AT, MARIE, PAUL, device

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


def test_only_copies_do_not_wait_for_the_disk(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "portal.db")
    database = store._file.connection
    levels: list[int] = []

    def note(statement: str) -> None:
        if statement.startswith("INSERT"):
            levels.append(synchronous())

    def synchronous() -> int:
        return int(database.execute("PRAGMA synchronous").fetchone()[0])

    database.set_trace_callback(note)
    store.save_devices(MARIE, FEW, ASKED_AT)
    database.set_trace_callback(None)
    assert levels == [1]
    assert synchronous() == 2
    store.close()
    with pytest.raises(StoreNotWritable):
        store.save_devices(MARIE, FEW, ASKED_AT)
