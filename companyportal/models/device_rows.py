"""The rows of the list: which devices are shown, in what order and in which sections.

A proxy model would cross into Python for every comparison and is 50 to 200 times slower, so what is
shown is worked out in ``arrangement.py``, and this model resets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from companyportal.clock import Clock
from companyportal.computer_identity import ComputerIdentity
from companyportal.domain import Device
from companyportal.models.arrangement import Arrangement, Shelf
from companyportal.models.device_filter import DeviceFilter, Variety
from companyportal.models.device_groups import Group, GroupBy, Section
from companyportal.models.device_order import Entry, SortBy
from companyportal.models.this_computer import is_of, likeliest

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class DeviceRole(IntEnum):
    """What the delegate asks for beside the standard roles."""

    DEVICE = Qt.ItemDataRole.UserRole + 1


class DeviceRows(QAbstractListModel):
    """The devices that match search and filter, section by section.

    Signals:
        changed(): something may read differently now.
        arranged(): the person chose another order or other sections.
    """

    changed = Signal()
    arranged = Signal()

    def __init__(self, *, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shelf = Shelf()
        self._arrangement = Arrangement()
        self._computer = ComputerIdentity()
        self.describe: Callable[[Device], str] = lambda device: device.name
        """The words a screen reader says for a card; set by the view, which owns all wording."""
        self.describe_group: Callable[[Group], str] = lambda group: group.value
        """Likewise for a section."""

    # what the view reads

    @property
    def total(self) -> int:
        """How many devices there are, whatever the search."""
        return len(self._shelf.entries)

    @property
    def arrangement(self) -> Arrangement:
        """What the person chose to see; the order is of no effect while the list is short."""
        return self._arrangement

    @property
    def needle(self) -> str:
        """What is searched for."""
        return self._arrangement.needle

    @property
    def is_long(self) -> bool:
        """True where sorting, sections and filters are of use."""
        return self._shelf.is_long

    @property
    def variety(self) -> Variety:
        """What the devices differ in; only of a long list."""
        return self._shelf.variety

    @property
    def devices(self) -> tuple[Device, ...]:
        """All devices, by name."""
        return tuple(entry.device for entry in self._shelf.entries)

    @property
    def shown(self) -> Sequence[Device]:
        """The devices that match, row by row."""
        return self._shelf.shown

    @property
    def sections(self) -> Sequence[Section]:
        """What the rows are divided into, without a gap."""
        return self._shelf.sections

    @property
    def this_computer_id(self) -> str:
        """The device that this program runs on; empty where none of them is known to be it."""
        return likeliest(self._computer, self.devices)

    def is_this_computer(self, device: Device) -> bool:
        """True where the program runs on it; also for what an earlier enrolment left behind."""
        return is_of(self._computer, device)

    def find(self, device_id: str) -> Device | None:
        """The device of that id, if it is in the list."""
        return next((each for each in self.devices if each.device_id == device_id), None)

    def row_of(self, device_id: str) -> int | None:
        """Where that device stands among those that match."""
        return self._shelf.row_of(device_id)

    def row_starting_with(self, typed: str, start: int) -> int | None:
        """The next row from ``start`` on, round the end, whose name begins with ``typed``."""
        return self._shelf.starting_with(typed, start)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Rows that match."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, the whole device, or the words for a screen reader."""
        if not index.isValid() or index.row() >= len(self.shown):
            return None
        device = self.shown[index.row()]
        if role == DeviceRole.DEVICE:
            return device
        if role == Qt.ItemDataRole.DisplayRole:
            return device.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.describe(device)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            group = self._shelf.group_of(index.row())
            return "" if group is Group.ALL else self.describe_group(group)
        return None

    # verbs

    def search(self, needle: str) -> None:
        """Show only devices whose name, model, system or serial number hold every word."""
        self._rearrange(replace(self._arrangement, needle=needle))

    def narrow(self, wanted: DeviceFilter) -> None:
        """Show only devices that pass."""
        self._rearrange(replace(self._arrangement, filter=wanted))

    def show_all(self) -> None:
        """No search, no filter."""
        self._rearrange(replace(self._arrangement, needle="", filter=DeviceFilter()))

    def arrange(self, *, sort: SortBy | None = None, group: GroupBy | None = None) -> None:
        """Another order, other sections; what is None stays."""
        was = self._arrangement
        self._rearrange(replace(was, sort=sort or was.sort, group=group or was.group))
        if self._arrangement != was:
            self.arranged.emit()

    def note_this_computer(self, computer: ComputerIdentity) -> None:
        """What this computer says of itself."""
        self._computer = computer
        if self.shown:
            self.dataChanged.emit(self.index(0), self.index(len(self.shown) - 1))
        self.changed.emit()

    def replace(self, device: Device) -> None:
        """One device was read on its own and is known better now."""
        if (entries := self._shelf.with_device(device)) is None:
            return
        row = self.row_of(device.device_id)
        if self._shelf.stays_in_place(entries, self._arrangement, self._clock.now()):
            if row is not None:
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        self._take(entries)
        self.changed.emit()

    def remove(self, device_id: str) -> None:
        """The service no longer knows that device."""
        self._take([e for e in self._shelf.entries if e.device.device_id != device_id])
        self.changed.emit()

    def _take(self, entries: Iterable[Entry]) -> None:
        self._shelf.take(entries)
        self._show()

    def _rearrange(self, wanted: Arrangement) -> None:
        self._arrangement = wanted
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.beginResetModel()
        self._shelf.arrange(self._arrangement, self._clock.now())
        self.endResetModel()
