"""One request that was sent, and how its outcome is recognised.

Graph answers a reset with 204 and no operation id, so the outcome is looked for among the device's
action results: one of the same action that was not there before and did not start before it was
asked for.

Source: https://learn.microsoft.com/graph/api/intune-devices-manageddevice-resetpasscode
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from companyportal.domain import ActionResult, ActionState, Device, Secret
from companyportal.records import Operation, OperationState

START_TOLERANCE = timedelta(seconds=120)
"""How far the clocks of the identity provider and of Intune may be apart."""

ENDS = {
    ActionState.DONE: OperationState.DONE,
    ActionState.FAILED: OperationState.FAILED,
    ActionState.CANCELED: OperationState.FAILED,
    ActionState.NOT_SUPPORTED: OperationState.NOT_SUPPORTED,
}
"""What each final answer of a device means for its request."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One request and what is known of it."""

    operation: Operation
    device: Device
    asked_at: datetime
    """For display: by this computer's wall clock, or the service's where it was asked earlier."""
    boot_asked: float
    """When this run of the program began to follow it."""
    may_show: bool = True
    """False where the program was started again, or the computer locked, since the person signed in
    for it: whoever sits there now is not shown the passcode.
    """
    checked_at: datetime | None = None
    next_look_s: float | None = None
    """Length of the present pause; None while no look is planned."""
    ended_at: datetime | None = None
    boot_ended: float | None = None
    secret: Secret | None = None
    boot_shown: float | None = None

    @property
    def state(self) -> OperationState:
        """Where the operation stands."""
        return self.operation.state


def settle(operation: Operation, results: tuple[ActionResult, ...]) -> ActionResult | None:
    """The result that belongs to ``operation``, or None as long as there is none."""
    before = {(stamp.name, stamp.started_at) for stamp in operation.snapshot}
    earliest = operation.asked_at - START_TOLERANCE
    for result in results:
        is_new = (result.stamp.name, result.stamp.started_at) not in before
        in_time = result.started_at is not None and result.started_at >= earliest
        if result.action is operation.action and is_new and in_time:
            return result
    return None
