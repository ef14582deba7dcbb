"""One device, read on its own: what it is, what was asked of it, and what can be asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companyportal import capabilities
from companyportal.capabilities import Offer, Reason, Rules
from companyportal.clock import Clock
from companyportal.device_facts import DeviceFacts
from companyportal.device_name import NameFault, fault_of
from companyportal.domain import Action, ActionResult, Device, DeviceDetails
from companyportal.errors import NotFound, NotPermitted, Offline, SignInRequired
from companyportal.tasks import Tasks

if TYPE_CHECKING:
    from companyportal.graph.devices import DeviceService


class DeviceDetailsModel(QObject):
    """The device whose page is open.

    Signals:
        changed(): anything below may read differently now.
        gone(device_id: str): the service no longer knows the device, and its page is closed.
        details_read(details: DeviceDetails): fresh from the service.
        session_lost(): the service no longer accepts the session.
        list_wanted(): the list is to be read again: it tells all there is of the device, or whether
            the service can be reached.
    """

    changed = Signal()
    gone = Signal(str)
    details_read = Signal(object)
    session_lost = Signal()
    list_wanted = Signal()

    def __init__(
        self,
        *,
        service: DeviceService,
        tasks: Tasks,
        clock: Clock,
        rules: Callable[[], Rules],
        parent: QObject | None = None,
    ) -> None:
        """``rules``: what the organisation allows, as far as it is known now."""
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._clock = clock
        self._rules = rules
        self._device: Device | None = None
        self._results: tuple[ActionResult, ...] = ()
        self._facts = DeviceFacts()
        self._checked_at: datetime | None = None
        self._is_busy = False
        self._is_offline = False
        self._has_session = False
        self._refused: set[tuple[str, Action]] = set()
        """What the service did not allow for which device."""

    @property
    def device(self) -> Device | None:
        """The device of the page; None where none is open."""
        return self._device

    @property
    def results(self) -> tuple[ActionResult, ...]:
        """What was asked of it, newest first; without secrets."""
        return self._results

    @property
    def facts(self) -> DeviceFacts:
        """What else is known of it; empty until it was read on its own."""
        return self._facts

    @property
    def checked_at(self) -> datetime | None:
        """When it was read on its own; None while only the list's row is known."""
        return self._checked_at

    @property
    def is_busy(self) -> bool:
        """True while it is being read."""
        return self._is_busy

    @property
    def is_offline(self) -> bool:
        """True since the service could not be reached, until it answers again."""
        return self._is_offline

    @property
    def is_read_only(self) -> bool:
        """True where the list knows all there is to know, and nothing can be asked."""
        return self._rules().is_read_only

    @property
    def awaits_session(self) -> bool:
        """True until somebody is signed in: what is known is shown, and nothing can be asked."""
        return not self._has_session

    def offer(self, action: Action) -> Offer | None:
        """Whether the device offers it, and why not; None without a device."""
        if self._device is None:
            return None
        offer = capabilities.offer(action, self._device, self._rules())
        if offer.is_offered and (self._device.device_id, action) in self._refused:
            return Offer(action=action, reason=Reason.NOT_PERMITTED)
        return offer

    def name_fault(self, name: str) -> NameFault | None:
        """What keeps the device from being called ``name``."""
        if self._device is None:
            return None
        return fault_of(name, self._device.platform, self._rules().rename)

    def resume(self, find: Callable[[str], Device | None]) -> None:
        """A session began: read the device that was opened before it, if ``find`` knows it.

        Anything else belongs to somebody who was signed in here before.
        """
        self._has_session = True
        opened = self._device
        if opened is not None and find(opened.device_id) is None:
            self._put_away()
            self.gone.emit(opened.device_id)
        self._read()
        self.changed.emit()

    def open(self, device: Device) -> None:
        """Show this device: at once what the list knew, then what the service tells, as soon as
        somebody is signed in.
        """
        if self._device is None or device.device_id != self._device.device_id:
            self._results = ()
            self._facts = DeviceFacts()
            self._checked_at = None
        self._device = device
        self.changed.emit()
        self._read()

    def refresh(self) -> None:
        """The person wants it read again; what was refused before may be allowed now."""
        if self.is_read_only or self._is_offline:
            # Without a connection, one request is enough to find out: the device follows the list.
            self.list_wanted.emit()
            return
        if self._device is not None:
            device_id = self._device.device_id
            self._refused = {each for each in self._refused if each[0] != device_id}
            self._read()

    def reconsider(self, find: Callable[[str], Device | None]) -> None:
        """The list was read anew: what is allowed may be known better now, and where only the list
        is told, so is the device.
        """
        if self._device is not None and self.is_read_only:
            self._device = find(self._device.device_id) or self._device
        self.changed.emit()

    def note_offline(self) -> None:
        """The service could not be reached for something else: nothing can be asked of it."""
        if not self._is_offline:
            self._is_offline = True
            self.changed.emit()

    def retry(self) -> None:
        """The service answers again: read the device where that did not work the last time."""
        if self._is_offline and self._device is not None:
            self._read()
        elif self._is_offline:
            self._is_offline = False
            self.changed.emit()

    def note_refused(self, device_id: str, *actions: Action) -> None:
        """The service does not allow these for that device, or nothing at all where none is named:
        not offered until it is refreshed.
        """
        self._refused |= {(device_id, action) for action in actions or tuple(Action)}
        self.changed.emit()

    def close(self) -> None:
        """The session ended."""
        self._tasks.cancel("device")
        self._has_session = False
        self._refused.clear()
        self._is_offline = False
        self._put_away()

    def _put_away(self) -> None:
        self._device = None
        self._results = ()
        self._facts = DeviceFacts()
        self._checked_at = None
        self._is_busy = False
        self.changed.emit()

    def take(self, details: DeviceDetails) -> None:
        """Somebody else has just read a device; useful if it is this one."""
        if self._device is None or details.device.device_id != self._device.device_id:
            return
        self._device = details.device
        self._results = tuple(_without_secret(result) for result in details.results)
        self._facts = details.facts
        self._checked_at = self._clock.now()
        self._is_offline = False
        self.changed.emit()

    def _read(self) -> None:
        if self.is_read_only:
            return  # the service would refuse it, and the directory has told everything
        if self._device is not None and self._has_session:
            self._tasks.start("device", self._refresh, self._device.device_id, replace=True)

    async def _refresh(self, device_id: str) -> None:
        self._is_busy = True
        self.changed.emit()
        try:
            details = await self._service.details(device_id)
        except asyncio.CancelledError:
            raise  # a newer reading has begun, or the page was closed: is_busy is theirs
        except Offline as error:
            self._fail(error)
            return
        except BaseException as error:
            self._fail(error)
            if isinstance(error, NotPermitted):
                self.note_refused(device_id)
            if isinstance(error, NotFound):
                self._put_away()
                self.gone.emit(device_id)
            if isinstance(error, SignInRequired):
                self.session_lost.emit()
            raise
        self._is_busy = False
        self.take(details)
        self.details_read.emit(details)

    def _fail(self, error: BaseException) -> None:
        self._is_busy = False
        self._is_offline = isinstance(error, Offline)
        self.changed.emit()


def _without_secret(result: ActionResult) -> ActionResult:
    return replace(result, secret=None, location=None)
