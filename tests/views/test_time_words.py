"""Moments and spans are said as a person would, by language and country."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from companyportal.views.language import Language
from companyportal.views.time_words import TimeWords
from tests.virtual_clock import VirtualClock

NOON = datetime(2025, 11, 20, 12, 0).astimezone()


@pytest.fixture(autouse=True)
def british(qtbot: QtBot) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def times() -> TimeWords:
    return TimeWords(VirtualClock(wall=NOON.astimezone(UTC)))


@pytest.mark.parametrize(
    ("ago", "day", "contact"),
    [
        (timedelta(minutes=78), "10:42", "Today, 10:42"),
        (timedelta(days=1), "Yesterday", "Yesterday, 12:00"),
        (timedelta(days=17), "3 Nov", "3 Nov, 12:00"),
        (timedelta(days=400), "16 October 2024", "16 October 2024, 12:00"),
        (timedelta(days=-2), "22 November 2025", "22 November 2025, 12:00"),
    ],
)
def test_moments_are_as_short_as_they_are_near(
    times: TimeWords, ago: timedelta, day: str, contact: str
) -> None:
    assert times.day(NOON - ago) == day
    assert times.contact(NOON - ago) == contact


def test_year_one_and_nothing_are_never(times: TimeWords) -> None:
    assert times.contact(None) == "Never"
    assert times.full_date(None) == ""
    assert times.contact(datetime(1, 1, 1, tzinfo=UTC)) == "Never"
    assert times.full_date(datetime(1970, 1, 1, tzinfo=UTC)) == ""


@pytest.mark.parametrize(
    ("locale", "day", "date"),
    [
        ("en_US", "Nov 3", "November 3, 2025"),
        ("fr_FR", "3 nov.", "3 novembre 2025"),
        ("de_DE", "3 Nov.", "3. November 2025"),
        ("sv_SE", "3 nov.", "3 november 2025"),
    ],
)
def test_dates_follow_the_country(times: TimeWords, locale: str, day: str, date: str) -> None:
    QLocale.setDefault(QLocale(locale))
    moment = NOON - timedelta(days=17)
    assert times.day(moment) == day
    assert times.full_date(moment) == date


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(12, "12 second"), (150, "2 minute"), (9000, "2 hour"), (300_000, "3 day")],
)
def test_spans_are_rounded_to_what_matters(times: TimeWords, seconds: float, text: str) -> None:
    assert times.span(seconds).startswith(text)


@pytest.mark.parametrize(
    ("days", "at", "brief", "french"),
    [
        (0, "at 12:00", "12:00", "à 12:00"),
        (1, "yesterday at 12:00", "yesterday, 12:00", "hier à 12:00"),
        (17, "on 3 Nov at 12:00", "3 Nov, 12:00", "le 3 nov. à 12:00"),
    ],
)
def test_a_time_in_a_sentence_carries_its_day(
    times: TimeWords, days: int, at: str, brief: str, french: str
) -> None:
    moment = NOON - timedelta(days=days)
    assert (times.at(moment), times.brief(moment)) == (at, brief)
    language = Language()
    language.use("fr")
    assert times.at(moment) == times.brief(moment) == french
    language.use("en")


@pytest.mark.parametrize(
    ("days", "english", "french"),
    [
        (0, "at 12:00", "à 12:00"),
        (1, "yesterday at 12:00", "hier à 12:00"),
        (2, "2 days ago", "il y a 2 jours"),
        (299, "299 days ago", "il y a 299 jours"),
    ],
)
def test_how_far_back_something_is_known(
    times: TimeWords, days: int, english: str, french: str
) -> None:
    moment = NOON - timedelta(days=days)
    language = Language()
    for code, words in (("en", english), ("fr", french)):
        language.use(code)
        assert times.since(moment) == words
    assert times.age(moment) == timedelta(days=days)
    language.use("en")
