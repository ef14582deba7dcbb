"""Sends one request that changes a device, at most once, in the only safe order.

The device is read again and must be the one that was confirmed; the intended operation is on disk;
only then the request leaves. Every end has one of four classes, and whatever is not known for
certain counts as UNKNOWN, which is never sent again.
"""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from companyportal.capabilities import Offer
from companyportal.clock import Clock
from companyportal.domain import Action, Device, DeviceDetails, Person
from companyportal.errors import OutcomeUnknown, ServiceError, SignInError, StoreError
from companyportal.models.answer import Answer
from companyportal.models.eligibility import is_owned
from companyportal.models.outcome_note import note_outcome
from companyportal.records import Operation, OperationState

if TYPE_CHECKING:
    from companyportal.auth.session import Session
    from companyportal.graph.devices import DeviceService
    from companyportal.store import Store

MayLeave = Callable[[], bool]
Request = Callable[[str, MayLeave], Awaitable[Answer | None]]
"""Asks the service for something of that device, which mostly answers later, by itself."""

_TASKS = {
    Action.RESET_PASSCODE: "reset-passcode",
    Action.REMOTE_LOCK: "remote-lock",
    Action.SYNC: "check-status",
    Action.RENAME: "rename",
    Action.RETIRE: "remove",
    Action.WIPE: "factory-reset",
    Action.RESTART: "restart",
    Action.LOCATE: "locate",
    Action.RECOVERY_KEY: "recovery-key",
}


def task_of(action: Action) -> str:
    """While a task of that name runs, an operation at SENDING is on its way; else it is UNKNOWN."""
    return _TASKS[action]


class Dispatch:
    """From the confirming click to the class of its outcome."""

    def __init__(
        self, *, session: Session, service: DeviceService, store: Store, clock: Clock
    ) -> None:
        self._session = session
        self._service = service
        self._store = store
        self._clock = clock

    async def read_again(
        self, action: Action, device: Device, person: Person, offer: Callable[[Device], Offer]
    ) -> tuple[DeviceDetails, bool]:
        """The device as it is now, and whether that is still what was confirmed.

        Raises: ServiceError, SignInError; nothing has been sent then.
        """
        details = await self._service.details(device.device_id)
        now = details.device
        # The name is what the person has read and confirmed; where nothing can be lost a new one,
        # perhaps their own, is no reason to stop.
        name = now.name if action.is_repeatable else device.name
        confirmed = (device.device_id, device.serial_number, name)
        is_same = (now.device_id, now.serial_number, now.name) == confirmed
        return details, is_same and is_owned(now, person) and offer(now).is_offered

    def write_down(self, action: Action, person: Person, details: DeviceDetails) -> Operation:
        """Put the operation on disk, about to be sent.

        Raises: StoreError; nothing has been sent then.
        """
        self._supersede(action, person, details.device.device_id)
        operation = Operation(
            operation_id=str(uuid.uuid4()),
            person=person,
            device_id=details.device.device_id,
            action=action,
            state=OperationState.INTENT,
            snapshot=tuple(result.stamp for result in details.results),
            asked_at=details.served_at or self._clock.now(),
        )
        self._store.intend(operation)
        try:
            self._store.mark(operation.operation_id, OperationState.SENDING)
        except StoreError:
            with suppress(StoreError):  # else the device is free again at the next start
                self._store.mark(operation.operation_id, OperationState.NOT_SENT)
            raise
        return replace(operation, state=OperationState.SENDING)

    def _supersede(self, action: Action, person: Person, device_id: str) -> None:
        """A check or a name that the device has not taken yet counts no longer."""
        if not action.is_repeatable:
            return
        for earlier in self._store.open_operations(person):
            about = (earlier.device_id.lower(), earlier.action)
            if about == (device_id.lower(), action) and earlier.state is not OperationState.SENDING:
                note_outcome(self._store, earlier.operation_id, OperationState.UNRESOLVED)

    def is_theirs(self, operation: Operation) -> bool:
        """Whether the person who asked is still the one who is signed in."""
        account = self._session.account
        return account is not None and account.person == operation.person

    async def send(
        self,
        operation: Operation,
        request: Request,
        may_leave: MayLeave,
        on_end: Callable[[OperationState], None],
    ) -> tuple[Operation, Answer | None]:
        """Let the request leave; the operation comes back as ACCEPTED, with what came at once.

        ``on_end`` is told the class in any case, before it is written down.
        Raises: the error behind NOT_SENT, REFUSED and UNKNOWN; ``store`` holds the class by then,
        or still SENDING where it cannot be written any more, which is read as UNKNOWN.
        """
        state = OperationState.UNKNOWN
        try:
            answer = await request(operation.device_id, may_leave)
            state = OperationState.ACCEPTED
        except OutcomeUnknown:
            raise
        except (ServiceError, SignInError) as error:
            state = OperationState.NOT_SENT if error.is_unsent else OperationState.REFUSED
            raise
        finally:
            on_end(state)
            note_outcome(self._store, operation.operation_id, state)
        return replace(operation, state=state), answer
