"""What the program remembers on disk: operations it sent or was about to send, and its news.

An operation holds no token, no passcode and no name of anyone or anything, because it outlives the
session; a notification names a device and goes when the person signs out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from companyportal.domain import Action, ActionStamp, Person


class OperationState(StrEnum):
    """Where a stored operation stands; INTENT and SENDING are written before anything leaves."""

    INTENT = "INTENT"
    SENDING = "SENDING"
    NOT_SENT = "NOT_SENT"
    REFUSED = "REFUSED"
    ACCEPTED = "ACCEPTED"
    UNKNOWN = "UNKNOWN"
    DONE = "DONE"
    FAILED = "FAILED"
    NOT_SUPPORTED = "NOT_SUPPORTED"
    UNRESOLVED = "UNRESOLVED"

    @property
    def is_open(self) -> bool:
        """True while the outcome has still to be read from the service."""
        return self in (OperationState.SENDING, OperationState.ACCEPTED, OperationState.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One attempt to change a device, as it is kept on disk: no token, no passcode, no name of
    anyone or anything.
    """

    operation_id: str
    person: Person
    device_id: str
    action: Action
    state: OperationState
    snapshot: tuple[ActionStamp, ...]
    """The device's action results just before sending: what makes the outcome recognisable later.

    """
    asked_at: datetime
    """The service's own time (its Date header) at the snapshot, or the wall clock's where it sent
    none.
    """


class Outcome(StrEnum):
    """How something that was asked of a device has ended, as a person is told."""

    READY = "ready"
    """Done, and there is something to be seen: a passcode, a PIN, a place."""
    DONE = "done"
    FAILED = "failed"
    NOT_SUPPORTED = "notSupported"
    UNKNOWN = "unknown"


class News(NamedTuple):
    """What a notification tells; its words are chosen where it is shown."""

    action: Action
    outcome: Outcome


ALL_NEWS = tuple(
    News(action, outcome) for action in Action if action is not Action.OTHER for outcome in Outcome
)
"""Whatever a notification may ever tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """One entry behind the bell. It names a device, never a person and never a passcode."""

    notification_id: str
    news: News
    device_id: str
    device_name: str
    created_at: datetime
    is_read: bool = False
