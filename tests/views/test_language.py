"""Which language is in use, and whose dates go with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication

from companyportal.views.language import LANGUAGES, Language
from companyportal.views.time_left import TimeLeft
from companyportal.visit import LANGUAGE_CODES


def test_a_visitor_can_choose_each() -> None:
    assert (*LANGUAGES,) == LANGUAGE_CODES


@pytest.mark.parametrize("system", ["C", "de_DE", "en_US", "fr_FR"])
def test_who_has_chosen_english_reads_and_counts_in_it(
    application: QApplication,
    speak: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    system: str,
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    language = Language()
    assert language.code == "", "nothing is in use yet"
    told = []
    for choice in ("system", "fr", "en"):
        language.use(choice)
        told.append((language.code, *map(TimeLeft().words, (30.0, 1.0)), today()))
    spoken, french, english = told
    day = "Tuesday, October 7, 2025" if system == "en_US" else "Tuesday, 7 October 2025"
    assert english == ("en", "30 seconds left", "1 second left", day)
    assert french == ("fr", "Encore 30 secondes", "Encore 1 seconde", "mardi 7 octobre 2025")
    assert spoken == (french if system == "fr_FR" else english)


def today() -> str:
    """A date as it is written now."""
    return QLocale().toString(QDate(2025, 10, 7), QLocale.FormatType.LongFormat)
