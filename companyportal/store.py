"""What must outlive the process: operations, the notifications behind the bell, the last list.

The rule that lives here: an operation is on disk, safe from a power cut, before anything is sent,
and it is there as SENDING before the first byte leaves. So at the next start INTENT means for
certain that nothing was sent, and SENDING that nobody knows. No token, no passcode and no name of
a person is ever written. At the kiosk it is all in memory (``Store.open(None, journal=…)``), and a
journal that names neither person nor device is told of operations, by the same rule.
"""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from companyportal.clock import Clock, SystemClock
from companyportal.domain import Device, Person
from companyportal.errors import StoreError, StoreNotWritable, StoreUnreadable
from companyportal.records import Notification, Operation, OperationState
from companyportal.store_device_list import SLICE, devices_of, pieces_of
from companyportal.store_file import StoreFile
from companyportal.store_opening import delete_set_aside, open_store_file
from companyportal.store_operations import OperationLog
from companyportal.store_rows import (
    NOTIFICATION_COLUMNS,
    notification_of,
    notification_row,
    stamp,
)

KEPT = timedelta(days=90)
"""Operations that ended, and notifications, are forgotten after so long."""

_log = logging.getLogger(__name__)


class Journal(Protocol):
    """Is told of operations, too; each verb has written it down when it returns.

    Raises: StoreNotWritable.
    """

    def begin(self) -> None:
        """See whether anything can be written."""
        ...

    def intend(self, operation: Operation) -> None:
        """It is about to be sent."""
        ...

    def mark(self, operation_id: str, state: OperationState) -> None:
        """It has come so far."""
        ...


