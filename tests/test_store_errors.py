"""Every failure of the store says what and where; what the dead left is settled by the next."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from companyportal.errors import (
    OperationPending,
    StoreError,
    StoreNewer,
    StoreNotWritable,
    StoreUnreadable,
)
from companyportal.records import OperationState
from companyportal.store import Store
from companyportal.store_file import StoreFile
from companyportal.store_opening import open_store_file
from tests.proofs import fault
from tests.store_samples import MARIE, in_state, notification, operation, states

S = OperationState


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store shall be, in folders that are not there yet."""
    return tmp_path / "state" / "companyportal" / "portal.db"


def error_of(kind: type[StoreError], work: Callable[[], object]) -> tuple[str, Path | None]:
    """What exactly was raised, in words and place."""
    with pytest.raises(StoreError) as caught:
        work()
    assert type(caught.value) is kind
    return str(caught.value), caught.value.path


def problem_of(store: Store) -> tuple[type, str, Path | None]:
    """What was wrong with the file when it was opened."""
    assert store.problem is not None
    return type(store.problem), str(store.problem), store.problem.path


def test_a_request_that_may_not_be_noted_says_why_and_in_which_store(path: Path) -> None:
    with closing(Store.open(path)) as store:
        store.intend(operation())
        again = operation("op-2")
        assert error_of(OperationPending, lambda: store.intend(again)) == (
            "an earlier one is open",
            path,
        )
        late = in_state(operation("op-3", device_id="device-3"), S.SENDING)
        with pytest.raises(ValueError, match=r"^an operation begins as INTENT$"):
            store.intend(late)
        assert error_of(StoreError, lambda: store.mark("op-1", S.DONE)) == (
            "operation op-1 cannot become DONE",
            path,
        )


@fault("R21")
def test_a_folder_that_is_taken_away_is_told_by_its_own_words(path: Path) -> None:
    with closing(Store.open(path)) as store:
        shutil.rmtree(path.parent)
        gone = ("No such file or directory", path)
        assert error_of(StoreNotWritable, lambda: store.intend(operation())) == gone
        assert error_of(StoreNotWritable, store.erase_personal)[1] == path


@fault("R22")
def test_what_is_found_when_it_is_opened_is_told_with_its_place(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(b"no database at all")
    with closing(Store.open(path)) as store:
        assert problem_of(store) == (StoreUnreadable, "set aside", path.with_name("portal.db.bad"))
        assert store.set_aside == path.with_name("portal.db.bad")
        store.intend(operation())
        assert states(path) == {"op-1": "INTENT"}
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA user_version = 3")
    with closing(Store.open(path)) as store:
        newer = "made by a newer version of this program"
        assert problem_of(store) == (StoreNewer, newer, path)
    unreachable = path / "below" / "portal.db"
    with closing(Store.open(unreachable)) as store:
        assert problem_of(store) == (StoreNotWritable, "Not a directory", unreachable)


def test_a_new_store_makes_its_folders_for_its_owner_alone(path: Path) -> None:
    Store.open(path).close()
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("sql", "words", "read"),
    [
        (
            "UPDATE operations SET checksum = 7",
            "checksum of an operation",
            lambda store: store.open_operations(MARIE),
        ),
        (
            "UPDATE notifications SET kind = 'x'",
            "values of a notification",
            lambda store: store.notifications(),
        ),
        (
            "UPDATE notifications SET created_at = 'soon'",
            "values of a notification",
            lambda store: store.notifications(),
        ),
        ("DROP TABLE notifications", "SQLITE_ERROR", lambda store: store.notifications()),
    ],
)
def test_damage_that_is_met_later_names_the_row_and_the_file(
    path: Path, sql: str, words: str, read: Callable[[Store], object]
) -> None:
    with closing(Store.open(path)) as store:
        store.intend(operation())
        store.mark("op-1", S.SENDING)
        store.add_notification(notification(1))
        with closing(sqlite3.connect(path)) as database:
            database.execute(sql)
            database.commit()
        assert error_of(StoreError, lambda: read(store)) == (words, path)


def closed_file(path: Path) -> StoreFile:
    """A store whose connection has been lost."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = open_store_file(path)
    file.connection.close()
    return file


def test_a_log_that_cannot_be_emptied_is_told(path: Path) -> None:
    file = closed_file(path)
    assert error_of(StoreNotWritable, file.empty_log) == ("ProgrammingError", path)
    file = open_store_file(path)
    with closing(sqlite3.connect(path)) as reader, closing(file.connection):
        with file.writing() as database:
            database.execute("DELETE FROM notifications")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM notifications").fetchone()
        with file.writing() as database:
            database.execute("DELETE FROM operations")
        file.connection.execute("PRAGMA busy_timeout = 0")
        assert error_of(StoreNotWritable, file.empty_log) == ("another process reads the log", path)


@fault("R20")
@pytest.mark.parametrize(
    ("left", "found"),
    [
        (S.INTENT, S.NOT_SENT),
        (S.SENDING, S.UNKNOWN),
        (S.ACCEPTED, S.ACCEPTED),
        (S.REFUSED, S.REFUSED),
    ],
)
def test_the_next_program_settles_what_the_last_one_left(
    path: Path, left: OperationState, found: OperationState
) -> None:
    with closing(Store.open(path)) as store:
        store.intend(operation())
        for state in (S.SENDING, left):
            if left is not S.INTENT and states(path)["op-1"] != left:
                store.mark("op-1", state)
    with closing(Store.open(path)) as alive, closing(Store.open(path)) as store:
        alive.intend(operation("op-2", device_id="device-2"))
        alive.mark("op-2", S.SENDING)
        store.recover()
        assert states(path) == {"op-1": found, "op-2": "SENDING"}
