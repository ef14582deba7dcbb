"""Values for tests of the store, and a look into its file from outside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from companyportal.domain import (
    Action,
    ActionStamp,
    Compliance,
    Device,
    EnrollmentKind,
    FormFactor,
    Ownership,
    Person,
    Platform,
)
from companyportal.records import News, Notification, Operation, OperationState, Outcome

MARIE = Person("11111111-1111-4111-8111-111111111111", "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa")
PAUL = Person("11111111-1111-4111-8111-111111111111", "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb")
ASKED_AT = datetime(2126, 5, 4, 10, 42, 7, tzinfo=UTC)
"""Far ahead, so that it is not old where a process of its own has the real clock."""


def operation(operation_id: str = "op-1", *, device_id: str = "device-1") -> Operation:
    """Marie's request to reset a passcode, just intended."""
    return Operation(
        operation_id=operation_id,
        person=MARIE,
        device_id=device_id,
        action=Action.RESET_PASSCODE,
        state=OperationState.INTENT,
        snapshot=(ActionStamp("resetPasscode", "done", "2026-01-02T03:04:05+00:00"),),
        asked_at=ASKED_AT,
    )


def notification(number: int, *, device_name: str = "Marie’s Galaxy") -> Notification:
    """News of a device, a minute younger with each number."""
    return Notification(
        notification_id=f"news-{number}",
        news=News(Action.RESET_PASSCODE, Outcome.READY),
        device_id=f"device-{number}",
        device_name=device_name,
        created_at=ASKED_AT.replace(minute=number),
    )


def device(number: int = 1) -> Device:
    """A device with every field away from its default."""
    return Device(
        device_id=f"00000000-0000-4000-8000-{number:012}",
        name=f"Marie’s Galaxy {number} 📱",
        manufacturer="samsung",
        model="SM-G991B",
        platform=Platform.ANDROID,
        system="AndroidForWork",
        os_version="14.0",
        form_factor=FormFactor.PHONE,
        ownership=Ownership.PERSONAL,
        compliance=Compliance.IN_GRACE_PERIOD,
        enrollment=EnrollmentKind.ANDROID_WORK_PROFILE,
        management_state="managed",
        serial_number=f"R58N{number:08}",
        owner_id=MARIE.user_id,
        enrolled_at=ASKED_AT,
        last_sync_at=ASKED_AT.replace(microsecond=123456),
        grace_until=None,
        open_actions=frozenset({Action.RESET_PASSCODE}),
    )


def in_state(sample: Operation, state: OperationState) -> Operation:
    """The same operation further on."""
    return replace(sample, state=state)


def states(path: Path) -> dict[str, str]:
    """Every operation's state as another program reads it from the file."""
    with closing(sqlite3.connect(path)) as database:
        return dict(database.execute("SELECT operation_id, state FROM operations"))
