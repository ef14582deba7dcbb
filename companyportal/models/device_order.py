"""Devices in the order of the list, each with the text that a search looks at.

Plain Python and no Qt: what is worked out once for each device makes a keystroke cheap, and it is
worked out in slices, so that ten thousand devices never hold the window up.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from companyportal.domain import Action, Device
from companyportal.models.device_filter import Family, family

SLICE = 500
"""So many devices are worked on before the window gets its turn: about a millisecond."""


class SortBy(StrEnum):
    """What comes first; the value is what the settings file holds."""

    NAME = "name"
    CONTACT = "contact"
    """Heard of last; those that were never heard of come last."""
    ENROLLED = "enrolled"
    """Enrolled last."""
    PLATFORM = "platform"


class Entry(NamedTuple):
    """A device, where it stands in the list, and by what it is found."""

    order: tuple[str, str]
    text: str
    device: Device


def entry_of(device: Device) -> Entry:
    """Ordered by name, and by id where names are the same."""
    fields = (device.name, device.manufacturer, device.model, device.system, device.serial_number)
    return Entry((_folded(device.name), device.device_id), _folded("\n".join(fields)), device)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By name, whatever the case and the accents."""
    return sorted(entries, key=attrgetter("order"))


async def arranged(devices: Sequence[Device]) -> list[Entry]:
    """All of them in order, worked out between turns of the loop; a short list takes none."""
    entries: list[Entry] = []
    for start in range(0, len(devices), SLICE):
        if start:
            await asyncio.sleep(0)
        entries += map(entry_of, devices[start : start + SLICE])
    return in_order(entries)


def with_open_actions(entries: list[Entry], known: Iterable[Device]) -> list[Entry]:
    """The list does not tell what is pending; what was learnt from a device itself stays."""
    waiting = {each.device_id: each.open_actions for each in known if each.open_actions}
    if not waiting:
        return entries
    return [_waiting(entry, waiting.get(entry.device.device_id)) for entry in entries]


def _waiting(entry: Entry, actions: frozenset[Action] | None) -> Entry:
    if actions is None:
        return entry
    return entry._replace(device=replace(entry.device, open_actions=actions))


def sorted_by(entries: Sequence[Entry], by: SortBy) -> Sequence[Entry]:
    """Those that are in the order of their names, in another one; the name decides where that
    leaves two alike.
    """
    return entries if by is SortBy.NAME else sorted(entries, key=_KEYS[by])


def matching(entries: Sequence[Entry], needle: str) -> Sequence[Entry]:
    """Those whose name, model, system or serial number hold every word."""
    for word in _folded(needle).split():
        entries = [entry for entry in entries if word in entry.text]
    return entries


def starting_with(rows: Sequence[Entry], typed: str, start: int) -> int | None:
    """The row whose name begins with ``typed``: from ``start`` on, then from the top."""
    prefix = _folded(typed)
    order = (*range(start, len(rows)), *range(min(start, len(rows))))
    return next((row for row in order if rows[row].order[0].startswith(prefix)), None)


def _latest(moment: datetime | None) -> float:
    return float("inf") if moment is None else -moment.timestamp()


_FAMILY_RANKS = {each: rank for rank, each in enumerate(Family)}
_KEYS: dict[SortBy, Callable[[Entry], Any]] = {
    SortBy.CONTACT: lambda entry: _latest(entry.device.last_sync_at),
    SortBy.ENROLLED: lambda entry: _latest(entry.device.enrolled_at),
    SortBy.PLATFORM: lambda entry: _FAMILY_RANKS[family(entry.device)],
}


def _folded(text: str) -> str:
    """As people search and order: no case, no accents, one kind of apostrophe."""
    if text.isascii():  # nearly always, and there may be ten thousand
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
