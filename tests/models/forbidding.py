"""A store whose disk refuses certain writes, by a trigger from outside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

STORE = "portal.sqlite"


@contextmanager
def forbidding(folder: Path, what: str, when: str = "1") -> Iterator[None]:
    """While inside, ``what`` (``INSERT ON operations``) fails, where ``when`` holds for a row."""
    with closing(sqlite3.connect(folder / STORE, isolation_level=None)) as database:
        database.execute(
            f"CREATE TRIGGER '{what}' BEFORE {what} WHEN {when}"
            " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
    yield
    with closing(sqlite3.connect(folder / STORE, isolation_level=None)) as database:
        database.execute(f"DROP TRIGGER '{what}'")
