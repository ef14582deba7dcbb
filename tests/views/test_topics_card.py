"""What is it about? One answer at a time, in place, by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.views.language import Language
from companyportal.views.text import Text
from companyportal.views.topics_card import TopicsCard
from tests.views.geometry import cut_off, settle, without_name


@pytest.fixture
def card(application: QApplication) -> TopicsCard:
    """As wide as half a page."""
    card = TopicsCard()
    card.resize(400, 500)
    card.show()
    return card


def answers(card: TopicsCard) -> list[str]:
    """What can be read below the title."""
    texts = [text for text in card.findChildren(Text) if text.isVisibleTo(card)]
    return [text.text() for text in texts[1:]]


def test_one_answer_is_open_at_a_time(card: TopicsCard) -> None:
    assert answers(card) == []
    assert not card.devices.isVisibleTo(card)
    card.rows[0].click()
    assert "Reset passcode" in answers(card)[0]
    card.rows[3].click()
    [answer] = answers(card)
    assert "Remote lock" in answer
    assert card.rows[3].accessibleDescription() == answer
    card.rows[3].click()
    assert answers(card) == []


def test_the_keyboard_opens_an_answer_and_leads_to_the_list(card: TopicsCard) -> None:
    asked: list[None] = []
    card.devices_asked.connect(lambda: asked.append(None))
    QTest.keyClick(card.rows[1], Qt.Key.Key_Return)
    assert len(answers(card)) == 1
    QTest.keyClick(card.devices, Qt.Key.Key_Return)
    assert asked == [None]


@pytest.mark.parametrize("code", ["en", "fr"])
async def test_every_answer_fits(card: TopicsCard, code: str) -> None:
    Language().use(code)
    for line in card.rows:
        line.click()
        card.render_topics()
        card.resize(330, card.heightForWidth(330))
        await settle()
        assert cut_off(card) == []
        assert without_name(card) == []
