"""The order of a protected request: the gate's one use is spent before anything is written down,
and the gate is asked once more just before the first byte.
"""

from __future__ import annotations

from collections.abc import Callable

from companyportal.capabilities import Offer
from companyportal.domain import Account, Action, Device, DeviceDetails, Person
from companyportal.gate import ActionPlan, Closed, Gate, GateState
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

        Raises: as Dispatch.write_down.
        """
        if not self._gate.use(plan):
            return None
        return self._dispatch.write_down(plan.action, plan.person, details)

    def may_leave(self, operation: Operation) -> bool:
        """The last question before the first byte: still in time, and still the same person?"""
        self._on_leaving()
        plan = self._gate.plan
        # What the gate is asked for after the session ended is none of this operation's business.
        if plan is None or _what(plan) != _what(operation):
            return False
        if not self._dispatch.is_theirs(operation) and self._gate.state is GateState.SENDING:
            self._gate.close(Closed.OTHER_PERSON)
        return self._gate.may_leave()

    async def send(self, operation: Operation, request: Request) -> tuple[Operation, Answer | None]:
        """As Dispatch.send; the use comes back where nothing has left."""
        return await self._dispatch.send(
            operation, request, lambda: self.may_leave(operation), self._close
        )

    def _close(self, state: OperationState) -> None:
        if state is OperationState.NOT_SENT:
            self._gate.not_sent()
        else:
            self._gate.sent()


def _what(asked: ActionPlan | Operation) -> tuple[Action, str, Person]:
    """By which a use belongs to an operation: of the same, two are never under way at once."""
    return asked.action, asked.device_id.lower(), asked.person
