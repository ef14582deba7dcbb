"""Secrets where others pass by: seen by who looks round first, and for half a minute at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companyportal.domain import Secret
from companyportal.views.public_reveal import SHOWN_S, PublicReveal
from companyportal.views.secret_field import SecretField
from companyportal.views.secret_kind import SecretKind
from companyportal.views.theme import Theme
from tests.proofs import threat
from tests.virtual_clock import VirtualClock

pytestmark = [threat("T23"), threat("T24"), threat("T33")]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def clock() -> VirtualClock:
    """Moved by the test."""
    return VirtualClock()


@pytest.fixture(params=list(SecretKind))
def field(
    request: pytest.FixtureRequest, kiosk_venue: Theme, clock: VirtualClock, qtbot: QtBot
) -> Iterator[SecretField]:
    """With a secret of each kind, on the screen."""
    window = QWidget()
    field = SecretField(None, clock, request.param)
    field.set_secret(Secret("k7Q0mIl4"))
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    yield field  # noqa: PT022 the window has to live as long


@pytest.fixture
def reveal(field: SecretField) -> PublicReveal:
    """The question and its two answers."""
    assert field.reveal is not None
    return field.reveal


def test_nothing_can_be_copied_and_no_single_touch_leaves_it_open(field: SecretField) -> None:
    assert not field.copy_button.isVisible()
    assert not field.show_button.isVisible()
    assert not field.spell_button.isVisible()
    field.copy_button.setVisible(True)
    field.copy_button.click()
    assert not field.copy_button.isVisible()
    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("by", ["mouse", Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_it_shows_while_it_is_held_and_nothing_moves_meanwhile(
    field: SecretField, reveal: PublicReveal, by: Qt.Key | str
) -> None:
    def press() -> None:
        if isinstance(by, Qt.Key):
            QTest.keyPress(reveal.hold, by)
        else:
            QTest.mousePress(reveal.hold, LEFT)

    def let_go() -> None:
        if isinstance(by, Qt.Key):
            QTest.keyRelease(reveal.hold, by)
        else:
            QTest.mouseRelease(reveal.hold, LEFT)

    reveal.hold.setFocus()
    place = reveal.hold.mapTo(field, QPoint(0, 0))
    press()
    assert field.is_shown
    assert reveal.hold.mapTo(field, QPoint(0, 0)) == place
    assert not field.spell_button.isVisible()
    let_go()
    assert not field.is_shown
    press()
    assert field.is_shown
    let_go()


async def test_a_finger_that_never_lets_go_is_no_way_round_the_time(
    field: SecretField, reveal: PublicReveal, clock: VirtualClock
) -> None:
    QTest.mousePress(reveal.hold, LEFT)
    await clock.advance(SHOWN_S - 1)
    reveal.timer.timeout.emit()
    assert field.is_shown
    await clock.advance(1)
    reveal.timer.timeout.emit()
    assert not field.is_shown
    QTest.mouseRelease(reveal.hold, LEFT)
    assert not field.is_shown


async def test_who_cannot_hold_it_has_half_a_minute(
    field: SecretField, reveal: PublicReveal, clock: VirtualClock
) -> None:
    assert "30" in reveal.show_button.text()
    reveal.show_button.click()
    assert field.is_shown
    assert field.spell_button.isVisible()
    field.spell_button.click()
    assert "seven" in field.cells.accessibleName()
    await clock.advance(18)
    reveal.timer.timeout.emit()
    assert "0:12" in reveal.show_button.text()
    reveal.show_button.click()
    assert not field.is_shown
    reveal.show_button.click()
    await clock.advance(SHOWN_S)
    reveal.timer.timeout.emit()
    assert not field.is_shown
    assert "seven" not in field.cells.accessibleName()


@pytest.mark.parametrize("happens", ["another window", "the page is left", "no secret"])
def test_it_is_gone_at_once_when(field: SecretField, reveal: PublicReveal, happens: str) -> None:
    reveal.show_button.click()
    assert field.is_shown
    if happens == "another window":
        QCoreApplication.sendEvent(reveal, QEvent(QEvent.Type.WindowDeactivate))
    elif happens == "the page is left":
        field.hide()
    else:
        field.set_secret(None)
    assert not field.is_shown
    assert not reveal.is_revealed
