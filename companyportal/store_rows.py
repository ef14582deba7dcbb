"""How the store's rows become values of ours and back.

A row of ``operations`` carries a checksum: it decides whether something may be sent again, so a
flipped bit must not pass for a fact.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from companyportal.domain import Action, ActionStamp, Person
from companyportal.records import News, Notification, Operation, OperationState, Outcome

OPERATION_COLUMNS = (
    "operation_id, tenant_id, user_id, device_id, action, snapshot, asked_at, owner, checksum,"
    " state"
)
NOTIFICATION_COLUMNS = "notification_id, kind, device_id, device_name, created_at, is_read"


class BadRow(ValueError):
    """A row that this program did not write so."""


def stamp(time: datetime) -> str:
    """A time as it is stored: UTC, so that texts sort like times."""
    return time.astimezone(UTC).isoformat()


def operation_row(operation: Operation, owner: str) -> tuple[Any, ...]:
    """The values of OPERATION_COLUMNS."""
    fixed = (
        operation.operation_id,
        *operation.person,
        operation.device_id,
        operation.action.value,
        json.dumps(operation.snapshot, separators=(",", ":")),
        stamp(operation.asked_at),
        owner,
    )
    return (*fixed, _checksum(fixed), operation.state.value)


def operation_of(row: Sequence[Any]) -> Operation:
    """The operation of one row of OPERATION_COLUMNS.

    Raises: BadRow.
    """
    *fixed, checksum, state = row
    if _checksum(fixed) != checksum:
        raise BadRow("checksum of an operation")
    try:
        return Operation(
            operation_id=row[0],
            person=Person(row[1], row[2]),
            device_id=row[3],
            action=Action(row[4]),
            snapshot=tuple(ActionStamp(*entry) for entry in json.loads(row[5])),
            asked_at=datetime.fromisoformat(row[6]),
            state=OperationState(state),
        )
    except (TypeError, ValueError) as error:
        raise BadRow("values of an operation") from error


def notification_row(notification: Notification) -> tuple[Any, ...]:
    """The values of NOTIFICATION_COLUMNS."""
    return (
        notification.notification_id,
        "/".join(notification.news),
        notification.device_id,
        notification.device_name,
        stamp(notification.created_at),
        int(notification.is_read),
    )


def notification_of(row: Sequence[Any]) -> Notification:
    """The notification of one row of NOTIFICATION_COLUMNS.

    Raises: BadRow.
    """
    try:
        action, outcome = row[1].split("/")
        return Notification(
            notification_id=row[0],
            news=News(Action(action), Outcome(outcome)),
            device_id=row[2],
            device_name=row[3],
            created_at=datetime.fromisoformat(row[4]),
            is_read=bool(row[5]),
        )
    except (AttributeError, TypeError, ValueError) as error:
        raise BadRow("values of a notification") from error


def _checksum(values: Sequence[str]) -> int:
    return zlib.crc32(json.dumps(values).encode())
