"""Sends one protected request, at most once, in the only safe order.

The device is read again and must be the one that was confirmed; the gate's one use is spent; the
intended operation is on disk; only then the request leaves. Every end has one of four classes, and
whatever is not known for certain counts as UNKNOWN, which is never sent again.
"""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from companyportal.capabilities import Offer
from companyportal.clock import Clock
from companyportal.domain import Account, Action, Device, DeviceDetails
from companyportal.errors import (
    OutcomeUnknown,
    ServiceError,
    SignInError,
    StoreError,
)
from companyportal.gate import ActionPlan, Closed, Gate, GateState
from companyportal.models.eligibility import is_owned
from companyportal.models.outcome_note import note_outcome
from companyportal.records import Operation, OperationState

if TYPE_CHECKING:
    from companyportal.auth.session import Session
    from companyportal.graph.devices import DeviceService
    from companyportal.store import Store

TASK = "reset-passcode"
"""While a task of that name runs, an operation at SENDING is on its way; else it is UNKNOWN."""


def plan_of(device: Device, account: Account) -> ActionPlan:
    """Exactly what is asked for: the passcode of this device, by this person."""
    return ActionPlan(
        action=Action.RESET_PASSCODE,
        device_id=device.device_id,
        serial_number=device.serial_number,
        person=account.person,
    )


class Dispatch:
    """From the confirming click to the class of its outcome."""

    def __init__(
        self,
        *,
        gate: Gate,
        session: Session,
        service: DeviceService,
        store: Store,
        clock: Clock,
        on_leaving: Callable[[], None],
    ) -> None:
        """``on_leaving`` is called just before the first byte, while it can still be held back."""
        self._gate = gate
        self._session = session
        self._service = service
        self._store = store
        self._clock = clock
        self._on_leaving = on_leaving

    async def read_again(
        self, device: Device, plan: ActionPlan, offer: Callable[[Device], Offer]
    ) -> DeviceDetails:
        """The device as it is now; the gate closes where it is no longer what was confirmed.

        Raises: ServiceError, SignInError; nothing has been sent then.
        """
        details = await self._service.details(device.device_id)
        now = details.device
        # The name is what the person has read and confirmed.
        confirmed = (plan.device_id, plan.serial_number, device.name)
        is_same = (now.device_id, now.serial_number, now.name) == confirmed
        if not (is_same and is_owned(now, plan.person) and offer(now).is_offered):
            self._gate.close(Closed.DEVICE_CHANGED)
        return details

    def write_down(self, plan: ActionPlan, details: DeviceDetails) -> Operation | None:
        """Spend the one use and put the operation on disk; None where the gate says no.

        Raises: StoreError; nothing has been sent then.
        """
        if not self._gate.use(plan):
            return None
        operation = Operation(
            operation_id=str(uuid.uuid4()),
            person=plan.person,
            device_id=plan.device_id,
            action=plan.action,
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

    def may_leave(self, operation: Operation) -> bool:
        """The last question before the first byte: still in time, and still the same person?"""
        self._on_leaving()
        account = self._session.account
        is_theirs = account is not None and account.person == operation.person
        # What the gate is asked for after the session ended is none of this operation's business.
        if not is_theirs and self._gate.state is GateState.SENDING:
            self._gate.close(Closed.OTHER_PERSON)
        return self._gate.may_leave()

    async def send(
        self, operation: Operation, request: Callable[[str, Callable[[], bool]], Awaitable[None]]
    ) -> Operation:
        """Let the request leave; the operation comes back as NOT_SENT, REFUSED or ACCEPTED.

        Raises: the error behind NOT_SENT, REFUSED and UNKNOWN; ``store`` holds the class by then,
        or still SENDING where it cannot be written any more, which is read as UNKNOWN.
        """
        state = OperationState.UNKNOWN
        try:
            await request(operation.device_id, lambda: self.may_leave(operation))
            state = OperationState.ACCEPTED
        except OutcomeUnknown:
            raise
        except (ServiceError, SignInError) as error:
            state = OperationState.NOT_SENT if error.is_unsent else OperationState.REFUSED
            raise
        finally:
            self._close(state)
            note_outcome(self._store, operation.operation_id, state)
        return replace(operation, state=state)

    def _close(self, state: OperationState) -> None:
        if state is OperationState.NOT_SENT:
            self._gate.not_sent()
        else:
            self._gate.sent()
