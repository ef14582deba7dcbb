"""Every action, outcome and reason has words in every language, and they are the ones agreed on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from companyportal.device_name import NameFault
from companyportal.domain import Action
from companyportal.reasons import Reason
from companyportal.records import OperationState
from companyportal.views.action_words import ActionWords
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.name_fault_words import NameFaultWords
from companyportal.views.outcome_words import OutcomeWords
from companyportal.views.reason_words import ReasonWords
from companyportal.views.short_reason_words import ShortReasonWords
from tests.action_rules import CELLS
from tests.device_samples import ACTIONS
from tests.views.action_words_sheet import DEVICES, LAPTOP, cases, path, sheet


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


def test_every_reason_has_a_long_and_a_short_form(language: Language) -> None:
    words, short = ReasonWords(), ShortReasonWords()
    for reason in Reason:
        assert re.fullmatch(r".{5,60}(?<![.?])", short.why(reason))
        for action in ACTIONS:
            assert words.why(reason, action).endswith(".")


def test_every_fault_of_a_name_is_told(language: Language) -> None:
    words = NameFaultWords()
    assert len({words.why(fault) for fault in NameFault}) == len(NameFault)


def test_no_other_action_is_refused_with_words_about_passcodes() -> None:
    words = ReasonWords()
    told = {words.why(cell.expected, cell.action) for cell in CELLS if cell.expected}
    assert [text for text in told if "to reset" in text] == []
    assert len(told) > 20


def test_every_question_tells_what_happens(language: Language) -> None:
    words = ActionWords()
    for case in cases():
        texts = case.texts(words)
        assert texts.question.endswith("?")
        assert texts.summary.endswith(".")
        assert texts.confirm
        assert bool(texts.warning) is case.is_here
        # What cannot be undone says what goes, what stays and how long it takes.
        assert not texts.is_danger or all(texts.losses[:3])


def test_this_computer_is_said_twice() -> None:
    words = ActionWords()
    for action in (Action.WIPE, Action.RETIRE, Action.RESTART):
        here = words.texts(action, LAPTOP, is_this_computer=True)
        there = words.texts(action, LAPTOP)
        assert "computer you are using" in here.warning
        assert "computer I am using" in here.confirm
        assert there.warning == ""
        assert there.confirm != here.confirm


def test_every_outcome_has_a_page(language: Language) -> None:
    words = OutcomeWords()
    for state, action, device in product(OperationState, ACTIONS, DEVICES):
        page = words.describe(action, device, state)
        assert page.title
        assert page.line.endswith(".")
