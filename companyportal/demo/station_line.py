"""The demo organisation's line to a kiosk that is tried out, which is its parent."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FILE_NAME = "connection.json"
"""Of the file that is told, in the folder that the station has made for this process."""


def tell(file: Path, line: str) -> None:
    """For the station and its visits only; the file is there when it is whole. Raises: OSError."""
    unfinished = file.with_suffix(".new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(unfinished, flags, 0o600), "w", encoding="utf-8") as written:
        written.write(line)
    unfinished.replace(file)


def when_station_ends(then: Callable[[], object]) -> None:
    """Standard input ends with the station, however that ends."""

    def wait() -> None:
        # Not by sys.stdin: a thread that holds it would keep Python from ending.
        while os.read(0, 4_096):
            pass
        with suppress(RuntimeError):  # this ended first
            then()

    threading.Thread(target=wait, name="station", daemon=True).start()
