"""A failure in the log: its class, its place, and none of the values that it quotes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyportal.errors import Offline
from companyportal.tracebacks import told, without_values
from tests.proofs import promise, threat

pytestmark = [promise(1), threat("T03")]


def caught(error: BaseException) -> BaseException:
    """With a stack."""
    try:
        raise error
    except BaseException as raised:
        return raised


@pytest.mark.parametrize(
    ("error", "last"),
    [
        (KeyError("k7Qm0x4B"), "KeyError: '…'"),
        (ValueError("bad number 482913 in line 12"), "ValueError: bad number … in line 12"),
        (ValueError("passcode"), "ValueError: …"),
        (ValueError("it can't be"), "ValueError: it can'…'"),
        (RuntimeError('claims {\n "oid": "5d0c",\n "x": 1}'), 'RuntimeError: claims {\n "…": "…",'),
        (OSError(2, "No such file", "/home/marie"), "FileNotFoundError: [Errno 2] No such file: "),
        (AttributeError("'Text' object has no attribute 'x'"), "has no attribute 'x'"),
        (Offline(code="connectTimeout"), "Offline: connectTimeout"),
    ],
)
def test_the_message_keeps_what_can_be_no_value(error: BaseException, last: str) -> None:
    text = told(caught(error))
    assert last in text
    assert "in caught" in text
    assert "marie" not in text


@given(st.text(st.characters(codec="utf-8"), min_size=6).filter(lambda text: not text.isspace()))
def test_whatever_is_quoted_leaves(value: str) -> None:
    assert value not in without_values(f"before {value!r} after").removeprefix("before ")


@given(st.text("abcdefghXYZ0123456789-_.", min_size=6).filter(lambda t: any(map(str.isdigit, t))))
def test_whatever_looks_like_a_passcode_leaves(value: str) -> None:
    assert without_values(f"before {value} after") == "before … after"


def test_what_led_to_it_is_told_but_not_without_end() -> None:
    error = ValueError("the first")
    for number in range(50):
        error, error.__context__ = ValueError(f"number {number}"), error
    text = told(error)
    assert text.count("which led to") < 10
    assert text.endswith("ValueError: number 49")
    assert "the first" not in text


def test_a_cause_hides_the_context_and_a_group_tells_its_members() -> None:
    error = ExceptionGroup("both", [ValueError("one of them"), KeyError("k7Qm0x4B")])
    error.__context__, error.__cause__ = ValueError("a context"), ValueError("a cause")
    text = told(error)
    assert "a cause" in text
    assert "a context" not in text
    assert "one of them" in text
    assert "k7Qm" not in text


def test_an_error_that_cannot_be_told_is_told_all_the_same() -> None:
    class Mute(Exception):
        def __str__(self) -> str:
            raise ValueError

    assert "Mute" in told(Mute())
