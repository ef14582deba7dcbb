"""Stores of every version of the program that people may have, in ``tests/released``.

To add one: run this module. A file that is there is never made anew: it is what people have.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from companyportal.records import OperationState
from companyportal.store import Store
from companyportal.store_opening import SCHEMA_VERSION
from tests.proofs import fault
from tests.store_samples import ASKED_AT, MARIE, device, in_state, notification, operation

pytestmark = fault("R29")
RELEASED = Path(__file__).with_name("released")
DEVICES = tuple(device(n) for n in range(5))


def made(path: Path) -> Path:
    """A store of this version with something of everything."""
    store = Store.open(path)
    store.intend(operation())
    for state in (OperationState.SENDING, OperationState.UNKNOWN):
        store.mark("op-1", state)
    for number in range(3):
        store.add_notification(notification(number))
    store.mark_read("news-0")
    store.save_devices(MARIE, DEVICES, ASKED_AT)
    store.close()
    return path


def schema(path: Path) -> tuple[int, list[tuple[str, ...]]]:
    """The version and every table and index."""
    with closing(sqlite3.connect(path)) as database:
        [version] = database.execute("PRAGMA user_version").fetchone()
        return version, database.execute("SELECT name, sql FROM sqlite_schema").fetchall()


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_a_store_of_an_earlier_version_is_taken_over(tmp_path: Path, version: int) -> None:
    path = tmp_path / "portal.sqlite"
    shutil.copyfile(RELEASED / f"store_v{version}.sqlite", path)
    store = Store.open(path)
    assert store.problem is None
    assert store.open_operations(MARIE) == (in_state(operation(), OperationState.UNKNOWN),)
    assert [(each.notification_id, each.is_read) for each in store.notifications()] == [
        ("news-2", False),
        ("news-1", False),
        ("news-0", True),
    ]
    assert store.devices(MARIE) == (DEVICES, ASKED_AT)
    store.intend(operation("op-2", device_id="device-2"))
    store.close()


def test_no_table_is_changed_without_a_new_version(tmp_path: Path) -> None:
    released = schema(RELEASED / f"store_v{SCHEMA_VERSION}.sqlite")
    assert schema(made(tmp_path / "portal.sqlite")) == released


if __name__ == "__main__":
    file = RELEASED / f"store_v{SCHEMA_VERSION}.sqlite"
    sys.exit(f"{file} is there" if file.exists() else f"made {made(file)}")
