"""Retry-After in all its spellings."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companyportal.graph.retry_after import LEAST_S, MOST_S, UNTOLD_S, http_date, retry_after_s
from tests.proofs import fault

pytestmark = fault("R12")

SERVED = datetime(2024, 5, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        (" 7 ", 7.0),
        ("2.75", 2.75),
        ("0", LEAST_S),
        ("0.2", LEAST_S),
        ("864000", MOST_S),
        ("9" * 12, MOST_S),
        ("9" * 500, UNTOLD_S),
        ("-1", UNTOLD_S),
        ("1e3", UNTOLD_S),
        ("NaN", UNTOLD_S),
        ("inf", UNTOLD_S),
        ("soon", UNTOLD_S),
        ("", UNTOLD_S),
        (None, UNTOLD_S),
        ("٣", UNTOLD_S),
        ("Thu, 02 May 2024 08:00:07 GMT", 7.0),
        ("Thu, 02 May 2024 10:00:07 +0200", 7.0),
        ("Thu, 02 May 2024 08:00:07", 7.0),
        ("Thursday, 02-May-24 08:00:07 GMT", 7.0),
        ("Wed, 01 May 2024 08:00:00 GMT", LEAST_S),
        ("Sun, 12 May 2024 08:00:00 GMT", MOST_S),
        ("Thu, 99 May 2024 08:00:07 GMT", UNTOLD_S),
        ("Sat, 01 Jan 0000 00:00:00 GMT", LEAST_S),
    ],
)
def test_each_spelling(value: str | None, seconds: float) -> None:
    assert retry_after_s(value, SERVED) == seconds


def test_a_date_without_the_answers_own_is_untold() -> None:
    assert retry_after_s("Thu, 02 May 2024 08:00:07 GMT", None) == UNTOLD_S


@settings(derandomize=True, deadline=None)
@given(st.text(), st.one_of(st.none(), st.datetimes(timezones=st.just(UTC))))
def test_any_text_gives_a_wait_within_the_limits(value: str, served: datetime | None) -> None:
    assert LEAST_S <= retry_after_s(value, served) <= MOST_S


@settings(derandomize=True, deadline=None)
@given(st.integers(1, 900))
def test_a_date_and_seconds_mean_the_same(seconds: int) -> None:
    until = format_datetime(SERVED + timedelta(seconds=seconds), usegmt=True)
    assert retry_after_s(until, SERVED) == retry_after_s(str(seconds), SERVED) == seconds


def test_a_date_is_read_in_utc() -> None:
    assert http_date("Thu, 02 May 2024 10:00:00 +0200") == SERVED
    assert http_date(None) is None
