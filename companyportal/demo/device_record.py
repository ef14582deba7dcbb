"""One device of the demo organisation as its file tells it, and how it behaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from companyportal.demo import beta_shapes, shapes
from companyportal.demo.failed_rule import FailedRule, failed_rules
from companyportal.demo.table import Table

ACTIONS = (
    "resetPasscode",
    "remoteLock",
    "syncDevice",
    "setDeviceName",
    "retire",
    "wipe",
    "rebootNow",
    "locateDevice",
)
"""What can be asked of a device, by Graph's names."""
FILE_VAULT = "fileVault"
"""The volume of a Mac; the others are members of Graph's volumeType."""
VOLUMES = ("operatingSystemVolume", "fixedDataVolume", "removableDataVolume", FILE_VAULT)


class ResetKind(StrEnum):
    """What a passcode reset makes on a device."""

    LETTERS_AND_DIGITS = "lettersAndDigits"
    DIGITS = "digits"
    REMOVED = "removed"
    REFUSED = "refused"
    """The service answers 400: this system has no passcode that could be reset."""


class Answer(StrEnum):
    """How a device answers what is asked of it."""

    DONE = "done"
    FAILED = "failed"
    NOT_SUPPORTED = "notSupported"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAction:
    """Something that was asked of a device before the server started."""

    name: str
    state: str
    minutes_ago: float
    took_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRecord:
    """One device as the file tells it; ``properties`` are Graph's own."""

    properties: Mapping[str, Any]
    reset: ResetKind
    answer: Answer
    error_code: int
    delay_factor: float
    """Times ``--delay-s`` until the device answers."""
    enrolled_days_ago: float
    synced_minutes_ago: float
    grace_days: float
    """Days until the grace period ends; 0 where there is none."""
    history: tuple[PastAction, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """What is answered instead of ``answer``, by the action's name."""
    volumes: tuple[str, ...] = ()
    """The encrypted volumes whose recovery keys are kept; see ``VOLUMES``."""
    fixed_at_sync: bool = False
    """The person has put right what was wrong: the next sync finds the device compliant."""
    fails: tuple[FailedRule, ...] = ()
    """What the device does not meet, unless it is compliant."""
    enrollment_in_beta: str = ""
    """deviceEnrollmentType of the beta, where v1.0 does not know it."""

    @property
    def system(self) -> str:
        """Graph's operatingSystem."""
        return str(self.properties["operatingSystem"])

    @property
    def serial_number(self) -> str:
        """What tells this device from all others."""
        return str(self.properties["serialNumber"])


def device_record(table: Table) -> DeviceRecord:
    """A device with what its ``demo`` table says. Raises: SettingsError."""
    table_demo = table.table("demo")
    properties = table.rest()
    for name in ("deviceName", "operatingSystem", "serialNumber"):
        if not properties.get(name):
            table.fail(name, "is missing")
    for name, value in properties.items():
        if why := shapes.fault_of(name, value):
            table.fail(name, why)
    return _behaviour(table_demo, properties)


def _behaviour(table: Table, properties: Mapping[str, Any]) -> DeviceRecord:
    record = DeviceRecord(
        properties=properties,
        reset=table.choice("reset", ResetKind, ResetKind.REFUSED),
        answer=table.choice("answer", Answer, Answer.DONE),
        error_code=table.whole("error_code", 0),
        delay_factor=table.number("delay_factor", 1),
        enrolled_days_ago=table.number("enrolled_days_ago", 200),
        synced_minutes_ago=table.number("synced_minutes_ago", 30),
        grace_days=table.number("grace_days", 0),
        history=tuple(_past(inner) for inner in table.tables("history")),
        fails=failed_rules(table),
        answers=_answers(table.table("answers")),
        volumes=table.texts("volumes", VOLUMES),
        fixed_at_sync=table.truth("fixed_at_sync"),
        enrollment_in_beta=table.text("enrollment_in_beta", ""),
    )
    if record.enrollment_in_beta not in ("", *beta_shapes.ENROLLMENTS):
        table.fail("enrollment_in_beta", "is no member of the beta's deviceEnrollmentType")
    table.end()
    return record


def _answers(table: Table) -> dict[str, Answer]:
    answers = {name: table.choice(name, Answer, Answer.DONE) for name in ACTIONS if name in table}
    table.end()
    return answers


def _past(table: Table) -> PastAction:
    past = PastAction(
        name=table.text("action"),
        state=table.text("state"),
        minutes_ago=table.number("minutes_ago"),
        took_s=table.number("took_s", 40),
    )
    if past.state not in ("pending", "done", "failed", "notSupported", "canceled"):
        table.fail("state", "is not a state of an action")
    table.end()
    return past
