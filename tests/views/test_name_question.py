"""What has to be typed before something is lost: always something, and always what can be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.domain import Action
from companyportal.views.action_words import ActionWords
from companyportal.views.name_question import NameQuestion
from tests.device_samples import PC
from tests.proofs import threat

NAME, SERIAL, NOTHING = "name", "7F3K", "Device without a name"
pytestmark = threat("T22")


@pytest.fixture
def question(application: QApplication, speak: Callable[[str], None]) -> Iterator[NameQuestion]:
    """On an empty window."""
    speak("en")
    window = QWidget()
    window.resize(700, 700)
    window.show()
    question = NameQuestion(window)
    question.alarm.setInterval(0)
    yield question
    window.close()
    window.deleteLater()


def ask(question: NameQuestion, name: str, serial: str) -> None:
    """About a device of that name."""
    device = replace(PC, name=name, serial_number=serial)
    question.ask(device, ActionWords().texts(Action.WIPE, device))


@pytest.mark.parametrize("unseen", ["    ", "\u200b\u200b\u200b\u200b", "\u3164\u3164 \u2800"])
def test_a_serial_number_that_cannot_be_seen_is_not_asked_for(
    question: NameQuestion, unseen: str
) -> None:
    ask(question, "PC\u202e24", f"C02{unseen}")
    assert question.go.reason != ""
    question.field.setText("pc24")
    assert question.go.reason == ""
