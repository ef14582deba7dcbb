"""The order of a protected request: the gate's one use is spent before anything is written down,
and the gate is asked once more just before the first byte.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from companyportal.capabilities import Offer
from companyportal.domain import Account, Action, Device, DeviceDetails
from companyportal.errors import StoreError
from companyportal.gate import ActionPlan, Closed, Gate, Use
from companyportal.models.answer import Answer
from companyportal.models.dispatch import Dispatch, Request
from companyportal.records import Operation, OperationState


def plan_of(action: Action, device: Device, account: Account) -> ActionPlan:
    """Exactly what is asked for: this action, on this device, by this person."""
    return ActionPlan(
        action=action,
        device_id=device.device_id,
        serial_number=device.serial_number,
        person=account.person,
    )


class GatedDispatch:
    """Dispatch behind the gate."""

    def __init__(self, *, gate: Gate, dispatch: Dispatch, on_leaving: Callable[[], None]) -> None:
        """``on_leaving`` is called just before the first byte, while it can still be held back."""
        self._gate = gate
        self._dispatch = dispatch
        self._on_leaving = on_leaving
        self._spent: dict[str, Use] = {}
        """By the operation that is written down and not yet sent."""

    async def read_again(
        self, device: Device, plan: ActionPlan, offer: Callable[[Device], Offer]
    ) -> DeviceDetails:
        """The device as it is now; the gate closes where it is no longer what was confirmed.

        Raises: as Dispatch.read_again.
        """
        details, is_same = await self._dispatch.read_again(plan.action, device, plan.person, offer)
        if not is_same or details.device.serial_number != plan.serial_number:
            self._gate.close(Closed.DEVICE_CHANGED)
        return details

    def write_down(self, plan: ActionPlan, details: DeviceDetails) -> Operation | None:
        """Spend the one use and put the operation on disk; None where the gate says no.

        Raises: as Dispatch.write_down; the use comes back then.
        """
        use = self._gate.use(plan)
        if use is None:
            return None
        try:
            operation = self._dispatch.write_down(plan.action, plan.person, details)
        except StoreError:
            self._gate.not_sent(use)
            raise
        self._spent[operation.operation_id] = use
        return operation

    async def send(self, operation: Operation, request: Request) -> tuple[Operation, Answer | None]:
        """As Dispatch.send; the use comes back where nothing has left."""
        use = self._spent.pop(operation.operation_id)
        return await self._dispatch.send(
            operation,
            request,
            partial(self._may_leave, operation, use),
            partial(self._close, use),
        )

    def _may_leave(self, operation: Operation, use: Use) -> bool:
        """The last question before the first byte: still in time, and still the same person?"""
        self._on_leaving()
        if self._gate.is_sending(use) and not self._dispatch.is_theirs(operation):
            self._gate.close(Closed.OTHER_PERSON)
        return self._gate.may_leave(use)

    def _close(self, use: Use, state: OperationState) -> None:
        if state is OperationState.NOT_SENT:
            self._gate.not_sent(use)
        else:
            self._gate.sent(use)
