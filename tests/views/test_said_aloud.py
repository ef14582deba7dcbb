"""What a screen reader is told of the time at a kiosk: at which moments, in which words, and once.

It is heard where it leaves for the system, below everything of the program's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from companyportal.models.visit import VisitState
from companyportal.visit import Comfort, VisitEnd
from tests.counter import Counter
from tests.program import until
from tests.proofs import promise
from tests.spoken import END, QUESTION, TWO_MINUTES

pytestmark = promise(8)
both_languages = pytest.mark.parametrize("language", ["en", "fr"])


class Said(NamedTuple):
    """Something that was read out."""

    at_s: float
    """After the visitor was last there."""
    words: str
    is_urgent: bool


Listen = Callable[[Counter], list[Said]]


@pytest.fixture
def listen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listen]:
    """A screen reader runs; what it is told from here on, and when."""

    def begin(counter: Counter) -> list[Said]:
        said: list[Said] = []
        began_s = counter.clock.boot

        def hear(event: QAccessibleEvent) -> None:
            if isinstance(event, QAccessibleAnnouncementEvent):
                assertive = QAccessible.AnnouncementPoliteness.Assertive
                is_urgent = event.politeness() is assertive
                said.append(Said(counter.clock.boot - began_s, event.message(), is_urgent))

        monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
        return said

    QAccessible.setActive(True)
    yield begin
    QAccessible.setActive(False)


async def speaks(counter: Counter, language: str) -> None:
    """The visitor has chosen it, and is there."""
    counter.window.set_comfort(Comfort(language))
    end = {"en": "End session", "fr": "Terminer la session"}[language]
    await until(lambda: counter.window.frame.header.end.text() == end)
    counter.visit.note_input()


async def touches_for(counter: Counter, seconds: int) -> None:
    """Somebody who is there all the time."""
    for _ in range(seconds // 10):
        counter.visit.note_input()
        await counter.stands(10)


@both_languages
async def test_the_question_is_said_at_thirty_seconds_and_at_ten(
    counter: Counter, listen: Listen, language: str
) -> None:
    await speaks(counter, language)
    said = listen(counter)
    await counter.stands(95)
    assert counter.visit.reason is VisitEnd.IDLE
    first, again = QUESTION[language]
    assert said == [Said(60, first, True), Said(80, again, True), Said(90, END[language], True)]


@both_languages
async def test_above_the_browser_it_is_said_once_and_not_by_both_windows(
    counter: Counter, listen: Listen, language: str
) -> None:
    await speaks(counter, language)
    counter.hands.hesitates = True
    counter.portal.account.sign_out()
    await until(lambda: counter.portal.account.can_sign_in)
    counter.portal.account.sign_in()
    await until(lambda: counter.window.bar.isVisible())
    # What happens in the browser is not heard of here, and only a limit would end it.
    counter.visit.note_browser(False)
    said = listen(counter)
    await counter.stands(85)
    assert counter.window.bar.warning.isVisible()
    first, again = QUESTION[language]
    assert said == [Said(60, first, True), Said(80, again, True)]
    counter.visit.stay()
    await counter.stands(65)
    assert counter.is_in(VisitState.WARNING)
    assert said[2:] == [Said(145, first, True)]


@both_languages
async def test_the_end_of_the_whole_is_said_two_minutes_before_it(
    counter: Counter, listen: Listen, language: str
) -> None:
    await speaks(counter, language)
    said = listen(counter)
    before_s = 900 - counter.visit.left_s
    await touches_for(counter, 900)
    assert counter.visit.reason is VisitEnd.LIMIT
    assert [(round(at_s + before_s), *rest) for at_s, *rest in said] == [
        (780, TWO_MINUTES[language], True),
        (900, END[language], True),
    ]


async def test_it_is_not_said_again_to_who_comes_back_from_the_question(
    counter: Counter, listen: Listen
) -> None:
    said = listen(counter)
    await touches_for(counter, 780)
    await counter.stands(65)
    counter.visit.stay()
    await counter.stands(1)
    assert counter.window.frame.limit.isVisible()
    first, _ = QUESTION["en"]
    assert [each.words for each in said] == [TWO_MINUTES["en"], first]


async def test_who_was_asked_at_that_moment_hears_of_it_after_the_answer(
    counter: Counter, listen: Listen
) -> None:
    said = listen(counter)
    await touches_for(counter, 720)
    await counter.stands(65)
    assert counter.visit.is_nearly_over
    counter.visit.stay()
    await counter.stands(5)
    first, _ = QUESTION["en"]
    assert [each.words for each in said] == [first, TWO_MINUTES["en"]]
