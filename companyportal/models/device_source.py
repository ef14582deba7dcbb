"""Where a person's devices are read: Intune, and where it tells them nothing, the directory.

Most employees have no role in Intune, and it refuses them their own devices. That is asked once and
remembered for a week, so that not every start begins with a refusal.

Source: https://learn.microsoft.com/intune/developer/intune-graph-apis
"""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from companyportal.clock import Clock
from companyportal.domain import DevicePage, Person
from companyportal.errors import NotFound, NotPermitted, RequestRefused, StoreError

if TYPE_CHECKING:
    from companyportal.graph.devices import DeviceService
    from companyportal.graph.entra_devices import EntraDeviceService
    from companyportal.store import Store

REMEMBERED = timedelta(days=7)
"""Roles are given by people, who do not wait for weeks to see that one works."""
_WHAT = "managedDevices"


class DeviceSource:
    """The list of devices from whoever tells it to this person."""

    def __init__(
        self,
        *,
        managed: DeviceService,
        directory: EntraDeviceService,
        store: Store,
        clock: Clock,
    ) -> None:
        self._managed = managed
        self._directory = directory
        self._store = store
        self._clock = clock
        self._has_answered = False

    def begin(self, person: Person) -> bool:
        """A session begins; True where Intune is not even asked, as far as is known now."""
        self._has_answered = False
        return self.is_refused(person)

    def is_refused(self, person: Person) -> bool:
        """True where Intune has told this person nothing, not long ago."""
        at = self._store.refused_at(person, _WHAT)
        # A time to come was written by a clock that has been put right since.
        return at is not None and timedelta() <= self._clock.now() - at < REMEMBERED

    def forget(self, person: Person) -> None:
        """Ask Intune again the next time: somebody may have given the person a role."""
        with suppress(StoreError):
            self._store.forget_refused(person, _WHAT)

    async def list(self, person: Person) -> DevicePage:
        """All devices, read-only where Intune refuses them.

        Whom it has told them in this session it will tell them again: a refusal in between is
        trouble like any other, and no reason to take the actions away for a week.

        Raises: as GraphClient.get; NotPermitted where nobody tells them.
        """
        if self.is_refused(person):
            return await self._directory.list()
        try:
            page = await self._managed.list()
        except NotPermitted as refusal:
            if self._has_answered:
                raise
            try:
                page = await self._directory.list()
            except (NotPermitted, NotFound, RequestRefused):
                # A gateway knows managed devices only. What it said of them counts.
                raise refusal from None
            with suppress(StoreError):  # only a memory
                self._store.note_refused(person, _WHAT, self._clock.now())
            return page
        self._has_answered = True
        return page
