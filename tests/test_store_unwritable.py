"""Where the store cannot be written, nothing is sent, and what is there stays sound."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from companyportal.errors import StoreNotWritable
from companyportal.store import Store
from companyportal.store_opening import open_store_file
from tests.models import no_fsync
from tests.proofs import fault
from tests.store_samples import notification, operation, states

pytestmark = fault("R21")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store shall be."""
    return tmp_path / "portal.db"


def test_without_a_place_the_store_lives_in_memory_and_nothing_is_sent(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "file" / "portal.db", tmp_path / "folder", Path("/proc/portal.db")):
        store = Store.open(path)
        assert not store.is_writable
        assert store.problem is not None
        assert store.problem.path == path
        store.recover()
        with pytest.raises(StoreNotWritable) as caught:
            store.intend(operation())
        assert caught.value.path == path
        store.add_notification(notification(1))
        assert store.notifications() == (notification(1),)
        store.close()


def test_a_transaction_that_sqlite_ended_itself_is_a_failed_one() -> None:
    file = open_store_file(None)

    def fill_the_disk() -> None:
        with file.writing() as database:
            database.execute("ROLLBACK")
            raise sqlite3.OperationalError("database or disk is full")

    with pytest.raises(StoreNotWritable):
        fill_the_disk()
    file.connection.close()
    with pytest.raises(StoreNotWritable):
        file.empty_log()


def test_a_store_that_another_process_blocks_is_not_writable(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("companyportal.store_opening._BUSY_S", 0.05)
    store = Store.open(path)
    store.add_notification(notification(1))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreNotWritable, match="SQLITE_BUSY"):
            store.intend(operation("op-2", device_id="device-2"))
        blocked = Store.open(path)
        assert not blocked.is_writable
        assert blocked.set_aside is None
        blocked.close()
        store.recover()
        assert not store.is_writable
        other.execute("ROLLBACK")
        other.execute("BEGIN")
        other.execute("SELECT * FROM operations").fetchone()
        with pytest.raises(StoreNotWritable, match="another process reads the log"):
            store.erase_personal()
    store.close()


_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from companyportal.errors import StoreNotWritable
from companyportal.store import Store
from tests.store_samples import device, operation, ASKED_AT, MARIE
store = Store.open(Path(sys.argv[1]))
store.intend(operation("op-0", device_id="device-0"))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (Path(sys.argv[1] + "-wal").stat().st_size, hard))
for write in (
    lambda: store.intend(operation()),
    lambda: store.save_devices(MARIE, [device()], ASKED_AT),
    lambda: store.mark("op-0", "SENDING"),
):
    try:
        write()
    except StoreNotWritable as error:
        print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
store.intend(operation())
print("room again")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a limit that Windows does not have")
def test_a_full_disk_is_told_and_leaves_the_store_sound(path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-c", _FULL_DISK, str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.stderr == ""
    *refusals, last = result.stdout.splitlines()
    assert len(refusals) == 3
    assert all(line.startswith("SQLITE_") for line in refusals)
    assert last == "room again"


_FAILING_DISK = """
import sys
from pathlib import Path
from companyportal.errors import StoreNotWritable
from companyportal.store import Store
from tests.models import no_fsync
from tests.store_samples import operation
store = Store.open(Path(sys.argv[1]))
store.intend(operation("op-0", device_id="device-0"))
getattr(no_fsync, sys.argv[2])(int(sys.argv[3]))
for write in (lambda: store.intend(operation()), lambda: store.mark("op-0", "SENDING")):
    try:
        write()
    except StoreNotWritable as error:
        print(error)
"""


@pytest.mark.skipif(not no_fsync.IS_POSSIBLE, reason="only on x86-64 and 64-bit ARM")
@pytest.mark.parametrize("where", ["fails_at_fsync", "fails_at_write"])
@pytest.mark.parametrize("error", ["EIO", "ENOSPC", "EDQUOT", "EROFS"])
def test_what_the_disk_has_not_confirmed_is_not_written(path: Path, where: str, error: str) -> None:
    """So nothing may be sent: the last answer of the disk is what counts."""
    number = str(getattr(errno, error))
    command = [sys.executable, "-c", _FAILING_DISK, str(path), where, number]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    refusals = done.stdout.splitlines()
    assert len(refusals) == 2
    assert all(line.startswith("SQLITE_") for line in refusals)
    store = Store.open(path)
    assert store.problem is None
    store.recover()
    assert set(states(path).values()) <= {"NOT_SENT", "UNKNOWN"}
    store.close()


def test_what_was_set_aside_and_cannot_be_removed_is_told(path: Path) -> None:
    store = Store.open(path)
    path.with_name("portal.db.bad").mkdir()
    with pytest.raises(StoreNotWritable):
        store.erase_personal()
    store.close()
