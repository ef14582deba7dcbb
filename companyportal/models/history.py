"""What was asked of a device, by this program or by anyone, each request once.

Graph's action results tell of everything that reached the device. What this program knows beside
them: requests whose outcome nobody can tell, and keys that were read, of which a device hears
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from companyportal.domain import ActionResult, ActionState
from companyportal.models.followed import Followed, settle
from companyportal.records import OperationState

PATIENCE = timedelta(minutes=15)
"""A device that is switched on and online answers within minutes; after that somebody should look.
"""
_FIRST = datetime.min.replace(tzinfo=UTC)
_STATES = {
    OperationState.SENDING: ActionState.PENDING,
    OperationState.ACCEPTED: ActionState.PENDING,
    OperationState.DONE: ActionState.DONE,
    OperationState.FAILED: ActionState.FAILED,
    OperationState.NOT_SUPPORTED: ActionState.NOT_SUPPORTED,
    OperationState.UNKNOWN: ActionState.UNKNOWN,
    OperationState.UNRESOLVED: ActionState.UNKNOWN,
}
"""How a request stands, as a result would say it; what was not sent or refused was not asked."""


def history(
    results: Iterable[ActionResult], followed: Iterable[Followed]
) -> tuple[ActionResult, ...]:
    """All of it, newest first, without secrets. ``followed``: the requests for this device."""
    known = tuple(results)
    own = [
        _result_of(each)
        for each in followed
        if each.state in _STATES and settle(each.operation, known) is None
    ]
    entries = [*(replace(result, secret=None, location=None) for result in known), *own]
    return tuple(sorted(entries, key=lambda each: each.started_at or _FIRST, reverse=True))


def overdue(entries: Iterable[ActionResult], now: datetime) -> ActionResult | None:
    """What has been waiting longest for the device, if that is longer than a quarter of an hour."""
    waiting = [
        entry
        for entry in entries
        if entry.state.is_open and entry.started_at and now - entry.started_at >= PATIENCE
    ]
    return min(waiting, key=lambda entry: entry.started_at or _FIRST, default=None)


def _result_of(followed: Followed) -> ActionResult:
    action = followed.operation.action
    return ActionResult(
        action=action,
        name=action.value,
        state=_STATES[followed.state],
        started_at=followed.asked_at,
        updated_at=followed.ended_at,
    )
