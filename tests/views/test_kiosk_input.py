"""What hands do at the kiosk: heard, and held back where it leads out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMetaType,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QHelpEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from companyportal.views.kiosk_input import KioskInput
from companyportal.views.line_edit import LineEdit
from companyportal.views.theme import Theme
from tests.proofs import threat

pytestmark = threat("T33")
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, META = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.MetaModifier
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key
_HELD = (KEY.Key_Shift, KEY.Key_Control, KEY.Key_Alt, KEY.Key_Meta)


class Ears(QObject):
    """Counts what reaches a field, and what the program hears of hands."""

    def __init__(self, kiosk: KioskInput) -> None:
        super().__init__()
        self.reached: list[QEvent.Type] = []
        self.heard = 0
        kiosk.happened.connect(self._on_happened)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Behind the kiosk's own."""
        if not (isinstance(event, QKeyEvent) and event.key() in _HELD):
            self.reached.append(event.type())
        return False

    def _on_happened(self) -> None:
        self.heard += 1


@pytest.fixture
def kiosk(kiosk_venue: Theme) -> Iterator[KioskInput]:
    """Hears everything while the test lasts."""
    kiosk = KioskInput()
    yield kiosk
    kiosk.close()
    kiosk.deleteLater()


@pytest.fixture
def ears(kiosk: KioskInput) -> Ears:
    """See Ears."""
    return Ears(kiosk)


@pytest.fixture
def field(ears: Ears, qtbot: QtBot) -> LineEdit:
    """A field that somebody types in."""
    field = LineEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    field.setText("secret")
    field.selectAll()
    field.installEventFilter(ears)
    return field


LEADING_OUT = [
    *((letter, CTRL) for letter in (KEY.Key_C, KEY.Key_X, KEY.Key_V, KEY.Key_A, KEY.Key_Z)),
    *((letter, CTRL) for letter in (KEY.Key_F, KEY.Key_P, KEY.Key_O, KEY.Key_N, KEY.Key_Comma)),
    *((KEY.Key_Insert, held) for held in (CTRL, SHIFT)),
    *((KEY.Key_Delete, SHIFT), (KEY.Key_F10, SHIFT), (KEY.Key_Menu, NONE), (KEY.Key_F1, NONE)),
    *((KEY.Key_F2, NONE), (KEY.Key_F11, NONE), (KEY.Key_Help, NONE), (KEY.Key_F4, ALT)),
    *((KEY.Key_Left, ALT), (KEY.Key_D, ALT), (KEY.Key_R, META)),
]


@pytest.mark.parametrize(("key", "held"), LEADING_OUT)
def test_no_chord_of_the_desk_reaches_anything(
    field: LineEdit, ears: Ears, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    ears.reached.clear()
    QTest.keyClick(field, key, held)
    assert QEvent.Type.KeyPress not in ears.reached
    assert QEvent.Type.ShortcutOverride not in ears.reached
    assert field.text() == "secret"
    assert not QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        *((KEY.Key_B, NONE), (KEY.Key_B, SHIFT), (KEY.Key_Tab, NONE), (KEY.Key_Space, NONE)),
        *((KEY.Key_Return, NONE), (KEY.Key_Escape, NONE), (KEY.Key_Left, NONE)),
        *((KEY.Key_Backspace, NONE), (KEY.Key_F5, NONE), (KEY.Key_Q, CTRL)),
    ],
)
def test_typing_and_moving_about_stay_possible(
    field: LineEdit, ears: Ears, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    ears.reached.clear()
    QTest.keyClick(field, key, held)
    assert QEvent.Type.KeyPress in ears.reached


def test_a_letter_of_another_keyboard_is_a_letter(field: LineEdit) -> None:
    """The key for third letters, as Windows tells of it."""
    event = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_At, CTRL | ALT, "@")
    QCoreApplication.sendEvent(field, event)
    assert field.text() == "@"


def test_nothing_opens_under_the_pointer_and_nothing_is_dropped(
    field: LineEdit, ears: Ears
) -> None:
    here = QPoint(5, 5)
    data = QMimeData()
    data.setText("from elsewhere")
    action = Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    for event in (
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, field.mapToGlobal(here)),
        QHelpEvent(QEvent.Type.ToolTip, here, here),
        QHelpEvent(QEvent.Type.WhatsThis, here, here),
        QDropEvent(QPointF(here), action, data, left, NONE),
    ):
        ears.reached.clear()
        QCoreApplication.sendEvent(field, event)
        assert ears.reached == [], event.type()
    assert field.text() == "secret"
    assert not field.findChildren(QMenu)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_only_the_first_button_means_anything(
    field: LineEdit, ears: Ears, button: Qt.MouseButton
) -> None:
    ears.reached.clear()
    QTest.mouseClick(field, button)
    assert QEvent.Type.MouseButtonPress not in ears.reached
    assert ears.heard  # and yet somebody is there


def test_whatever_fills_the_clipboard_is_emptied(kiosk: KioskInput, qtbot: QtBot) -> None:
    """Also what another program put there."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("4711")
    qtbot.waitUntil(lambda: not clipboard.text())
    clipboard.setText("0815")
    qtbot.waitUntil(lambda: not clipboard.text())


class Curious(QMimeData):
    """Something that was copied elsewhere; knows whether anybody looked into it."""

    is_read = False

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setData(kind, b"of somebody")

    def retrieveData(self, kind: str, wanted: QMetaType | QMetaType.Type) -> object:
        """As the system asks for what was copied."""
        self.is_read = True
        return super().retrieveData(kind, wanted)


@pytest.mark.parametrize("kind", ["text/plain", "image/png"])
def test_what_somebody_copied_is_emptied_unread(kiosk: KioskInput, qtbot: QtBot, kind: str) -> None:
    """A station that read it would keep it in its memory, long after the visitor has gone."""
    clipboard, copied = QGuiApplication.clipboard(), Curious(kind)
    clipboard.setMimeData(copied)
    qtbot.waitUntil(lambda: clipboard.mimeData() is not copied)
    assert not copied.is_read


def test_hands_are_heard_and_the_program_itself_is_not(field: LineEdit, ears: Ears) -> None:
    QTest.keyClick(field, KEY.Key_B)
    by_key = ears.heard
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    by_mouse = ears.heard
    assert 0 < by_key < by_mouse
    QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, KEY.Key_B, NONE, "b"))
    assert isinstance(field, QLineEdit)
    field.setText("by program")
    assert ears.heard == by_mouse


def test_a_trembling_mouse_and_a_key_something_lies_on_are_nobody(
    field: LineEdit, ears: Ears
) -> None:
    QTest.mouseMove(field, QPoint(20, 10))
    there = ears.heard
    QTest.mouseMove(field, QPoint(21, 10))
    assert ears.heard == there
    QTest.mouseMove(field, QPoint(60, 12))
    moved = ears.heard
    assert moved > there
    handle = field.windowHandle()
    QTest.simulateEvent(field, True, KEY.Key_B, NONE, "b", True)
    assert handle is not None
    assert ears.heard == moved
