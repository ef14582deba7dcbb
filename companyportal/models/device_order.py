"""Devices in the order of the list, each with the text that a search looks at.

Plain Python and no Qt: what is worked out once for each device makes a keystroke cheap, and it is
worked out in slices, so that ten thousand devices never hold the window up.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import NamedTuple

from companyportal.domain import Device

SLICE = 500
"""So many devices are worked on before the window gets its turn: about a millisecond."""


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


def matching(entries: Iterable[Entry], needle: str) -> list[Device]:
    """The devices whose name, model, system or serial number hold every word."""
    for word in _folded(needle).split():
        entries = [entry for entry in entries if word in entry.text]
    return [entry.device for entry in entries]


def _folded(text: str) -> str:
    """As people search and order: no case, no accents, one kind of apostrophe."""
    if text.isascii():  # nearly always, and there may be ten thousand
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
