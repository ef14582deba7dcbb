"""Every action, outcome and reason has words in every language, and they are the ones agreed on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from companyportal.domain import Action
from companyportal.reasons import Reason
from companyportal.records import OperationState
from companyportal.views.action_words import ActionWords
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.reason_words import ReasonWords
from companyportal.views.short_reason_words import ShortReasonWords
from tests.device_samples import ACTIONS
from tests.views.action_words_sheet import DEVICES, LAPTOP, Case, cases, path, sheet


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Language]:
    before = QLocale()
    language = Language()
    language.use(request.param)
    yield language
    language.use("en")
    QLocale.setDefault(before)


def test_the_words_are_those_on_the_sheet(language: Language) -> None:
    """``python -m tests.views.action_words_sheet`` writes it anew: read what has changed."""
    assert sheet() == path(language.code).read_text("utf-8")


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_a_long_and_a_short_form(language: Language, reason: Reason) -> None:
    words, short = ReasonWords(), ShortReasonWords().why(reason)
    assert short
    assert not short.endswith((".", "?"))
    assert len(short) <= 60
    for action in ACTIONS:
        assert words.why(reason, action).endswith(".")


def test_no_other_action_is_told_about_passcodes() -> None:
    words = ReasonWords()
    told = {words.why(reason, Action.RETIRE) for reason in Reason if not _is_of_passcodes(reason)}
    assert [text for text in told if "passcode to reset" in text] == []


def _is_of_passcodes(reason: Reason) -> bool:
    """No other action is refused for these on every platform."""
    return reason in (Reason.WINDOWS_PC, Reason.MACOS)


@pytest.mark.parametrize(
    "case", list(cases()), ids=lambda case: f"{case[0]}-{case[1].name}-{case[2]}"
)
def test_every_question_tells_what_happens(language: Language, case: Case) -> None:
    texts = case.texts(ActionWords())
    assert texts.question.endswith("?")
    assert texts.summary.endswith(".")
    assert texts.confirm
    assert texts.verb
    assert bool(texts.warning) is case.is_here
    if texts.is_danger:
        assert all(texts.losses[:3])


def test_this_computer_is_said_twice() -> None:
    words = ActionWords()
    for action in (Action.WIPE, Action.RETIRE, Action.RESTART):
        here = words.texts(action, LAPTOP, is_this_computer=True)
        there = words.texts(action, LAPTOP)
        assert "computer you are using" in here.warning
        assert "computer I am using" in here.confirm
        assert there.warning == ""
        assert there.confirm != here.confirm


@pytest.mark.parametrize("state", OperationState)
def test_every_outcome_has_a_page(language: Language, state: OperationState) -> None:
    words = OutcomeWords()
    for action in ACTIONS:
        for device in DEVICES:
            page = words.describe(action, device, state)
            assert page.title
            assert page.line.endswith(".")
