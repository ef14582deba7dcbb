"""The open database of the store, and the only two ways to work in it: reading and writing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from companyportal.errors import StoreError, StoreNotWritable
from companyportal.store_rows import BadRow

_FAILURES = (sqlite3.Error, UnicodeDecodeError)
"""Where a damaged schema is quoted in SQLite's message, Python fails to read that message."""


@dataclass(frozen=True, slots=True)
class StoreFile:
    """An open database; ``path`` is None in memory, ``problem`` says what could not be used."""

    connection: sqlite3.Connection
    path: Path | None
    problem: StoreError | None = None

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """One transaction that alone may write: all of it is on disk afterwards, or nothing.

        Raises: StoreNotWritable.
        """
        return self._transaction("FULL")

    def writing_copy(self) -> AbstractContextManager[sqlite3.Connection]:
        """As ``writing``, for what can be read from the service again: the disk is not waited for,
        so a power cut may take what was written, and nothing else.

        Raises: StoreNotWritable.
        """
        return self._transaction("NORMAL")

    @contextmanager
    def _transaction(self, synchronous: str) -> Iterator[sqlite3.Connection]:
        """Each says anew how safe it is to be, and so depends on no other that may have failed.

        Source: https://www.sqlite.org/pragma.html#pragma_synchronous
        """
        try:
            self.connection.execute(f"PRAGMA synchronous = {synchronous}")
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:  # a full disk has ended it already
                    self.connection.execute("ROLLBACK")
                raise
        except _FAILURES as error:
            raise StoreNotWritable(error_name(error), path=self.path) from error

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read what is there.

        Raises: StoreError, also for rows that this program did not write so.
        """
        try:
            yield self.connection
        except _FAILURES as error:
            raise StoreError(error_name(error), path=self.path) from error
        except BadRow as error:
            raise StoreError(str(error), path=self.path) from error

    def empty_log(self) -> None:
        """Bring everything into the database itself and cut the write-ahead log to nothing.

        Source: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint
        Raises: StoreNotWritable.
        """
        try:
            busy = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except _FAILURES as error:
            raise StoreNotWritable(error_name(error), path=self.path) from error
        if busy:
            raise StoreNotWritable("another process reads the log", path=self.path)


def error_name(error: Exception) -> str:
    """SQLite's name for an error, such as SQLITE_FULL; its message could quote contents."""
    return getattr(error, "sqlite_errorname", type(error).__name__)
