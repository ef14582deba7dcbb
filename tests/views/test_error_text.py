"""Every class of error has words of its own, in every language, and its facts can be copied."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from companyportal.errors import (
    ClockWrong,
    ServiceFailed,
    ServiceResting,
    SettingsError,
    StoreUnreadable,
    Throttled,
)
from companyportal.models.messages import Message, UnexpectedError
from companyportal.views.error_text import ErrorText, Remedy
from companyportal.views.language import LANGUAGES, Language
from tests.every_error import an_error, every_kind

AT = datetime(2025, 11, 3, 10, 42, 7, tzinfo=UTC)


@pytest.fixture(autouse=True)
def application(qtbot: QtBot) -> None:
    """Translations need one."""


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_class_has_words_of_its_own(code: str) -> None:
    language = Language()
    language.use(code)
    try:
        described = {kind: ErrorText().describe(an_error(kind)) for kind in every_kind()}
    finally:
        language.use("en")
    titles = [words.title for words in described.values()]
    assert len(titles) > 20
    assert [title for title in titles if titles.count(title) > 1] == []
    assert [kind for kind, words in described.items() if not words.advice.strip()] == []


def test_a_class_that_came_later_speaks_like_the_one_above_it() -> None:
    class Newer(ServiceFailed):
        pass

    assert ErrorText().describe(Newer()) == ErrorText().describe(ServiceFailed())


def test_no_words_name_an_exception() -> None:
    for kind in every_kind():
        words = ErrorText().describe(an_error(kind))
        assert kind.__name__ not in words.title + words.advice


@pytest.mark.parametrize(
    ("line", "key", "advice"),
    [
        (3, "theme", "“theme” in line 3 of settings.toml is not valid. Mend it and start again."),
        (3, "", "Line 3 of settings.toml cannot be read. Mend it and start again."),
        (None, "theme", "“theme” in settings.toml is not valid. Mend it and start again."),
        (None, "", "settings.toml cannot be read. Mend it and start again."),
    ],
)
def test_a_bad_settings_file_is_named_with_its_line(
    line: int | None, key: str, advice: str
) -> None:
    error = SettingsError("not a number", path=Path("settings.toml"), line=line, key=key)
    assert ErrorText().describe(error).advice == advice


def test_a_damaged_store_says_where_it_was_set_aside() -> None:
    path = Path("portal.db.bad")
    assert "portal.db.bad" in ErrorText().describe(StoreUnreadable("x", path=path)).advice
    assert "IT support" in ErrorText().describe(StoreUnreadable("x")).advice


@pytest.mark.parametrize(
    ("wait_s", "words"), [(None, "in a moment"), (20.0, "20 second"), (601.0, "11 minute")]
)
def test_a_busy_service_says_when_to_try_again(wait_s: float | None, words: str) -> None:
    described = ErrorText().describe(Throttled(status=429, retry_after_s=wait_s))
    assert words in described.advice
    assert described.remedy is Remedy.TRY_AGAIN


def test_a_time_that_is_counted_down_ends_with_now() -> None:
    for error in (Throttled(retry_after_s=20), ServiceResting(retry_after_s=20)):
        assert "20 second" in ErrorText().describe(error).advice
        assert "19 second" in ErrorText().describe(error, 19.2).advice
        assert "now" in ErrorText().describe(error, 0.0).advice


def test_details_hold_facts_only() -> None:
    error = ServiceFailed(
        "Marie’s secret", status=503, code="serviceUnavailable", request_id="8f2c-1111-2222-19ab"
    )
    message = Message(error, "devices", AT)
    assert ErrorText().details(message).splitlines() == [
        "Status: 503",
        "Code: serviceUnavailable",
        "Request: 8f2c-1111-2222-19ab",
        "Task: devices",
        "Time: 2025-11-03 10:42:07 UTC",
    ]


def test_the_caption_is_short() -> None:
    text = ErrorText()
    full = ServiceFailed(status=503, request_id="8f2c-1111-2222-19ab")
    assert "Error 503 · request 8f2c…19ab · " in text.caption(Message(full, "devices", AT))
    short = ServiceFailed(code="timeout", request_id="1")
    assert "Error timeout · request 1 · " in text.caption(Message(short, "devices", AT))
    assert text.caption(Message(UnexpectedError(), "devices", AT)).count("·") == 0
    assert text.caption(Message(ServiceFailed(status=500), "devices", AT)).startswith("Error 500 ·")


@pytest.mark.parametrize(
    ("off_by_s", "title"),
    [
        (301, "This computer’s clock is off by 5 minutes."),
        (-3_600, "This computer’s clock is off by 60 minutes."),
        (10_790, "This computer’s clock is off by 3 hours."),
        (-86_400, "This computer’s clock is off by 24 hours."),
        (172_800, "This computer’s clock is off by 2 days."),
    ],
)
def test_a_wrong_clock_is_told_in_round_numbers(off_by_s: float, title: str) -> None:
    language = Language()
    language.use("en")
    assert ErrorText().describe(ClockWrong(off_by_s=off_by_s)).title == title
