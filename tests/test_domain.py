"""The values of the product say what they say, and a secret says nothing by accident."""

from __future__ import annotations

import copy
import json
import pickle
import traceback
from dataclasses import FrozenInstanceError, asdict
from datetime import UTC, datetime, timedelta, timezone

import pytest

from companyportal.domain import (
    Action,
    ActionResult,
    ActionStamp,
    ActionState,
    Device,
    Person,
    Secret,
)
from companyportal.records import OperationState

TEXT = "K7-Secret-Passcode"


def result(**changes: object) -> ActionResult:
    """A finished reset with a passcode."""
    values: dict[str, object] = {
        "action": Action.RESET_PASSCODE,
        "name": "resetPasscode",
        "state": ActionState.DONE,
        "started_at": datetime(2026, 5, 4, 10, 0, tzinfo=UTC),
        "updated_at": None,
        "secret": Secret(TEXT),
    }
    return ActionResult(**{**values, **changes})  # type: ignore[arg-type]


def test_a_secret_is_given_only_on_purpose() -> None:
    secret = Secret(TEXT)
    assert secret.reveal() == TEXT
    assert len(secret) == len(TEXT)
    for shown in (repr(secret), str(secret), f"{secret}", "%s" % secret, repr([secret])):  # noqa: UP031
        assert TEXT not in shown
    assert TEXT not in repr(result())


def test_a_result_with_a_secret_cannot_be_taken_apart_by_accident() -> None:
    with pytest.raises(TypeError, match="never serialised"):
        asdict(result())


@pytest.mark.parametrize("write", [pickle.dumps, copy.copy, copy.deepcopy, json.dumps])
def test_a_secret_is_never_written_or_doubled(write: object) -> None:
    with pytest.raises(TypeError):
        write(Secret(TEXT))  # type: ignore[operator]


def test_secrets_are_not_compared_by_content() -> None:
    assert Secret(TEXT) != Secret(TEXT)
    text: object = TEXT
    assert Secret(TEXT) != text


def test_a_secret_keeps_out_of_tracebacks() -> None:
    error = ValueError(Secret(TEXT), result())
    assert TEXT not in "".join(traceback.format_exception(error))


def test_a_result_leaves_a_stamp_without_its_secret() -> None:
    assert result().stamp == ActionStamp("resetPasscode", "done", "2026-05-04T10:00:00+00:00")
    assert result(started_at=None).stamp.started_at == ""
    summer = timezone(timedelta(hours=2))
    assert result(started_at=datetime(2026, 5, 4, 12, 0, tzinfo=summer)).stamp.state == "done"


def test_values_cannot_be_changed() -> None:
    device = Device(device_id="d", name="n")
    with pytest.raises(FrozenInstanceError):
        device.name = "other"  # type: ignore[misc]


@pytest.mark.parametrize(("serial", "end"), [("R58N00001234", "1234"), ("12", "12"), ("", "")])
def test_the_end_of_a_serial_number_tells_devices_apart(serial: str, end: str) -> None:
    assert Device(device_id="d", name="n", serial_number=serial).serial_end == end


def test_a_device_has_still_to_answer_while_it_is_pending_or_active() -> None:
    assert {state for state in ActionState if state.is_open} == {
        ActionState.PENDING,
        ActionState.ACTIVE,
    }


def test_an_operation_is_open_until_its_outcome_was_read() -> None:
    assert {state for state in OperationState if state.is_open} == {
        OperationState.SENDING,
        OperationState.ACCEPTED,
        OperationState.UNKNOWN,
    }


def test_people_are_told_apart_by_tenant_and_id() -> None:
    assert Person("t", "u") == Person("t", "u")
    assert len({Person("t", "u"), Person("t2", "u"), Person("t", "u2")}) == 3
