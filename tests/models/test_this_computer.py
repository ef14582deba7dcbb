"""Which device is the computer that the program runs on: never by what thousands have in common."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from companyportal.computer_identity import ComputerIdentity, guid, serial
from companyportal.domain import Device
from companyportal.models.this_computer import ThisComputer, is_of, likeliest
from companyportal.tasks import Tasks
from tests.models.hands import emissions
from tests.program import until

ID = "0a1b2c3d-0000-4000-8000-00000000000a"
ENTRA = "0a1b2c3d-0000-4000-8000-0000000000ee"
OLD = Device(device_id="1", name="old", serial_number="PF-3XW", entra_id="")
NEW = Device(
    device_id=ID,
    name="new",
    serial_number="pf-3xw",
    entra_id=ENTRA,
    last_sync_at=datetime(2026, 3, 2, tzinfo=UTC),
)
OTHER = Device(device_id="3", name="other")


@pytest.mark.parametrize(
    "computer",
    [
        ComputerIdentity(device_id=ID),
        ComputerIdentity(entra_id=ENTRA),
        ComputerIdentity(entra_id=ENTRA, serial_number="pf-3xw"),
        ComputerIdentity(serial_number="pf-3xw"),
    ],
)
def test_the_latest_enrolment_is_the_computer(computer: ComputerIdentity) -> None:
    assert likeliest(computer, [OLD, NEW, OTHER]) == ID
    assert is_of(computer, NEW)
    assert not is_of(computer, OTHER)
    assert is_of(computer, OLD) is bool(computer.serial_number)


def test_nothing_known_is_nobody() -> None:
    assert likeliest(ComputerIdentity(), [OLD, NEW, OTHER]) == ""
    assert not is_of(ComputerIdentity(), OTHER)
    assert likeliest(ComputerIdentity(serial_number="x-1"), []) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" PF-3XW\n", "pf-3xw"),
        ("C02 XK1", "c02 xk1"),
        ("To Be Filled By O.E.M.", ""),
        ("Default string", ""),
        ("0000000000", ""),
        ("None", ""),
        ("X1", ""),
        ("", ""),
        ("a" + "b" * 64, ""),
        ("ab\u202ec", ""),
        ("ab\x00c", ""),
    ],
)
def test_a_serial_number_tells_computers_apart_or_is_none(text: str, found: str) -> None:
    assert serial(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ID.upper(), ID),
        (f" {{{ID}}} ", ID),
        ("00000000-0000-0000-0000-000000000000", ""),
        (ID[:-1], ""),
        (f"{ID}0", ""),
        ("", ""),
    ],
)
def test_a_guid_is_one_or_none(text: str, found: str) -> None:
    assert guid(text) == found


def test_an_identity_tells_nothing_in_a_log() -> None:
    identity = ComputerIdentity(device_id=ID, entra_id=ENTRA, serial_number="pf-3xw")
    assert not {ID, ENTRA, "pf-3xw"} & set(repr(identity).replace("'", " ").split())
    assert repr(identity) == "ComputerIdentity()"


async def test_the_system_is_asked_once_and_off_the_loop() -> None:
    import threading

    asked: list[str] = []

    def read() -> ComputerIdentity:
        asked.append(threading.current_thread().name)
        return ComputerIdentity(entra_id=ENTRA)

    tasks = Tasks()
    computer = ThisComputer(read=read, tasks=tasks)
    found = emissions(computer.found)
    computer.look()
    await until(lambda: found)
    computer.look()
    await until(lambda: not tasks.names)
    assert found == [(ComputerIdentity(entra_id=ENTRA),)]
    assert len(asked) == 1
    assert asked[0] != threading.main_thread().name


async def test_a_system_that_knows_nothing_is_not_told() -> None:
    tasks = Tasks()
    computer = ThisComputer(read=ComputerIdentity, tasks=tasks)
    found = emissions(computer.found)
    computer.look()
    await until(lambda: not tasks.names)
    assert found == []
