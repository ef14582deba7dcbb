"""The operations in the store: intended, sent, ended, and settled after a crash.

The states may only go forward, and only the process that intended an operation may begin to send
it, once. The database itself allows one open operation of a kind a device.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime

from companyportal.domain import Person
from companyportal.errors import OperationPending, StoreError, StoreNotWritable
from companyportal.records import Operation, OperationState
from companyportal.sign_of_life import SignOfLife, living_owners
from companyportal.store_file import StoreFile
from companyportal.store_rows import OPERATION_COLUMNS, operation_of, operation_row, stamp

_S = OperationState
_BEFORE: dict[OperationState, tuple[OperationState, ...]] = {
    _S.SENDING: (_S.INTENT,),
    _S.NOT_SENT: (_S.INTENT, _S.SENDING),
    _S.REFUSED: (_S.SENDING, _S.UNKNOWN),
    _S.ACCEPTED: (_S.SENDING, _S.UNKNOWN, _S.ACCEPTED),
    _S.UNKNOWN: (_S.SENDING, _S.UNKNOWN),
    _S.DONE: (_S.SENDING, _S.ACCEPTED, _S.UNKNOWN, _S.UNRESOLVED),
    _S.FAILED: (_S.SENDING, _S.ACCEPTED, _S.UNKNOWN, _S.UNRESOLVED),
    _S.NOT_SUPPORTED: (_S.SENDING, _S.ACCEPTED, _S.UNKNOWN, _S.UNRESOLVED),
    _S.UNRESOLVED: (_S.SENDING, _S.ACCEPTED, _S.UNKNOWN),
}
"""From where an operation may come into a state: never twice into SENDING, never back."""

_PENDING = "state IN ('INTENT', 'SENDING', 'ACCEPTED', 'UNKNOWN')"
_SAME = "device_id = ? AND action = ?"
_INSERT = f"INSERT INTO operations ({OPERATION_COLUMNS}) VALUES ({', '.join('?' * 10)})"  # noqa: S608
_OPEN = (
    f"SELECT {OPERATION_COLUMNS} FROM operations"  # noqa: S608
    " WHERE tenant_id = ? AND user_id = ? AND (state IN ('ACCEPTED', 'UNKNOWN')"
    " OR (state = 'SENDING' AND owner = ?)) ORDER BY asked_at, rowid"
)


class OperationLog:
    """The table ``operations``; the store's verbs of the same names lead here."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file
        self._life = SignOfLife(file.path) if file.path else None
        self._owner = self._life.owner if self._life else "memory"

    def intend(self, operation: Operation) -> None:
        """Raises: StoreNotWritable, OperationPending."""
        if operation.state is not OperationState.INTENT:
            raise ValueError("an operation begins as INTENT")
        self._show_life()
        with self._file.writing() as database:
            self._settle_dead(database)
            pending = f"SELECT 1 FROM operations WHERE {_SAME} AND {_PENDING}"  # noqa: S608
            if database.execute(pending, (operation.device_id, operation.action)).fetchone():
                raise OperationPending("an earlier one is open", path=self._file.path)
            database.execute(_INSERT, operation_row(operation, self._owner))

    def mark(self, operation_id: str, state: OperationState) -> None:
        """Raises: StoreNotWritable; StoreError where it cannot come into that state."""
        before = _BEFORE.get(state, ())
        statement = (
            "UPDATE operations SET state = ? WHERE operation_id = ?"  # noqa: S608
            f" AND state IN ({', '.join('?' * len(before))})"
        )
        values = [state, operation_id, *before]
        if state is OperationState.SENDING:
            statement += " AND owner = ?"
            values.append(self._owner)
        with self._file.writing() as database:
            if database.execute(statement, values).rowcount != 1:
                detail = f"operation {operation_id} cannot become {state}"
                raise StoreError(detail, path=self._file.path)

    def recover(self) -> None:
        """Raises: StoreNotWritable."""
        with self._file.writing() as database:
            self._settle_dead(database)

    def open_for(self, person: Person) -> tuple[Operation, ...]:
        """Raises: StoreError."""
        with self._file.reading() as database:
            rows = database.execute(_OPEN, (*person, self._owner))
            return tuple(operation_of(row) for row in rows)

    def forget_before(self, limit: datetime) -> None:
        """Delete what has ended and was asked before ``limit``.

        Raises: StoreNotWritable.
        """
        with self._file.writing() as database:
            database.execute(
                f"DELETE FROM operations WHERE asked_at < ? AND NOT {_PENDING}",  # noqa: S608
                (stamp(limit),),
            )

    def close(self) -> None:
        """Be seen as dead: what is still at SENDING will be UNKNOWN at the next start."""
        if self._life is not None:
            self._life.end()

    def _show_life(self) -> None:
        """Before the first operation is written, so that none is ever without a living owner."""
        if self._life is not None:
            try:
                self._life.show()
            except OSError as error:
                raise StoreNotWritable(error.strerror or "", path=self._file.path) from error

    def _settle_dead(self, database: sqlite3.Connection) -> None:
        """Only inside a transaction: who has written an operation before held their lock before."""
        if self._file.path is None:
            return
        try:
            alive = sorted(living_owners(self._file.path))
        except OSError as error:
            raise StoreNotWritable(error.strerror or "", path=self._file.path) from error
        are_dead = f"owner NOT IN ({', '.join('?' * len(alive))})"
        for state, settled in (("INTENT", "NOT_SENT"), ("SENDING", "UNKNOWN")):
            database.execute(
                f"UPDATE operations SET state = ? WHERE state = ? AND {are_dead}",  # noqa: S608
                (settled, state, *alive),
            )
