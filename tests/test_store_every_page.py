"""Damage in every page of the store, and in every frame of its log: never taken for a fact."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companyportal.errors import StoreError
from companyportal.records import Operation, OperationState
from companyportal.store import Store
from tests.proofs import fault
from tests.store_samples import ASKED_AT, MARIE, device, in_state, notification, operation, states

pytestmark = [pytest.mark.slow, fault("R22")]
PAGE_BYTES = 4096
FRAME_HEADER_BYTES = 24
LOG_HEADER_BYTES = 32
"""Source: https://www.sqlite.org/fileformat2.html, 4.1 and 4.2"""
OPERATIONS = [operation(f"op-{n}", device_id=f"device-{n}") for n in range(40)]
KEPT = {in_state(each, OperationState.UNKNOWN) for each in OPERATIONS}
DEVICES = tuple(device(n) for n in range(300))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store" / "portal.db"


def fill(path: Path) -> Store:
    """Tables of several pages, indexes, and a list that overflows its page; still open."""
    store = Store.open(path)
    for each in OPERATIONS:
        store.intend(each)
        for state in (OperationState.SENDING, OperationState.UNKNOWN):
            store.mark(each.operation_id, state)
    for number in range(40):
        store.add_notification(notification(number, device_name=f"Phone {number}" * 10))
    store.save_devices(MARIE, DEVICES, ASKED_AT)
    return store


def written_back(folder: Path, files: dict[str, bytes]) -> None:
    """The folder with these files and no others."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)


def read_all(path: Path) -> tuple[Store, tuple[Operation, ...]]:
    """Open it and read everything, which may fail, but only as an error of the store."""
    store = Store.open(path)
    try:
        store.notifications()
        assert store.devices(MARIE) in (None, (DEVICES, ASKED_AT))
        operations = store.open_operations(MARIE)
    except StoreError:
        operations = ()
    finally:
        store.close()
    return store, operations


def damage_to(whole: bytes) -> Iterator[bytes]:
    """Every page: its header, its pointers, its middle, its last bytes; and cut before it."""
    for start in range(0, len(whole), PAGE_BYTES):
        spots = [*range(0, 16, 3), 100, 108, 1000, PAGE_BYTES // 2, PAGE_BYTES - 60, PAGE_BYTES - 1]
        for at in (start + spot for spot in spots):
            yield whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]
        yield whole[: start + 1]
        yield whole[:start] + bytes(PAGE_BYTES) + whole[start + PAGE_BYTES :]


def test_no_damaged_page_passes_for_a_fact(path: Path) -> None:
    fill(path).close()
    whole = path.read_bytes()
    assert len(whole) > 10 * PAGE_BYTES
    set_aside = 0
    for content in damage_to(whole):
        written_back(path.parent, {path.name: content})
        store, operations = read_all(path)
        assert set(operations) in (set(), KEPT)
        assert operations or store.problem is not None
        if store.set_aside is not None:
            assert store.set_aside.read_bytes() == content
            set_aside += 1
    assert set_aside > 50


def damage_to_log(log: bytes) -> Iterator[bytes]:
    """Every frame: its page number, its salts, its checksum, its page; cut in it and before it."""
    for at in range(0, LOG_HEADER_BYTES, 4):
        yield log[:at] + bytes([log[at] ^ 0xFF]) + log[at + 1 :]
    for start in range(LOG_HEADER_BYTES, len(log), FRAME_HEADER_BYTES + PAGE_BYTES):
        for spot in (0, 7, 9, 17, FRAME_HEADER_BYTES, FRAME_HEADER_BYTES + PAGE_BYTES - 1):
            at = start + spot
            yield log[:at] + bytes([log[at] ^ 0xFF]) + log[at + 1 :]
        yield log[:start]
        yield log[: start + 100]


def test_a_damaged_log_is_the_store_of_a_moment_before(path: Path) -> None:
    """As after a crash, when the log has not yet been worked into the file: what comes after the
    damage is gone, what came before it stands whole, and nothing is made of both.
    """
    store = Store.open(path)
    asked = operation()
    store.intend(asked)
    history = [{}, states(path)]
    for state in (OperationState.SENDING, OperationState.ACCEPTED):
        store.mark(asked.operation_id, state)
        history.append(states(path))
    names = (path.name, f"{path.name}-wal", f"{path.name}-shm")
    files = {name: path.with_name(name).read_bytes() for name in names}
    store.close()
    log = files.pop(names[1])
    seen: list[dict[str, str]] = []
    for content in [log, *damage_to_log(log)]:
        written_back(path.parent, files | {names[1]: content})
        opened, _ = read_all(path)
        assert opened.is_writable
        assert states(path) in history
        seen += [states(path)]
    assert [moment in seen for moment in history] == [True] * len(history)


def giant(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")
    os.truncate(path, 1024**3)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def zeros(path: Path) -> None:
    path.write_bytes(b"")
    os.truncate(path, 1024**3)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
@pytest.mark.parametrize("make", [giant, zeros, pipe])
def test_what_is_no_store_at_all_is_set_aside_unread(
    path: Path, make: Callable[[Path], None]
) -> None:
    path.parent.mkdir()
    make(path)
    store = Store.open(path)
    assert store.set_aside == path.with_name("portal.db.bad")
    assert store.is_writable
    store.intend(operation())
    store.close()


def test_a_shared_memory_file_from_elsewhere_is_not_believed(path: Path) -> None:
    store = fill(path)
    files = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    store.close()
    files[f"{path.name}-shm"] = bytes(range(256)) * 128
    written_back(path.parent, files)
    opened, operations = read_all(path)
    assert opened.problem is None
    assert set(operations) == KEPT
