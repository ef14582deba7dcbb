"""The demo organisation as its file tells it: people, their devices, how the devices answer, and
IT support. ``resources/demo/organisation.toml`` explains each key.
"""

from __future__ import annotations

import base64
import binascii
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from companyportal import resources
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
_Choice = TypeVar("_Choice", bound=StrEnum)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody who can sign in."""

    user_id: str
    username: str
    password: str
    display_name: str
    given_name: str
    surname: str
    language: str
    devices: tuple[DeviceRecord, ...]

    def __repr__(self) -> str:
        return f"DemoPerson({self.username!r})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """IT support and how the organisation presents itself; see Graph's intuneBrand."""

    name: str
    phone: str
    email: str
    site_name: str
    site_url: str
    notes: str
    privacy_url: str
    theme_color: str
    logo: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Everything that the demo server plays."""

    name: str
    tenant_id: str
    client_id: str
    support: Support
    people: tuple[DemoPerson, ...]


def load(path: Path | None = None) -> Organisation:
    """Read an organisation; without ``path`` the built-in one.

    Raises: SettingsError, naming the file and the key.
    """
    table = Table.from_file(path or resources.path("demo/organisation.toml"))
    tenant_id = _guid(table, "tenant_id")
    people = tuple(_person(inner, tenant_id) for inner in table.tables("person"))
    organisation = Organisation(
        name=table.text("name"),
        tenant_id=tenant_id,
        client_id=_guid(table, "client_id"),
        support=_support(table.table("support")),
        people=people,
    )
    table.end()
    if not people:
        table.fail("person", "must be given at least once")
    _refuse_twins(table, "username", [person.username.lower() for person in people])
    serials = [device.serial_number for person in people for device in person.devices]
    _refuse_twins(table, "serialNumber", serials)
    return organisation


def _person(table: Table, tenant_id: str) -> DemoPerson:
    username = table.text("username")
    person = DemoPerson(
        user_id=str(uuid.uuid5(uuid.UUID(tenant_id), username)),
        username=username,
        password=table.text("password", "demo"),
        display_name=table.text("display_name"),
        given_name=table.text("given_name", ""),
        surname=table.text("surname", ""),
        language=table.text("language", "en"),
        devices=tuple(_device(inner) for inner in table.tables("device")),
    )
    table.end()
    return person


def _device(table: Table) -> DeviceRecord:
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
        reset=_choice(table, "reset", ResetKind, ResetKind.REFUSED),
        answer=_choice(table, "answer", Answer, Answer.DONE),
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
    answers = {name: _choice(table, name, Answer, Answer.DONE) for name in ACTIONS if name in table}
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


def _support(table: Table) -> Support:
    try:
        logo = base64.b64decode(table.text("logo", ""), validate=True)
    except binascii.Error:
        table.fail("logo", "must be base64")
    support = Support(
        name=table.text("name", ""),
        phone=table.text("phone", ""),
        email=table.text("email", ""),
        site_name=table.text("site_name", ""),
        site_url=table.text("site_url", ""),
        notes=table.text("notes", ""),
        privacy_url=table.text("privacy_url", ""),
        theme_color=table.text("theme_color", "#2C5BD2"),
        logo=logo,
    )
    if not _is_color(support.theme_color):
        table.fail("theme_color", "must be written #RRGGBB")
    table.end()
    return support


def _choice(table: Table, key: str, choices: type[_Choice], default: _Choice) -> _Choice:
    value = table.text(key, default.value)
    if value not in list(choices):
        table.fail(key, f"must be one of {', '.join(choices)}")
    return choices(value)


def _guid(table: Table, key: str) -> str:
    try:
        return str(uuid.UUID(table.text(key)))
    except ValueError:
        table.fail(key, "must be a GUID")


def _is_color(text: str) -> bool:
    digits = text.removeprefix("#").lower()
    return len(text) == 7 and len(digits) == 6 and set(digits) <= set("0123456789abcdef")


def _refuse_twins(table: Table, key: str, values: list[str]) -> None:
    for value in values:
        if values.count(value) > 1:
            table.fail(key, f"is given twice: {value}")
