"""What was asked of a device: by this program and by anyone, each request once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from companyportal.domain import Action, ActionResult, ActionState, Secret
from companyportal.location import Location
from companyportal.models.followed import Followed
from companyportal.models.history import PATIENCE, history, overdue
from companyportal.records import OperationState
from tests.store_samples import ASKED_AT, device, operation


def result(
    action: Action = Action.RESET_PASSCODE,
    state: ActionState = ActionState.DONE,
    *,
    minutes_later: float = 0.0,
) -> ActionResult:
    """As the service tells it."""
    started = ASKED_AT + timedelta(minutes=minutes_later)
    return ActionResult(
        action=action,
        name=action.value,
        state=state,
        started_at=started,
        updated_at=started + timedelta(seconds=12),
        secret=Secret("CNRY"),
    )


def followed(state: OperationState, action: Action = Action.RESET_PASSCODE) -> Followed:
    """As this program knows it."""
    asked = replace(operation(), action=action, state=state)
    return Followed(operation=asked, device=device(), asked_at=ASKED_AT, boot_asked=0.0)


def test_what_the_device_has_answered_is_told_once() -> None:
    (entry,) = history([result()], [followed(OperationState.UNKNOWN)])
    assert entry.state is ActionState.DONE


@pytest.mark.parametrize("state", [OperationState.UNKNOWN, OperationState.UNRESOLVED])
def test_an_outcome_that_nobody_can_tell_is_in_it(state: OperationState) -> None:
    older = result(minutes_later=-60)
    entries = history([older], [followed(state)])
    assert [entry.state for entry in entries] == [ActionState.UNKNOWN, ActionState.DONE]


@pytest.mark.parametrize("state", [OperationState.NOT_SENT, OperationState.REFUSED])
def test_what_never_reached_the_service_is_not(state: OperationState) -> None:
    assert history([], [followed(state)]) == ()


def test_a_key_that_was_read_is_in_it_though_the_device_knows_nothing_of_it() -> None:
    (entry,) = history([], [followed(OperationState.DONE, Action.RECOVERY_KEY)])
    assert (entry.action, entry.state) == (Action.RECOVERY_KEY, ActionState.DONE)


def test_the_newest_comes_first_and_secrets_stay_out() -> None:
    place = Location(latitude=1.0, longitude=2.0)
    older = replace(result(minutes_later=-5), location=place)
    entries = history([older, result(Action.SYNC)], [])
    assert [entry.action for entry in entries] == [Action.SYNC, Action.RESET_PASSCODE]
    assert {(entry.secret, entry.location) for entry in entries} == {(None, None)}


def test_after_a_quarter_of_an_hour_somebody_should_look() -> None:
    waits = result(state=ActionState.PENDING)
    longer = result(Action.SYNC, ActionState.ACTIVE, minutes_later=-30)
    done = result(minutes_later=-99)
    just_before = ASKED_AT + PATIENCE - timedelta(seconds=1)
    assert overdue([waits, done], just_before) is None
    assert overdue([waits, done], ASKED_AT + PATIENCE) == waits
    assert overdue([waits, longer, done], ASKED_AT + PATIENCE) == longer


def test_without_a_time_nobody_can_say_how_long() -> None:
    assert overdue([replace(result(state=ActionState.PENDING), started_at=None)], ASKED_AT) is None
