"""What has to be typed before something is lost: always something, and always what can be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.domain import Action, Platform
from companyportal.views.action_words import ActionWords
from companyportal.views.name_question import NameQuestion
from companyportal.views.scrolled_part import ScrolledPart
from companyportal.views.theme import Theme
from tests.device_samples import PC
from tests.proofs import threat
from tests.views.geometry import cut_off, settle

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


def ask(
    question: NameQuestion,
    name: str,
    serial: str,
    action: Action = Action.WIPE,
    platform: Platform = Platform.WINDOWS,
) -> None:
    """About a device of that name."""
    device = replace(PC, name=name, serial_number=serial, platform=platform)
    question.ask(device, ActionWords().texts(action, device))


@pytest.mark.parametrize("unseen", ["    ", "\u200b\u200b\u200b\u200b", "\u3164\u3164 \u2800"])
def test_a_serial_number_that_cannot_be_seen_is_not_asked_for(
    question: NameQuestion, unseen: str
) -> None:
    ask(question, "PC\u202e24", f"C02{unseen}")
    assert question.go.reason != ""
    question.field.setText("pc24")
    assert question.go.reason == ""


@pytest.mark.parametrize(
    "typed",
    [
        "Marie’s iPhone",
        "marie's IPHONE",
        "  Marie’s   iPhone ",
        "Ｍarie’s iPhone",
        "MARIE'S iphone",
    ],
)
def test_case_spaces_and_the_kind_of_apostrophe_do_not_count(
    question: NameQuestion, typed: str
) -> None:
    ask(question, "Marie’s iPhone", "C02QX7F3K")
    assert question.wanted == "Marie’s iPhone"
    question.field.setText(typed)
    assert question.go.reason == ""


@pytest.mark.parametrize("typed", ["", " ", "Marie’s iPhon", "Maries iPhone", "Marie’s iPhone 2"])
def test_another_name_leads_back_to_the_field(question: NameQuestion, typed: str) -> None:
    ask(question, "Marie’s iPhone", "C02QX7F3K")
    question.go.setEnabled(True)
    question.field.setText(typed)
    assert question.go.reason == "Type the name first."
    heard: list[str] = []
    question.confirmed.connect(lambda: heard.append("confirmed"))
    question.cancel.setFocus()
    question.go.setEnabled(True)
    question.go.click()
    assert heard == []
    assert question.field.hasFocus()


def test_of_a_long_name_the_end_of_the_serial_number_is_typed(question: NameQuestion) -> None:
    ask(question, "The phone that Marie Dubois carries about", f"C02QX{SERIAL}")
    assert question.wanted == SERIAL
    assert question.go.reason == "Type the end of the serial number first."
    question.field.setText(SERIAL.lower())
    assert question.go.reason == ""


def test_it_is_scrolled_where_the_window_is_lower_than_it(
    question: NameQuestion, enlarge: Callable[[int], None]
) -> None:
    window = question.parentWidget()
    assert window is not None
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    enlarge(200)
    window.resize(640, 480)
    ask(question, "Marie’s iPhone", "C02QX7F3K")
    QApplication.processEvents()
    assert cut_off(question) == []
    for stop in (question.cancel, question.field, question.go):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert stop.visibleRegion().boundingRect().height() == stop.height()


@pytest.mark.parametrize("action", [Action.WIPE, Action.RETIRE])
async def test_it_is_not_scrolled_where_it_has_room(question: NameQuestion, action: Action) -> None:
    """Also where the window was lower before: a scroll bar does not stay for its own sake."""
    window = question.parentWidget()
    assert window is not None
    for high in (300, 700):
        window.resize(700, high)
        ask(question, "Marie’s iPhone", "C02QX7F3K", action, Platform.IOS)
        await settle()
        part = question.findChild(ScrolledPart)
        assert part is not None
        assert (part.verticalScrollBar().maximum() > 0) is (high == 300)


def test_tab_goes_round_over_the_field_and_both_buttons(question: NameQuestion) -> None:
    window = question.parentWidget()
    assert window is not None
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    ask(question, "PC", "")
    question.alarm.timeout.emit()
    question.go.setEnabled(True)
    seen = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen == [question.field, question.cancel, question.go, question.field]


@pytest.mark.parametrize(
    ("serial", "typed", "is_enough"),
    [
        ("C02QX7F3K", "7f3k", True),
        ("C02QX7F3K", "Marie's iPhone", True),
        ("C02QX7F3K", "7f3", False),
        ("C02QX7F3K", "9QX2", False),
        ("C02QX7F3K", "Marie’s iPhone 7F3K", False),
        ("C02QX7F3K", "", False),
        ("7F", "7F", False),
    ],
)
def test_at_the_kiosk_the_end_of_the_serial_number_is_enough(
    kiosk_venue: Theme, question: NameQuestion, serial: str, typed: str, is_enough: bool
) -> None:
    ask(question, "Marie’s iPhone", serial)
    question.alarm.stop()
    question.alarm.timeout.emit()
    question.field.setText(typed)
    assert (question.go.reason == "") is is_enough
    QTest.mouseClick(question.go, Qt.MouseButton.LeftButton)
    assert question.is_open is not is_enough
    says_so = question.field.accessibleName().endswith(f"serial number: {serial[-4:]}")
    assert says_so is (len(serial) > 4)
