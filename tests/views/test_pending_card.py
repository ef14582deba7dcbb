"""A device that does not answer: since when, what to check, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from companyportal.domain import Action, ActionResult, ActionState
from companyportal.views.activity_card import FIRST_ENTRIES, ActivityCard
from companyportal.views.activity_names import ActivityNames
from companyportal.views.pending_card import PendingCard
from companyportal.views.text import Text
from companyportal.views.time_words import TimeWords
from tests.models.hands import emissions
from tests.store_samples import device
from tests.views.geometry import cut_off, settle
from tests.virtual_clock import VirtualClock


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock()


@pytest.fixture
def card(
    application: QApplication, speak: Callable[[str], None], clock: VirtualClock
) -> PendingCard:
    """Nothing waits."""
    speak("en")
    card = PendingCard(TimeWords(clock), clock)
    card.resize(440, 400)
    return card


def waiting(clock: VirtualClock, minutes: float, number: int = 0) -> ActionResult:
    """Asked so long ago."""
    asked_at = clock.now() - timedelta(minutes=minutes)
    return ActionResult(
        action=Action.RESET_PASSCODE,
        name=f"resetPasscode{number}",
        state=ActionState.PENDING,
        started_at=asked_at,
        updated_at=asked_at,
    )


def words(card: PendingCard | ActivityCard) -> str:
    """All words that can be seen."""
    return "\n".join(text.text() for text in card.findChildren(Text) if text.isVisibleTo(card))


async def test_it_comes_when_it_has_waited_long_and_grows_older(
    card: PendingCard, clock: VirtualClock
) -> None:
    card.set_entries(device(), (waiting(clock, 14),))
    assert card.isHidden()
    await clock.advance(120)
    card.timer.timeout.emit()
    assert not card.isHidden()
    assert "16 minutes ago" in words(card)
    await clock.advance(3600 * 3)
    card.timer.timeout.emit()
    assert "3 hours ago" in words(card)
    assert "Last contact of the device" in words(card)
    assert "Switch it on" in words(card)


def test_the_age_is_told_anew_only_while_it_is_seen(card: PendingCard, clock: VirtualClock) -> None:
    card.set_entries(device(), (waiting(clock, 60),))
    assert card.timer.isActive()
    card.hide()
    assert not card.timer.isActive()
    card.set_entries(device(), ())
    assert card.isHidden()


def test_the_details_name_the_device_and_nobody(card: PendingCard, clock: VirtualClock) -> None:
    known = device()
    card.set_entries(known, (waiting(clock, 64),))
    card.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "64 minutes ago" in copied
    assert known.serial_end in copied
    assert known.serial_number not in copied
    support = emissions(card.support_asked)
    card.support.click()
    assert support == [()]


@pytest.mark.parametrize(("percent", "width"), [(100, 300), (200, 420)])
@pytest.mark.parametrize("code", ["en", "fr"])
async def test_nothing_is_cut_off(
    card: PendingCard,
    clock: VirtualClock,
    speak: Callable[[str], None],
    enlarge: Callable[[int], None],
    code: str,
    percent: int,
    width: int,
) -> None:
    speak(code)
    enlarge(percent)
    card.set_entries(device(), (waiting(clock, 64),))
    layout = card.layout()
    assert layout is not None
    for _ in range(2):
        card.resize(width, layout.totalHeightForWidth(width))
        await settle()
    assert cut_off(card) == []


def test_a_long_history_begins_with_its_newest(
    application: QApplication, speak: Callable[[str], None], clock: VirtualClock
) -> None:
    speak("en")
    card = ActivityCard(TimeWords(clock))
    many = tuple(waiting(clock, number, number) for number in range(FIRST_ENTRIES + 2))
    card.set_results(many, is_known=True)
    assert words(card).count("Reset passcode") == FIRST_ENTRIES
    card.more.click()
    assert words(card).count("Reset passcode") == len(many)
    card.begin()
    card.set_results(many[:FIRST_ENTRIES], is_known=True)
    assert words(card).count("Reset passcode") == FIRST_ENTRIES
    assert card.more.isHidden()


@pytest.mark.parametrize("code", ["en", "fr"])
def test_actions_of_administrators_have_names_and_unknown_ones_their_own(
    application: QApplication, speak: Callable[[str], None], code: str
) -> None:
    speak(code)
    names = ActivityNames()
    for graph_name in ("shutDown", "rotateBitLockerKeys", "windowsDefenderScan", "quickScan"):
        assert names.name(Action.OTHER, graph_name) not in ("", graph_name)
    assert names.name(Action.OTHER, "do\u202eIt") == "do\ufffdIt"
    assert names.name(Action.OTHER, "")
