"""Opens the file of the store and judges it: new, sound, damaged, newer than this program, or not
to be had at all.

Nothing is ever lost here: a damaged file is set aside under another name, a newer one is left as it
is, and where no file can be written the program goes on in memory and sends nothing.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from companyportal.errors import StoreError, StoreNewer, StoreNotWritable, StoreUnreadable
from companyportal.sign_of_life import one_at_a_time
from companyportal.store_file import StoreFile, error_name
from companyportal.store_rows import (
    NOTIFICATION_COLUMNS,
    OPERATION_COLUMNS,
    BadRow,
    notification_of,
    operation_of,
)

SCHEMA_VERSION = 2
"""To be raised with every new table or column, and with every new member of a stored enum."""
_BUSY_S = 2.0

_SCHEMA = (
    """CREATE TABLE operations (
        operation_id TEXT NOT NULL PRIMARY KEY, tenant_id TEXT NOT NULL, user_id TEXT NOT NULL,
        device_id TEXT NOT NULL COLLATE NOCASE, action TEXT NOT NULL, snapshot TEXT NOT NULL,
        asked_at TEXT NOT NULL, owner TEXT NOT NULL, checksum INTEGER NOT NULL,
        state TEXT NOT NULL) STRICT""",
    """CREATE UNIQUE INDEX one_open_operation_of_a_kind ON operations (device_id, action)
        WHERE state IN ('INTENT', 'SENDING', 'ACCEPTED', 'UNKNOWN')""",
    """CREATE TABLE notifications (
        notification_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, device_id TEXT NOT NULL,
        device_name TEXT NOT NULL, created_at TEXT NOT NULL, is_read INTEGER NOT NULL) STRICT""",
    """CREATE TABLE device_lists (
        tenant_id TEXT NOT NULL, user_id TEXT NOT NULL, checked_at TEXT NOT NULL,
        content BLOB NOT NULL, checksum INTEGER NOT NULL,
        PRIMARY KEY (tenant_id, user_id)) STRICT""",
    """CREATE TABLE refusals (
        tenant_id TEXT NOT NULL, user_id TEXT NOT NULL, what TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (tenant_id, user_id, what)) STRICT""",
)
_FROM_VERSION_1 = (
    "DROP INDEX one_open_operation_a_device",
    _SCHEMA[1],
    """UPDATE notifications SET kind = CASE kind
        WHEN 'passcodeReady' THEN 'resetPasscode/ready'
        WHEN 'passcodeRemoved' THEN 'resetPasscode/done'
        WHEN 'resetFailed' THEN 'resetPasscode/failed'
        WHEN 'resetNotSupported' THEN 'resetPasscode/notSupported'
        WHEN 'resetUnknown' THEN 'resetPasscode/unknown' ELSE kind END""",
    _SCHEMA[4],
)
"""Version 1 knew one action only, so one open operation a device was the same rule."""
_TAILS = ("-wal", "-shm", "-journal", "")
"""The database itself comes last: a log left beside a new file of its name would be played back
into it. Source: https://www.sqlite.org/howtocorrupt.html 1.4
"""


class _Damaged(Exception):
    pass


class _NewerSchema(Exception):
    pass


def open_store_file(path: Path | None) -> StoreFile:
    """The database at ``path``, or one in memory: for None on purpose, else with ``problem``."""
    if path is None:
        return _in_memory(None)
    try:
        return _open_or_replace(path)
    except _NewerSchema:
        return _in_memory(StoreNewer("made by a newer version of this program", path=path))
    except _Damaged:
        return _in_memory(StoreNotWritable("damaged again at once", path=path))
    except sqlite3.Error as error:
        return _in_memory(StoreNotWritable(error_name(error), path=path))
    except OSError as error:
        return _in_memory(StoreNotWritable(error.strerror or "", path=path))


def delete_set_aside(path: Path) -> None:
    """Remove what was ever set aside beside ``path``: it may name devices.

    Raises: StoreNotWritable.
    """
    try:
        for other in path.parent.iterdir():
            if other.name.startswith(f"{path.name}.bad"):
                other.unlink(missing_ok=True)
    except OSError as error:
        raise StoreNotWritable(error.strerror or "", path=path) from error


def _in_memory(problem: StoreError | None) -> StoreFile:
    connection = _connect(":memory:")
    _prepare(connection)
    return StoreFile(connection, None, problem)


def _open_or_replace(path: Path) -> StoreFile:
    """One process at a time: SQLite itself does not wait while another one makes the log, and
    nobody may set aside what another one has just made.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with one_at_a_time(path.with_name(f"{path.name}.opening"), timeout_s=_BUSY_S):
        try:
            return StoreFile(_open(path), path)
        except _Damaged:
            set_aside = _set_aside(path)
        return StoreFile(_open(path), path, StoreUnreadable("set aside", path=set_aside))


