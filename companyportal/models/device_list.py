"""The person's devices: read from the service, kept in the store, and never somebody else's."""

from __future__ import annotations

import asyncio
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal.clock import Clock
from companyportal.domain import Person
from companyportal.errors import Offline, SignInRequired, StoreError
from companyportal.models.device_order import arranged, entry_of, with_open_actions
from companyportal.models.device_rows import DeviceRole, DeviceRows
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.models.device_source import DeviceSource
    from companyportal.store import Store

__all__ = ["DeviceList", "DeviceRole", "ListState"]


class ListState(Enum):
    """What the page shows in place of, or beside, the cards."""

    IDLE = auto()
    """Nobody is signed in."""
    LOADING = auto()
    """Being read; the cards may already show what was known."""
    READY = auto()
    FAILED = auto()
    """Could not be read; what was known stays."""


class DeviceList(DeviceRows):
    """Where the rows come from, how old they are, and what went wrong on the way.

    Signals:
        changed(): state, age or counts may read differently now.
        refreshed(): a whole list has just arrived.
        session_lost(): the service no longer accepts the session.
    """

    refreshed = Signal()
    session_lost = Signal()

    def __init__(
        self,
        *,
        service: DeviceSource,
        store: Store,
        tasks: Tasks,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(clock=clock, parent=parent)
        self._service = service
        self._store = store
        self._tasks = tasks
        self._person: Person | None = None
        self._state = ListState.IDLE
        self._checked_at: datetime | None = None
        self._is_offline = False
        self._is_partial = False
        self._is_read_only = False
        self._told: set[type[Offline]] = set()
        """What lies behind the lost connection, as far as the person was told."""

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
    def is_read_only(self) -> bool:
        """True where the service lets the person manage nothing: the directory told the list."""
        return self._is_read_only

    # verbs

    def restore(self) -> None:
        """Show the last list from the store, before anything else is known."""
        if (kept := self._store.latest_devices()) is not None:
            self._person, devices, self._checked_at = kept
            self._is_read_only = self._service.is_refused(self._person)
            self._take(map(entry_of, devices))
            self.changed.emit()

    def open(self, person: Person) -> None:
        """A session began: read this person's devices."""
        if person != self._person:
            self._take(())
            self._checked_at = None
        self._person = person
        self._is_read_only = self._service.begin(person)
        self._start(person)

    def clear(self) -> None:
        """The session ended: forget everything."""
        self._tasks.cancel("devices")
        self._told.clear()
        self._person = None
        self._checked_at = None
        self._is_offline = self._is_partial = self._is_read_only = False
        self._take(())
        self.show_all()
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

    def ask_again(self) -> None:
        """Somebody may have given the person a role: ask for what was refused."""
        if self._person is not None:
            self._service.forget(self._person)
        self.refresh()

    def _start(self, person: Person) -> None:
        self._tasks.start("devices", self._refresh, person, replace=True)

    async def _refresh(self, person: Person) -> None:
        self._set(ListState.LOADING)
        try:
            page = await self._service.list(person)
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
        self._is_partial, self._is_read_only = page.is_partial, page.is_read_only
        self._checked_at = self._clock.now()
        self._take(with_open_actions(entries, self.devices))
        self._set(ListState.READY)
        self.refreshed.emit()
        await self._keep(person)

    def _is_news(self, error: Offline) -> bool:
        """True where more is to be said than that there is no connection, and was not yet."""
        kind = type(error)
        is_news = kind is not Offline and kind not in self._told
        self._told.add(kind)
        return is_news

    async def _keep(self, person: Person) -> None:
        """A list that cannot be kept is no reason to bother anyone: it is only a copy."""
        assert self._checked_at is not None
        try:
            for _ in self._store.saving_devices(person, self.devices, self._checked_at):
                await asyncio.sleep(0)
        except StoreError:
            return

    def _set(self, state: ListState) -> None:
        self._state = state
        self.changed.emit()