class Store:
    """The one door to the database; use it from one thread.

    Every verb that writes raises StoreNotWritable, every one that reads StoreError.
    """

    def __init__(self, file: StoreFile, journal: Journal | None = None) -> None:
        self._file = file
        self._journal = journal
        self._operations = OperationLog(file)
        self.problem = file.problem
        """What could not be used at opening, to be told once."""

    @classmethod
    def open(
        cls, path: Path | None, *, clock: Clock | None = None, journal: Journal | None = None
    ) -> Store:
        """The store at ``path``, or one in memory for None. Never raises: see ``problem``.

        A damaged file is set aside as ``.bad``, ``.bad-2`` … and a new one made. One that a newer
        version made stays as it is. Where none can be written ``is_writable`` is False.
        """
        store = cls(open_store_file(path), journal)
        if journal is not None:
            store._try(journal.begin)
        limit = (clock or SystemClock()).now() - KEPT
        store._try(store._forget_before, limit)
        return store

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged file went."""
        return self.problem.path if isinstance(self.problem, StoreUnreadable) else None

    @property
    def is_writable(self) -> bool:
        """False where nothing may be sent, since it could not be written down before."""
        return not isinstance(self.problem, StoreNotWritable)

    # operations

    def intend(self, operation: Operation) -> None:
        """Write down what is about to be sent; on disk when it returns.

        Raises: StoreNotWritable; OperationPending where one of the same action is open for this
        device, also one of another process.
        """
        if isinstance(self.problem, StoreNotWritable):
            raise type(self.problem)(self.problem.detail, path=self.problem.path)
        if self._journal is not None:
            self._journal.intend(operation)
        self._operations.intend(operation)

    def mark(self, operation_id: str, state: OperationState) -> None:
        """Write down how far it has come; on disk when it returns.

        Raises: StoreNotWritable; StoreError where the operation cannot come into that state, so
        that none is ever sent twice.
        """
        self._operations.mark(operation_id, state)
        if self._journal is not None:
            self._journal.mark(operation_id, state)

    def recover(self) -> None:
        """Settle what dead processes left: INTENT was never sent, SENDING nobody knows.

        Never raises; where it cannot be done nothing may be sent either: see ``problem``.
        """
        self._try(self._operations.recover)

    def open_operations(self, person: Person) -> tuple[Operation, ...]:
        """What this person asked for and has still to be read from the service, oldest first;
        without what another living process is sending just now.
        """
        return self._operations.open_for(person)

    # notifications

    def add_notification(self, notification: Notification) -> None:
        """Keep it; the same id again changes nothing."""
        statement = f"INSERT OR IGNORE INTO notifications ({NOTIFICATION_COLUMNS}) VALUES"
        self._write(f"{statement} (?, ?, ?, ?, ?, ?)", *notification_row(notification))

    def notifications(self) -> tuple[Notification, ...]:
        """All that are kept, newest first."""
        with self._file.reading() as database:
            rows = database.execute(
                f"SELECT {NOTIFICATION_COLUMNS} FROM notifications"  # noqa: S608
                " ORDER BY created_at DESC, rowid DESC"
            )
            return tuple(notification_of(row) for row in rows)

    def mark_read(self, notification_id: str) -> None:
        """The person has seen it."""
        statement = "UPDATE notifications SET is_read = 1 WHERE notification_id = ?"
        self._write(statement, notification_id)

    def mark_all_read(self) -> None:
        """The person has seen them all."""
        self._write("UPDATE notifications SET is_read = 1")

    def withdraw(self, notification_id: str) -> None:
        """It is no longer true, or has been replaced."""
        self._write("DELETE FROM notifications WHERE notification_id = ?", notification_id)

    # the last device list

    def save_devices(self, person: Person, devices: Sequence[Device], checked_at: datetime) -> None:
        """Keep a whole list in place of the person's last one."""
        for _ in self.saving_devices(person, devices, checked_at):
            pass

    def saving_devices(
        self, person: Person, devices: Sequence[Device], checked_at: datetime
    ) -> Iterator[None]:
        """The same in steps of a few milliseconds; nothing is written before the last one, and a
        short list takes no other.
        """
        content = b""
        for piece in pieces_of(devices):
            content += piece
            if len(devices) > SLICE:
                yield
        statement = "INSERT OR REPLACE INTO device_lists VALUES (?, ?, ?, ?, ?)"
        with self._file.writing_copy() as database:
            row = (*person, stamp(checked_at), content, zlib.crc32(content))
            database.execute(statement, row)

    def devices(self, person: Person) -> tuple[tuple[Device, ...], datetime] | None:
        """The person's last list and when it was read; None where there is none to be used."""
        kept = self._device_list("WHERE tenant_id = ? AND user_id = ?", *person)
        return kept and kept[1:]

    def latest_devices(self) -> tuple[Person, tuple[Device, ...], datetime] | None:
        """The newest list of anyone, to be shown before it is known who is signed in."""
        return self._device_list("ORDER BY checked_at DESC LIMIT 1")

    def _device_list(
        self, which: str, *values: str
    ) -> tuple[Person, tuple[Device, ...], datetime] | None:
        columns = "tenant_id, user_id, checked_at, content, checksum"
        try:
            with self._file.reading() as database:
                question = f"SELECT {columns} FROM device_lists {which}"  # noqa: S608
                row = database.execute(question, values).fetchone()
            if row is None:
                return None
            devices = devices_of(row[3], row[4])
            return Person(row[0], row[1]), devices, datetime.fromisoformat(row[2])
        except (StoreError, ValueError) as error:
            # Only a copy of what the service knows: it will be read anew.
            _log.info("the kept device list cannot be used: %s", type(error).__name__)
            return None

    # what the service refuses

    def note_refused(self, person: Person, what: str, at: datetime) -> None:
        """Remember that ``what`` is not for this person."""
        self._write("INSERT OR REPLACE INTO refusals VALUES (?, ?, ?, ?)", *person, what, stamp(at))

    def refused_at(self, person: Person, what: str) -> datetime | None:
        """When that was last refused; None where it is not known. Never raises."""
        question = "SELECT at FROM refusals WHERE tenant_id = ? AND user_id = ? AND what = ?"
        try:
            with self._file.reading() as database:
                row = database.execute(question, (*person, what)).fetchone()
            return row and datetime.fromisoformat(row[0])
        except (StoreError, ValueError):
            return None

    def forget_refused(self, person: Person, what: str) -> None:
        """It may be allowed now."""
        condition = "tenant_id = ? AND user_id = ? AND what = ?"
        self._write(f"DELETE FROM refusals WHERE {condition}", *person, what)  # noqa: S608

    # the end of a session, and of the process

    def erase_personal(self) -> None:
        """Sign-out: notifications, lists and refusals go, and copies that were set aside, so that
        no name is left in any file of the store. Operations stay; they name nobody.
        """
        with self._file.writing() as database:
            database.execute("DELETE FROM notifications")
            database.execute("DELETE FROM device_lists")
            database.execute("DELETE FROM refusals")
        self._file.empty_log()
        if self._file.path is not None:
            delete_set_aside(self._file.path)

    def close(self) -> None:
        """Let go of the file; an operation still at SENDING will be UNKNOWN at the next start."""
        self._file.connection.close()
        self._operations.close()

    def _try(self, write: Callable[..., None], *arguments: object) -> None:
        try:
            write(*arguments)
        except StoreNotWritable as error:
            self.problem = error

    def _forget_before(self, limit: datetime) -> None:
        self._operations.forget_before(limit)
        self._write("DELETE FROM notifications WHERE created_at < ?", stamp(limit))

    def _write(self, statement: str, *values: str | int | bytes) -> None:
        with self._file.writing() as database:
            database.execute(statement, values)
