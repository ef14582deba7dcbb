"""What a finger has to hold: it stays held under a finger that trembles, and no swipe holds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companyportal.domain import Secret
from companyportal.views.buttons import Button
from companyportal.views.kiosk_input import KioskInput
from companyportal.views.public_reveal import PublicReveal
from companyportal.views.scroll import SLOP_PX, ScrollPage
from companyportal.views.secret_field import SecretField
from companyportal.views.theme import Theme
from tests.program import until
from tests.proofs import threat
from tests.views.touching import ALWAYS_MS, UP, Hand, is_moving, middle_of, page_around
from tests.virtual_clock import VirtualClock


@pytest.fixture
def reveal(twice_ms: int, kiosk_venue: Theme, qtbot: QtBot) -> Iterator[PublicReveal]:
    """Below a secret, on a page that scrolls."""
    hands, page = KioskInput(), ScrollPage()
    field, end = SecretField(None, VirtualClock()), Button("End")
    field.set_secret(Secret("k7Q0mIl4"))
    page.content.addWidget(field)
    page.content.addSpacing(900)
    page.content.addWidget(end)
    window = QWidget()
    QVBoxLayout(window).addWidget(page)
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    assert field.reveal is not None
    yield field.reveal
    hands.close()
    hands.deleteLater()


@threat("T23")
async def test_a_swipe_that_begins_on_it_holds_nothing(reveal: PublicReveal) -> None:
    hand, spot, bar = Hand(reveal.window()), middle_of(reveal.hold), _bar(reveal)
    await hand.press(spot)
    await hand.move(spot + UP * (SLOP_PX + 1))
    assert not reveal.is_revealed
    await hand.move(spot + UP * 100)
    await until(lambda: bar.value() > 0)
    await hand.lift(spot + UP * 100)
    assert not reveal.is_revealed
    _slide_onto(reveal.hold)
    assert not reveal.is_revealed


@pytest.mark.parametrize("twice_ms", [ALWAYS_MS], indirect=True)
async def test_a_finger_holds_however_it_trembles_and_however_soon_again(
    reveal: PublicReveal, twice_ms: int
) -> None:
    hand, spot, page = Hand(reveal.window()), middle_of(reveal.hold), page_around(reveal)
    await hand.tap(spot)
    await hand.press(spot)
    assert reveal.is_held
    await _lies_there(hand, spot, page)
    await hand.move(spot + UP * (SLOP_PX + 1))
    assert reveal.is_held
    assert page.verticalScrollBar().value() == 0
    await hand.lift(spot + UP * (SLOP_PX + 1))
    assert not reveal.is_revealed


def _slide_onto(button: QWidget) -> None:
    """A mouse that was pressed elsewhere: a button that is still taken for pressed goes down."""
    there, kinds, buttons = QPointF(button.rect().center()), QEvent.Type, Qt.MouseButton
    held = (buttons.NoButton, buttons.LeftButton, Qt.KeyboardModifier.NoModifier)
    move = QMouseEvent(kinds.MouseMove, there, button.mapToGlobal(there), *held)
    QCoreApplication.sendEvent(button, move)


async def _lies_there(hand: Hand, spot: QPoint, page: ScrollPage) -> None:
    """Until it counts as held: a screen tells of a finger again and again."""
    for turn in range(10_000):
        await hand.move(spot + QPoint(turn % 2, 0))
        if not is_moving(page):
            return
    raise AssertionError("still about to scroll")


def _bar(widget: QWidget) -> QScrollBar:
    return page_around(widget).verticalScrollBar()
