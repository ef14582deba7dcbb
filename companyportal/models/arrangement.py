"""All devices of a person, and of them those that are shown, in their order and sections.

Plain Python and no Qt. A few devices are seen at a glance: they stand by name, undivided and
unfiltered, and the controls that would change this are not shown either.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from companyportal.domain import Device
from companyportal.models.device_filter import DeviceFilter, Variety
from companyportal.models.device_groups import Group, GroupBy, Section, divided
from companyportal.models.device_order import (
    Entry,
    SortBy,
    entry_of,
    in_order,
    matching,
    sorted_by,
    starting_with,
)

FEW = 6
"""Up to so many devices need no sorting, grouping or filtering."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What the person chose to see, and how."""

    sort: SortBy = SortBy.NAME
    group: GroupBy = GroupBy.ATTENTION
    filter: DeviceFilter = field(default_factory=DeviceFilter)
    needle: str = ""

    @property
    def hides_some(self) -> bool:
        """True where it may be the reason that a device is not shown."""
        return bool(self.needle.strip()) or not self.filter.is_empty


class Shelf:
    """The devices under one arrangement."""

    def __init__(self) -> None:
        self._all: list[Entry] = []
        self._sorted: Sequence[Entry] = ()
        self._sort = SortBy.NAME
        self._variety: Variety | None = None
        self._rows: list[Entry] = []
        self.shown: list[Device] = []
        """The devices to show, row by row."""
        self.sections: list[Section] = []
        """They follow each other without a gap."""

    @property
    def entries(self) -> Sequence[Entry]:
        """All of them, by name."""
        return self._all

    @property
    def is_long(self) -> bool:
        """True where arranging is of use."""
        return len(self._all) > FEW

    @property
    def ids(self) -> list[str]:
        """Whose rows they are, row by row."""
        return [device.device_id for device in self.shown]

    @property
    def variety(self) -> Variety:
        """What the devices differ in; worked out once for each set of them."""
        if self._variety is None:
            self._variety = Variety.of(entry.device for entry in self._all)
        return self._variety

    def take(self, entries: Iterable[Entry]) -> None:
        """Another set of devices; ``arrange`` comes next."""
        self._all = in_order(entries)
        self._sorted, self._sort, self._variety = self._all, SortBy.NAME, None

    def arrange(self, wanted: Arrangement, now: datetime) -> None:
        """Work out what is shown."""
        if not self.is_long:
            wanted = Arrangement(SortBy.NAME, GroupBy.NONE, needle=wanted.needle)
        if wanted.sort is not self._sort:
            self._sorted, self._sort = sorted_by(self._all, wanted.sort), wanted.sort
        found = matching(self._sorted, wanted.needle)
        if not wanted.filter.is_empty:
            found = [entry for entry in found if wanted.filter.passes(entry.device)]
        self._rows, self.sections = divided(found, wanted.group, now)
        self.shown = [entry.device for entry in self._rows]

    def with_device(self, device: Device) -> list[Entry] | None:
        """All entries, with ``device`` as it is known now; None where nothing changes."""
        for place, entry in enumerate(self._all):
            if entry.device.device_id == device.device_id and entry.device != device:
                return [*self._all[:place], entry_of(device), *self._all[place + 1 :]]
        return None

    def stays_in_place(self, entries: Sequence[Entry], wanted: Arrangement, now: datetime) -> bool:
        """Take the same devices, known better; False, and nothing was taken, where a row of them
        would stand elsewhere, come or go.
        """
        other = Shelf()
        other.take(entries)
        other.arrange(wanted, now)
        if (other.ids, other.sections) != (self.ids, self.sections):
            return False
        self.__dict__.update(vars(other))
        return True

    def group_of(self, row: int) -> Group:
        """The section in which that row stands."""
        starts = [section.start for section in self.sections]
        return self.sections[bisect_right(starts, row) - 1].group

    def row_of(self, device_id: str) -> int | None:
        """Where that device stands among those that are shown."""
        return next((r for r, d in enumerate(self.shown) if d.device_id == device_id), None)

    def starting_with(self, typed: str, start: int) -> int | None:
        """See ``device_order.starting_with``."""
        return starting_with(self._rows, typed, start)
