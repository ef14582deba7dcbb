"""The person's devices: read, kept, searched and ordered in plain Python.

A proxy model would cross into Python for every comparison and is 50 to 200 times slower, so this
model filters and sorts a list of its own and resets.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum, IntEnum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from companyportal.clock import Clock
from companyportal.domain import Device, Person
from companyportal.errors import Offline, SignInRequired, StoreError
from companyportal.models.device_order import Entry, arranged, entry_of, in_order, matching
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.devices import DeviceService
    from companyportal.store import Store

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class DeviceRole(IntEnum):
    """What the delegate asks for beside the standard roles."""

    DEVICE = Qt.ItemDataRole.UserRole + 1


class ListState(Enum):
    """What the page shows in place of, or beside, the cards."""

    IDLE = auto()
    """Nobody is signed in."""
    LOADING = auto()
    """Being read; the cards may already show what was known."""
    READY = auto()
    FAILED = auto()
    """Could not be read; what was known stays."""


class DeviceList(QAbstractListModel):
    """The devices that match the search, by name.

    Signals:
        changed(): state, age or counts may read differently now.
        refreshed(): a whole list has just arrived.
        session_lost(): the service no longer accepts the session.
    """

    changed = Signal()
    refreshed = Signal()
    session_lost = Signal()

    def __init__(
        self,
        *,
        service: DeviceService,
        store: Store,
        tasks: Tasks,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._store = store
        self._tasks = tasks
        self._clock = clock
        self._person: Person | None = None
        self._all: list[Entry] = []
        self._shown: list[Device] = []
        self._needle = ""
        self._state = ListState.IDLE
        self._checked_at: datetime | None = None
        self._is_offline = False
        self._is_partial = False
        self._told: set[type[Offline]] = set()
        """What lies behind the lost connection, as far as the person was told."""
        self.describe: Callable[[Device], str] = lambda device: device.name
        """The words a screen reader says for a card; set by the view, which owns all wording."""

    # what the view reads

    @property
    def state(self) -> ListState:
        """See ListState."""
        return self._state

    @property
    def checked_at(self) -> datetime | None:
        """When the list was read from the service; None where it never was."""
        return self._checked_at

    @property
    def is_offline(self) -> bool:
        """True since the service could not be reached, until it answers again."""
        return self._is_offline

    @property
    def is_partial(self) -> bool:
        """True where the service's list was cut off."""
        return self._is_partial

    @property
    def total(self) -> int:
        """How many devices there are, whatever the search."""
        return len(self._all)

    @property
    def needle(self) -> str:
        """What is searched for."""
        return self._needle

    @property
    def devices(self) -> tuple[Device, ...]:
        """All devices, by name."""
        return tuple(entry.device for entry in self._all)

    @property
    def shown(self) -> Sequence[Device]:
        """The devices that match the search, row by row."""
        return self._shown

    def find(self, device_id: str) -> Device | None:
        """The device of that id, if it is in the list."""
        return next((e.device for e in self._all if e.device.device_id == device_id), None)

    def row_of(self, device_id: str) -> int | None:
        """Where that device stands among those that match the search."""
        return next((r for r, d in enumerate(self._shown) if d.device_id == device_id), None)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Rows that match the search."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name, the whole device, or the words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        device = self._shown[index.row()]
        if role == DeviceRole.DEVICE:
            return device
        if role == Qt.ItemDataRole.DisplayRole:
            return device.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.describe(device)
        return None

    # verbs

    def restore(self) -> None:
        """Show the last list from the store, before anything else is known."""
        if (kept := self._store.latest_devices()) is not None:
            self._person, devices, self._checked_at = kept
            self._take(map(entry_of, devices))
            self.changed.emit()

    def open(self, person: Person) -> None:
        """A session began: read this person's devices."""
        if person != self._person:
            self._take(())
            self._checked_at = None
        self._person = person
        self._start(person)

    def clear(self) -> None:
        """The session ended: forget everything."""
        self._tasks.cancel("devices")
        self._told.clear()
        self._person = None
        self._needle = ""
        self._checked_at = None
        self._is_offline = self._is_partial = False
        self._take(())
        self._set(ListState.IDLE)

    def refresh(self) -> None:
        """The person wants it read anew, and told once more what is wrong."""
        self._told.clear()
        self.retry()

    def retry(self) -> None:
        """Read the list anew; one that is being read is waited for, however often one clicks.

        What was told of the connection since it was last good is not told again.
        """
        is_reading = self._state is ListState.LOADING and self._tasks.is_running("devices")
        if self._person is not None and self._state is not ListState.IDLE and not is_reading:
            self._start(self._person)

    def search(self, needle: str) -> None:
        """Show only devices whose name, model, system or serial number hold every word."""
        self._needle = needle
        self._show()
        self.changed.emit()

    def replace(self, device: Device) -> None:
        """One device was read on its own and is known better now."""
        for place, entry in enumerate(self._all):
            if entry.device.device_id == device.device_id:
                self._all[place] = entry_of(device)
        row = self.row_of(device.device_id)
        if row is not None and self._shown[row] != device:
            self._shown[row] = device
            self.dataChanged.emit(self.index(row), self.index(row))

    def remove(self, device_id: str) -> None:
        """The service no longer knows that device."""
        self._take([entry for entry in self._all if entry.device.device_id != device_id])
        self.changed.emit()

    def _start(self, person: Person) -> None:
        self._tasks.start("devices", self._refresh, person, replace=True)

    async def _refresh(self, person: Person) -> None:
        self._set(ListState.LOADING)
        try:
            page = await self._service.list()
        except Offline as error:
            self._is_offline = True
            self._set(ListState.FAILED)
            if self._is_news(error):
                raise
            return
        except SignInRequired:
            self._set(ListState.FAILED)
            self.session_lost.emit()
            raise
        except asyncio.CancelledError:
            raise
        except BaseException:
            self._set(ListState.FAILED)
            raise
        entries = await arranged(page.devices)
        self._is_offline = False
        self._told.clear()
        self._is_partial = page.is_partial
        self._checked_at = self._clock.now()
        self._take(self._with_open_resets(entries))
        self._set(ListState.READY)
        self.refreshed.emit()
        await self._keep(person)

    def _is_news(self, error: Offline) -> bool:
        """True where more is to be said than that there is no connection, and was not yet."""
        kind = type(error)
        is_news = kind is not Offline and kind not in self._told
        self._told.add(kind)
        return is_news

    def _with_open_resets(self, entries: list[Entry]) -> list[Entry]:
        """The list does not tell what is pending; what was learnt from a device itself stays."""
        pending = {e.device.device_id for e in self._all if e.device.has_open_reset}
        if not pending:
            return entries
        return [_pending(e) if e.device.device_id in pending else e for e in entries]

    async def _keep(self, person: Person) -> None:
        """A list that cannot be kept is no reason to bother anyone: it is only a copy."""
        assert self._checked_at is not None
        try:
            for _ in self._store.saving_devices(person, self.devices, self._checked_at):
                await asyncio.sleep(0)
        except StoreError:
            return

    def _take(self, entries: Iterable[Entry]) -> None:
        self._all = in_order(entries)
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = matching(self._all, self._needle)
        self.endResetModel()

    def _set(self, state: ListState) -> None:
        self._state = state
        self.changed.emit()


def _pending(entry: Entry) -> Entry:
    return entry._replace(device=replace(entry.device, has_open_reset=True))
