"""One request that was sent, and which of the device's action results is its own: one of the same
action that was not there before and did not start before it was asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from companyportal.domain import Action, ActionResult, Device, Platform
from companyportal.models.answer import Answer
from companyportal.records import News, Operation, OperationState, Outcome

START_TOLERANCE = timedelta(seconds=120)
"""How far the clocks of the identity provider and of Intune may be apart."""

_OUTCOMES = {
    OperationState.DONE: Outcome.DONE,
    OperationState.FAILED: Outcome.FAILED,
    OperationState.NOT_SUPPORTED: Outcome.NOT_SUPPORTED,
}


class FollowedKey(NamedTuple):
    """A device is asked for each action once at a time."""

    device_id: str
    """Lower case."""
    action: Action


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
    answer: Answer | None = None
    boot_shown: float | None = None

    @property
    def key(self) -> FollowedKey:
        """What tells it from the others."""
        return FollowedKey(self.operation.device_id.lower(), self.operation.action)

    @property
    def state(self) -> OperationState:
        """Where the operation stands."""
        return self.operation.state

    @property
    def news(self) -> News:
        """What a notification tells of it, once it has ended."""
        action, outcome = self.operation.action, _OUTCOMES.get(self.state, Outcome.UNKNOWN)
        if outcome is Outcome.DONE and self._has_left_something:
            outcome = Outcome.READY
        return News(action, outcome)

    @property
    def _has_left_something(self) -> bool:
        """A reset passcode waits to be seen, also where it can no longer be shown here."""
        if self.operation.action is Action.RESET_PASSCODE:
            return self.device.platform not in (Platform.IOS, Platform.IPADOS)
        return self.answer is not None and not self.answer.is_empty


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
