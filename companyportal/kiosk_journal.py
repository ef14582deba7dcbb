"""What a kiosk writes down of what it sent: that something was, and never for whom.

A visit keeps nothing, so without this a power cut would leave no trace of a request that was on its
way. One JSON object a line: a number made up for this file, the action, the station, the boot and
the time, the state. Nothing reads it to a visitor; it is for whoever looks after the kiosk, beside
the service's own audit log. The last line of a number counts: where that is SENDING, nobody knows.

Only one visit at a time is anybody's, so only one process writes.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from companyportal.clock import Clock
from companyportal.errors import StoreNotWritable
from companyportal.records import Operation, OperationState

NAME = "operations.jnl"
KEPT_LINES = 1_000
KEPT = timedelta(days=30)
_SPARE_LINES = 100
"""So many more may gather before the file is written anew."""
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Source: https://man7.org/linux/man-pages/man5/proc_sys_kernel.5.html"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line."""

    id: str
    """Random, and known nowhere else: not the one that the service is told."""
    action: str
    station: str
    boot: str
    """Names the run of the computer; empty where the system does not tell."""
    boot_s: float
    """Seconds by the boot clock: orders what happened, whatever the wall clock did."""
    at: str
    """The wall clock, UTC, ISO 8601."""
    state: str


class KioskJournal:
    """The journal in ``path``. Each verb that writes is on disk when it returns, and raises
    StoreNotWritable where it cannot be.
    """

    def __init__(self, path: Path, *, station: str, clock: Clock) -> None:
        self._path = path
        self._station = station
        self._clock = clock
        self._boot = _boot_id()
        self._known: dict[str, tuple[str, str]] = {}
        """Number and action of each operation of this process."""

    def begin(self) -> None:
        """Make sure that it can be written, so that it is told before anybody asks for anything."""
        self._try(lambda: append(self._path, b""))

    def intend(self, operation: Operation) -> None:
        """An operation is about to be sent. What is old goes."""
        self._known[operation.operation_id] = (secrets.token_hex(8), operation.action)
        self._try(self._forget_old)
        self.mark(operation.operation_id, operation.state)

    def mark(self, operation_id: str, state: OperationState) -> None:
        """It has come so far."""
        number, action = self._known[operation_id]
        entry = Entry(
            id=number,
            action=action,
            station=self._station,
            boot=self._boot,
            boot_s=round(self._clock.boot_s(), 3),
            at=self._clock.now().isoformat(timespec="seconds"),
            state=state,
        )
        self._try(lambda: append(self._path, _line(entry)))

    def _forget_old(self) -> None:
        """Raises: OSError."""
        limit = (self._clock.now() - KEPT).isoformat(timespec="seconds")
        entries = read(self._path)
        is_old = any(entry.at < limit for entry in entries)
        if is_old or len(entries) > KEPT_LINES + _SPARE_LINES:
            _replace(self._path, [entry for entry in entries if entry.at >= limit][-KEPT_LINES:])

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            raise StoreNotWritable(error.strerror or "", path=self._path) from error


def append(path: Path, line: bytes) -> None:
    """On disk when it returns; with no bytes it shows that something could be written.

    Raises: OSError.
    """
    is_new = not path.exists()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(path, "a+b", buffering=0, opener=partial(os.open, mode=0o600)) as file:
        line = (b"\n" if line and _is_torn(file.fileno()) else b"") + line
        if file.write(line) != len(line):
            raise OSError(errno.ENOSPC, "only a part could be written")
        if line or is_new:
            os.fsync(file.fileno())
    if is_new:
        _sync_folder(path.parent)


def read(path: Path) -> tuple[Entry, ...]:
    """All lines that are whole, oldest first; the last one may have been torn by a power cut.

    Raises: OSError, but none where there is no file.
    """
    try:
        lines = path.read_bytes().split(b"\n")
    except FileNotFoundError:
        return ()
    return tuple(entry for line in lines if (entry := _entry(line)))


def _entry(line: bytes) -> Entry | None:
    try:
        entry = Entry(**json.loads(line))
        datetime.fromisoformat(entry.at)
    except (ValueError, TypeError, RecursionError):
        return None
    return entry


def _line(entry: Entry) -> bytes:
    return json.dumps(asdict(entry), separators=(",", ":")).encode() + b"\n"


def _is_torn(descriptor: int) -> bool:
    """True where what was written last lacks its end."""
    if (size := os.lseek(descriptor, 0, os.SEEK_END)) == 0:
        return False
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"


def _replace(path: Path, entries: Iterable[Entry]) -> None:
    """All at once or not at all. Raises: OSError."""
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(b"".join(map(_line, entries)))
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The name of a new file, too; Windows has no such call and needs none. Raises: OSError."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""
