"""A store that is damaged, newer or not writable is told apart, and nothing is lost or sent."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from companyportal.errors import StoreError, StoreNotWritable, StoreUnreadable
from companyportal.records import OperationState
from companyportal.store import Store
from companyportal.store_device_list import devices_of, pieces_of
from companyportal.store_rows import BadRow
from tests.proofs import fault
from tests.store_samples import (
    ASKED_AT,
    MARIE,
    device,
    in_state,
    notification,
    operation,
)

pytestmark = fault("R22")
UNKNOWN = OperationState.UNKNOWN


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store shall be."""
    return tmp_path / "portal.db"


def filled(path: Path) -> bytes:
    """A store with something of everything, closed; its bytes."""
    store = Store.open(path)
    store.intend(operation())
    store.mark("op-1", OperationState.SENDING)
    store.mark("op-1", UNKNOWN)
    store.add_notification(notification(1))
    store.save_devices(MARIE, [device(n) for n in range(5)], ASKED_AT)
    store.close()
    return path.read_bytes()


def run(path: Path, sql: str) -> None:
    """Change the file behind the store's back."""
    with closing(sqlite3.connect(path)) as database:
        database.executescript(sql)


def assert_works(store: Store) -> None:
    """The store can be written and read."""
    assert store.is_writable
    store.intend(operation("op-new", device_id="device-new"))
    store.mark("op-new", OperationState.SENDING)
    assert store.open_operations(MARIE)[-1].operation_id == "op-new"


@pytest.mark.parametrize(
    "content", [b"\x00" * 5_000, b"no database at all " * 300, b"SQLite format 3"]
)
def test_a_damaged_file_is_set_aside_and_never_overwrites_an_older_one(
    path: Path, content: bytes
) -> None:
    for name in ("portal.db.bad", "portal.db.bad-2", "portal.db.bad-3"):
        path.write_bytes(content + name.encode())
        path.with_name("portal.db-wal").write_bytes(b"log of " + name.encode())
        store = Store.open(path)
        assert store.set_aside == path.with_name(name)
        assert isinstance(store.problem, StoreUnreadable)
        assert_works(store)
        store.close()
        assert path.with_name(name).read_bytes() == content + name.encode()
        assert path.with_name(f"{name}-wal").read_bytes() == b"log of " + name.encode()


def test_an_empty_file_is_a_new_store(path: Path) -> None:
    path.touch()
    store = Store.open(path)
    assert store.problem is None
    assert_works(store)
    store.close()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE operations SET device_id = 'device-2'",
        "UPDATE operations SET snapshot = '[]'",
        "UPDATE operations SET state = 'UNKNOWM'",
        "UPDATE operations SET device_id = CAST(x'ff' AS TEXT)",
        "UPDATE notifications SET kind = 'nothing'",
        "UPDATE notifications SET created_at = 'soon'",
        "DROP TABLE operations",
        "DROP TABLE device_lists",
        "PRAGMA user_version = 0",
    ],
)
def test_contents_that_this_program_did_not_write_count_as_damage(path: Path, sql: str) -> None:
    filled(path)
    run(path, sql)
    store = Store.open(path)
    assert store.set_aside == path.with_name("portal.db.bad")
    assert_works(store)
    store.close()


def test_no_truncation_and_no_flipped_byte_passes_for_a_fact(path: Path) -> None:
    whole = filled(path)
    size = len(whole)
    cuts = [whole[:length] for length in range(1, size, size // 20)]
    flips = [
        whole[:at] + bytes([whole[at] ^ mask]) + whole[at + 1 :]
        for at in [*range(16, 100, 7), *range(100, size, 331)]
        for mask in (0x01, 0xFF)
    ]
    kept = 0
    for content in cuts + flips:
        for file in path.parent.iterdir():
            file.unlink()
        path.write_bytes(content)
        store = Store.open(path)
        try:
            operations = store.open_operations(MARIE)
            assert operations in ((), (in_state(operation(), UNKNOWN),))
            lists = store.devices(MARIE)
            assert lists in (None, (tuple(device(n) for n in range(5)), ASKED_AT))
            if operations == ():  # only where the person can be told
                assert not store.is_writable or store.set_aside is not None
            kept += len(operations)
        finally:
            store.close()
    assert 0 < kept < len(cuts + flips)


def test_a_kept_list_of_another_version_is_simply_read_anew(path: Path) -> None:
    filled(path)
    run(path, "UPDATE device_lists SET content = CAST('{}' AS BLOB), checksum = 2745614147")
    store = Store.open(path)
    assert store.problem is None
    assert store.devices(MARIE) is None
    store.save_devices(MARIE, [device()], ASKED_AT)
    assert store.devices(MARIE) == ((device(),), ASKED_AT)
    store.close()
    run(path, "UPDATE device_lists SET checked_at = 'soon'")
    store = Store.open(path)
    assert store.latest_devices() is None
    store.close()


def test_damage_found_later_is_a_store_error(path: Path) -> None:
    filled(path)
    store = Store.open(path)
    run(path, "UPDATE operations SET action = 'x'; DROP TABLE notifications")
    with pytest.raises(StoreError, match="checksum of an operation"):
        store.open_operations(MARIE)
    with pytest.raises(StoreError, match="SQLITE_ERROR"):
        store.notifications()
    with pytest.raises(StoreNotWritable):
        store.add_notification(notification(2))
    store.close()


@fault("R29")
def test_a_newer_store_is_left_as_it_is_and_nothing_is_sent(path: Path) -> None:
    filled(path)
    run(path, "PRAGMA user_version = 3; CREATE TABLE future (x)")
    content = path.read_bytes()
    store = Store.open(path)
    assert not store.is_writable
    assert store.set_aside is None
    assert "newer version" in str(store.problem)
    with pytest.raises(StoreNotWritable, match="newer version"):
        store.intend(operation())
    store.add_notification(notification(1))
    store.erase_personal()
    store.close()
    assert path.read_bytes() == content


def test_a_damaged_file_that_cannot_be_set_aside_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"damaged" * 1000)

    def fail(self: Path, target: Path) -> Path:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "rename", fail)
    store = Store.open(path)
    assert not store.is_writable
    assert "Read-only file system" in str(store.problem)
    store.close()
    assert path.read_bytes() == b"damaged" * 1000


def test_a_place_that_damages_everything_is_not_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_bytes(b"damaged" * 1000)
    monkeypatch.setattr(Path, "rename", lambda self, target: target)
    store = Store.open(path)
    assert not store.is_writable
    assert "damaged again at once" in str(store.problem)
    store.close()


@pytest.mark.parametrize("text", ["{}", "[]", "7", "nothing", None])
def test_a_device_list_that_makes_no_sense_is_refused(text: str | None) -> None:
    kept = zlib.decompress(b"".join(pieces_of([device()])))
    content = text.encode() if text else kept.replace(b'"android"', b'"amiga"')
    for packed in (zlib.compress(content), zlib.compress(kept)[:-1], zlib.compress(kept)[1:]):
        with pytest.raises(BadRow):
            devices_of(packed, zlib.crc32(packed))