def _open(path: Path) -> sqlite3.Connection:
    _make_private_file(path)
    _check_first_bytes(path)
    connection = _connect(str(path))
    try:
        with _damage_told():
            _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_private_file(path: Path) -> None:
    """SQLite gives its log the permissions of the database. Source:
    https://www.sqlite.org/src/file/src/os_unix.c (findCreateFileMode)
    """
    is_new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    os.close(descriptor)
    path.chmod(0o600)
    if is_new and sys.platform != "win32":
        _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Without it a power cut could take the new file's very name."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _check_first_bytes(path: Path) -> None:
    """SQLite would delete the log beside a file that is none of its own.

    Source: https://www.sqlite.org/fileformat.html 1.3.1
    """
    if not path.is_file():
        raise _Damaged  # a pipe would be waited for
    with path.open("rb") as file:
        if file.read(16) not in (b"", b"SQLite format 3\0"):
            raise _Damaged


def _connect(database: str) -> sqlite3.Connection:
    return sqlite3.connect(database, timeout=_BUSY_S, isolation_level=None)


def _prepare(connection: sqlite3.Connection) -> None:
    """Judge what is there, make the tables where nothing is, and choose durability.

    Source: https://www.sqlite.org/pragma.html#pragma_synchronous, _secure_delete, _fullfsync
    """
    if _schema_version(connection) > SCHEMA_VERSION:
        raise _NewerSchema
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "secure_delete = ON",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchone()
    # One process alone may make the tables, and the lock also proves that one may write at all.
    connection.execute("BEGIN IMMEDIATE")
    version = _schema_version(connection)
    if version == 0:
        _make_tables(connection)
    elif version == 1:
        _run(connection, _FROM_VERSION_1)
    connection.execute("COMMIT")
    _check(connection)


def _schema_version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _make_tables(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        raise _Damaged  # somebody else's database
    _run(connection, _SCHEMA)


def _run(connection: sqlite3.Connection, statements: tuple[str, ...]) -> None:
    for statement in statements:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _check(connection: sqlite3.Connection) -> None:
    """Read everything that matters once; the file is small."""
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise _Damaged
    for row in connection.execute(f"SELECT {OPERATION_COLUMNS} FROM operations"):  # noqa: S608
        operation_of(row)
    for row in connection.execute(f"SELECT {NOTIFICATION_COLUMNS} FROM notifications"):  # noqa: S608
        notification_of(row)
    connection.execute("SELECT tenant_id, user_id, checked_at FROM device_lists").fetchall()
    connection.execute("SELECT tenant_id, user_id, what, at FROM refusals").fetchall()


@contextmanager
def _damage_told() -> Iterator[None]:
    """Tell damage from a disk that is full or a file that is locked."""
    try:
        yield
    except (BadRow, UnicodeDecodeError) as error:
        raise _Damaged from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF in _DAMAGE_CODES:
            raise _Damaged from error
        raise


_DAMAGE_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""SQLITE_ERROR is a missing table or column; texts that are no UTF-8 carry no code at all."""


def _set_aside(path: Path) -> Path:
    """Rename the database and what belongs to it to the first free ``.bad`` name."""
    numbers = ("", *(f"-{number}" for number in range(2, 1000)))
    targets = (path.with_name(f"{path.name}.bad{number}") for number in numbers)
    target = next(target for target in targets if not target.exists())
    for tail in _TAILS:
        source = path.with_name(path.name + tail)
        if source.exists():
            source.rename(target.with_name(target.name + tail))
    return target
