"""How a request stands, told from the device that it was sent to.

Graph answers a change with 204 and no operation id. What became of it is seen in the device's
action results; for what reports none, in the device itself.

Source: https://learn.microsoft.com/graph/api/resources/intune-devices-deviceactionresult
"""

from __future__ import annotations

from dataclasses import dataclass

from companyportal.domain import Action, ActionResult, ActionState, DeviceDetails
from companyportal.models.answer import Answer
from companyportal.models.followed import settle
from companyportal.records import Operation, OperationState

ENDS = {
    ActionState.DONE: OperationState.DONE,
    ActionState.FAILED: OperationState.FAILED,
    ActionState.CANCELED: OperationState.FAILED,
    ActionState.NOT_SUPPORTED: OperationState.NOT_SUPPORTED,
}
"""What each final answer of a device means for its request."""
ENDS_GONE = frozenset({Action.RETIRE, Action.WIPE})
"""These have worked where the service no longer knows the device."""
_LEAVING = frozenset({"retirepending", "retireissued", "wipepending", "wipeissued"})
"""Graph's managementState, lower case, between a removal's request and its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What a reading has told of a request."""

    state: OperationState
    """ACCEPTED while the device has still to answer, else how it ended."""
    answer: Answer | None = None


def settled(operation: Operation, details: DeviceDetails) -> Settled | None:
    """None as long as nothing tells that the request has arrived."""
    result = settle(operation, details.results)
    if result is not None:
        state = ENDS.get(result.state, OperationState.ACCEPTED)
        answer = _answer(result) if state is OperationState.DONE else None
        return Settled(state=state, answer=answer)
    device = details.device
    if operation.action is Action.SYNC:
        has_come = device.last_sync_at is not None and device.last_sync_at > operation.asked_at
        return Settled(state=OperationState.DONE) if has_come else None
    is_leaving = device.management_state.lower() in _LEAVING
    if operation.action in ENDS_GONE and is_leaving:
        return Settled(state=OperationState.ACCEPTED)
    return None


def _answer(result: ActionResult) -> Answer | None:
    if result.secret is None and result.location is None:
        return None
    return Answer(secret=result.secret, location=result.location)
