"""Which of a device's action results belongs to a request."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from companyportal.domain import Action, ActionResult, ActionStamp, ActionState, Person
from companyportal.models.followed import settle
from companyportal.records import Operation, OperationState
from tests.proofs import fault

ASKED = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def result(
    after_s: float | None = 5,
    state: ActionState = ActionState.DONE,
    action: Action = Action.RESET_PASSCODE,
) -> ActionResult:
    """A result that started so long after the request; None where the service gave no time."""
    started = None if after_s is None else ASKED + timedelta(seconds=after_s)
    return ActionResult(
        action=action, name=action.value, state=state, started_at=started, updated_at=started
    )


def asked(*before: ActionResult | ActionStamp) -> Operation:
    """A request, and what the device had answered before it."""
    stamps = [one.stamp if isinstance(one, ActionResult) else one for one in before]
    return Operation(
        operation_id="op",
        person=Person("tenant", "user"),
        device_id="device",
        action=Action.RESET_PASSCODE,
        state=OperationState.ACCEPTED,
        snapshot=tuple(stamps),
        asked_at=ASKED,
    )


OLD = result(-86_400)


@fault("R34")
@pytest.mark.parametrize(
    ("operation", "results", "expected"),
    [
        (asked(), (), None),
        (asked(), (result(),), 0),
        (asked(OLD), (OLD,), None),
        (asked(OLD), (result(), OLD), 0),
        (asked(), (OLD,), None),
        # A pending one of before that ends later is still the one of before.
        (asked(result(-60, ActionState.PENDING)), (result(-60),), None),
        (asked(result(-60, ActionState.PENDING)), (result(), result(-60)), 0),
        # The clocks of the services are two minutes apart at most.
        (asked(), (result(-120),), 0),
        (asked(), (result(-121),), None),
        (asked(result(-90)), (result(-90),), None),
        (asked(), (result(None),), None),
        (asked(ActionStamp("resetPasscode", "pending", "")), (result(None),), None),
        (asked(), (result(action=Action.SYNC),), None),
        (asked(), (result(9, action=Action.REMOTE_LOCK), result()), 1),
        # Newest first: where somebody else has asked again, theirs is the one that counts now.
        (asked(), (result(50), result(5)), 0),
        (asked(), (result(state=ActionState.PENDING),), 0),
    ],
)
def test_a_result_is_recognised(
    operation: Operation, results: tuple[ActionResult, ...], expected: int | None
) -> None:
    assert settle(operation, results) == (None if expected is None else results[expected])
