"""How the store keeps a person's devices: one packed text, because ten thousand rows would cost the
start of the program a second, and three megabytes a minute the disk its life.

The text has a line for every few hundred devices, so that it can be made in steps between which the
window gets its turn. A line is a JSON object of columns, one for each field.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import datetime
from sys import intern
from typing import Any

from companyportal.domain import (
    Action,
    Compliance,
    Device,
    EnrollmentKind,
    FormFactor,
    Ownership,
    Platform,
)
from companyportal.store_rows import BadRow, stamp

SLICE = 500
"""Devices a line; making one takes a few milliseconds."""
_LEVEL = 1
"""zlib's quickest: a sixth of the size for a third of the time that making the text takes."""
_LARGEST = 64 * 1024 * 1024
"""Bytes of the text; 20,000 devices, more than are ever listed, take seven million."""

_FIELDS = [field.name for field in fields(Device)]
_REQUIRED = frozenset({"device_id", "name"})
_ENUMS: dict[str, dict[str, Any]] = {
    name: {member.value: member for member in kind}
    for name, kind in (
        ("platform", Platform),
        ("form_factor", FormFactor),
        ("ownership", Ownership),
        ("compliance", Compliance),
        ("enrollment", EnrollmentKind),
    )
}
_SHARED = ("manufacturer", "model", "system", "os_version", "management_state", "owner_id")
"""What thousands of devices have in common: kept in memory once."""
_ACTIONS = "open_actions"
_EARLIER = "has_open_reset"
"""What earlier versions kept, when a reset was all that could be open."""
_TIMES = ("enrolled_at", "last_sync_at", "grace_until")


def pieces_of(devices: Sequence[Device]) -> Iterator[bytes]:
    """The packed text, line by line; together they are the whole."""
    packer = zlib.compressobj(_LEVEL)
    # At least one line, so that an empty list is a list as well.
    for start in range(0, max(1, len(devices)), SLICE):
        yield packer.compress(_line_of(devices[start : start + SLICE]))
    yield packer.flush()


def devices_of(content: bytes, checksum: int) -> tuple[Device, ...]:
    """The devices of a packed text whose CRC-32 is ``checksum``.

    Another version of this program may have kept more or less of a device; what it did not know is
    as if the service had not told it.

    Raises: BadRow.
    """
    if zlib.crc32(content) != checksum:
        raise BadRow("checksum of the device list")
    try:
        return tuple(device for line in _unpacked(content) for device in _of_line(line))
    except BadRow:
        raise  # it says more
    except (KeyError, TypeError, ValueError, zlib.error) as error:
        raise BadRow("values of the device list") from error


def _unpacked(content: bytes) -> list[bytes]:
    unpacker = zlib.decompressobj()
    text = unpacker.decompress(content, _LARGEST)
    if not unpacker.eof:
        raise BadRow("length of the device list")
    return text.splitlines()


def _line_of(devices: Sequence[Device]) -> bytes:
    columns = {name: [getattr(device, name) for device in devices] for name in _FIELDS}
    for name in _TIMES:
        columns[name] = [time and stamp(time) for time in columns[name]]
    columns[_ACTIONS] = [sorted(actions) for actions in columns[_ACTIONS]]
    text = json.dumps(columns, ensure_ascii=False, separators=(",", ":"))
    # A lone surrogate, which JSON may carry, has no UTF-8 form.
    return text.encode("utf-8", "replace") + b"\n"


def _of_line(line: bytes) -> list[Device]:
    kept = json.loads(line)
    if not set(kept) >= _REQUIRED:
        raise BadRow("fields of the device list")
    columns = {name: kept[name] for name in _FIELDS if name in kept}
    if _EARLIER in kept and _ACTIONS not in kept:
        columns[_ACTIONS] = [
            [Action.RESET_PASSCODE] if is_open else [] for is_open in kept[_EARLIER]
        ]
    for name in columns.keys() & _ENUMS.keys():
        columns[name] = list(map(_ENUMS[name].__getitem__, columns[name]))
    for name in columns.keys() & _SHARED:
        columns[name] = list(map(intern, columns[name]))
    for name in columns.keys() & _TIMES:
        columns[name] = [time and datetime.fromisoformat(time) for time in columns[name]]
    if _ACTIONS in columns:
        columns[_ACTIONS] = [frozenset(map(Action, names)) for names in columns[_ACTIONS]]
    rows = zip(*columns.values(), strict=True)
    return [Device(**dict(zip(columns, row, strict=True))) for row in rows]
