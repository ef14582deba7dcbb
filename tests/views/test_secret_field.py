"""The passcode on the screen: hidden until asked for, and hidden again by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companyportal.desktop import screen_capture
from companyportal.desktop.secret_clipboard import SecretClipboard
from companyportal.domain import Secret
from companyportal.views.secret_cells import SecretCells
from companyportal.views.secret_field import SecretField
from companyportal.views.secret_kind import SecretKind
from companyportal.views.secret_names import SecretNames
from companyportal.views.text import Text
from companyportal.views.theme import Theme
from tests.proofs import threat
from tests.virtual_clock import VirtualClock

PASSCODE = "k7Q0mIl4"
SPELLED = "k, seven, capital Q, zero, m, capital I, small l, four"


class Seen:
    """The signals, in their order."""

    def __init__(self, field: SecretField) -> None:
        self.said: list[str] = []
        field.shown.connect(lambda: self.said.append("shown"))
        field.hidden.connect(lambda: self.said.append("hidden"))


@pytest.fixture
def clock() -> VirtualClock:
    """Moved by the test."""
    return VirtualClock()


@pytest.fixture
def clipboard(theme: Theme, clock: VirtualClock) -> Iterator[SecretClipboard]:
    """The real one of the offscreen screen, empty again for the next test."""
    yield SecretClipboard(clock)
    QGuiApplication.clipboard().clear()


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    """What the field stands in."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(704, 400)
    return window


@pytest.fixture
def field(
    window: QWidget,
    clipboard: SecretClipboard,
    clock: VirtualClock,
    speak: Callable[[str], None],
) -> SecretField:
    """With a passcode, hidden, in the active window, in English."""
    speak("en")
    field = SecretField(clipboard, clock)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    field.set_secret(Secret(PASSCODE))
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return field


def accessible(widget: QWidget) -> str:
    """Every name and description in the tree below ``widget``."""
    words: list[str] = []
    for part in (widget, *widget.findChildren(QWidget)):
        interface = QAccessible.queryAccessibleInterface(part)
        if interface is not None and part.isVisible():
            for kind in (QAccessible.Text.Name, QAccessible.Text.Description):
                words.append(interface.text(kind))
            words.append(interface.text(QAccessible.Text.Value))
    return "\n".join(words)


@threat("T23")
def test_hidden_at_first_also_for_screen_readers(field: SecretField) -> None:
    assert not field.is_shown
    assert "Temporary passcode, hidden" in accessible(field)
    assert PASSCODE not in accessible(field)
    assert "seven" not in accessible(field)
    assert field.show_button.text() == "Show passcode"
    assert not field.spell_button.isVisible()


def test_shown_on_request_and_spelled_for_screen_readers(field: SecretField) -> None:
    seen = Seen(field)
    field.show_button.click()
    assert field.is_shown
    assert seen.said == ["shown"]
    assert SPELLED in accessible(field)
    assert PASSCODE not in accessible(field)
    assert field.show_button.text() == "Hide (1:00)"


def test_the_same_button_hides(field: SecretField) -> None:
    seen = Seen(field)
    field.show_button.click()
    field.show_button.click()
    assert not field.is_shown
    assert seen.said == ["shown", "hidden"]
    assert "seven" not in accessible(field)


@threat("T23")
def test_it_counts_by_the_clock_and_hides_after_a_minute(
    field: SecretField, clock: VirtualClock, qtbot: QtBot
) -> None:
    field.show_secret()
    tick = field.findChild(QTimer)
    assert tick is not None
    clock.boot += SecretKind.PASSCODE.shown_s - 13
    # Nobody tells it to look: it has to do so by itself.
    qtbot.waitUntil(lambda: field.show_button.text() == "Hide (0:13)", timeout=60_000)
    clock.boot += 13
    qtbot.waitUntil(lambda: not field.is_shown, timeout=60_000)
    assert not tick.isActive()


@threat("T23")
def test_it_hides_when_another_window_comes_to_the_front(
    field: SecretField, theme: Theme, qtbot: QtBot
) -> None:
    field.show_secret()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    QTest.qWaitForWindowActive(other)
    assert not field.is_shown
    assert "seven" not in accessible(field)


@threat("T23")
def test_it_hides_when_its_page_is_left(field: SecretField) -> None:
    field.show_secret()
    field.hide()
    field.show()
    assert not field.is_shown


def test_another_secret_is_hidden_and_the_same_one_stays_shown(field: SecretField) -> None:
    secret = Secret("ABCD")
    field.set_secret(secret)
    field.show_secret()
    field.set_secret(secret)
    assert field.is_shown
    field.set_secret(Secret("EFGH"))
    assert not field.is_shown


def test_without_a_secret_there_is_nothing_to_show(field: SecretField) -> None:
    field.show_secret()
    field.set_secret(None)
    seen = Seen(field)
    field.show_secret()
    field.copy_button.click()
    assert not field.is_shown
    assert seen.said == []
    assert QGuiApplication.clipboard().text() != PASSCODE
    assert "seven" not in accessible(field)


def test_it_can_be_spelled_only_while_shown(field: SecretField) -> None:
    field.set_spelled(True)
    assert SPELLED not in words(field)
    field.show_secret()
    field.spell_button.click()
    assert SPELLED in words(field)
    assert field.spell_button.text() == "Stop spelling"
    field.hide_secret()
    assert SPELLED not in words(field)
    field.show_secret()
    assert SPELLED not in words(field)


def words(field: SecretField) -> list[str]:
    """Of every label, seen or not."""
    return [text.text() for text in field.findChildren(Text)]


def test_copying_needs_no_showing_and_tells_when_it_is_gone(
    field: SecretField, clipboard: SecretClipboard
) -> None:
    field.copy_button.click()
    assert QGuiApplication.clipboard().text() == PASSCODE
    assert not field.is_shown
    assert "Copied. The clipboard is emptied in 10 seconds." in words(field)
    clipboard.clear()
    assert "Can anyone else see this screen? It hides again after one minute." in words(field)


def test_every_control_works_with_the_keyboard(field: SecretField) -> None:
    for button in (field.show_button, field.spell_button, field.copy_button):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert field.is_shown
    assert SPELLED in words(field)
    assert QGuiApplication.clipboard().text() == PASSCODE


def test_it_speaks_the_language_of_the_program(
    field: SecretField, speak: Callable[[str], None]
) -> None:
    field.show_secret()
    speak("fr")
    QApplication.processEvents()
    assert field.is_shown
    assert field.show_button.text() == "Masquer (1:00)"
    assert "seven" not in accessible(field)
    assert "sept" in accessible(field)


@threat("T23")
def test_after_hiding_the_picture_is_the_one_of_any_other_passcode(
    field: SecretField, qtbot: QtBot
) -> None:
    before = field.grab().toImage()
    field.show_secret()
    field.set_spelled(True)
    assert field.grab().toImage() != before
    field.hide_secret()
    qtbot.waitUntil(lambda: field.grab().toImage() == before)  # the layout settles in its turn
    field.set_secret(Secret("WWWWWWWW"))
    qtbot.waitUntil(lambda: field.grab().toImage() == before)


@threat("T25")
def test_the_window_is_out_of_screen_shots_before_the_passcode_shows_and_until_it_has_gone(
    field: SecretField, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, bool]] = []
    number = int(window.winId())
    for name in ("exclude", "include"):
        note = {number: lambda name=name: asked.append((name, field.is_shown))}
        monkeypatch.setattr(screen_capture, name, lambda n, note=note: note[n]())
    field.show_secret()
    field.show_secret()
    field.hide_secret()
    assert asked == [("exclude", False), ("include", False)]


@threat("T23")
def test_hidden_cells_look_the_same_for_every_passcode(theme: Theme, qtbot: QtBot) -> None:
    cells = SecretCells()
    qtbot.addWidget(cells)
    pictures = []
    for passcode in ("00000000", "WWWWWWWW"):
        cells.set_secret(Secret(passcode))
        cells.resize(cells.sizeHint())
        hidden = cells.grab().toImage()
        cells.set_shown(True)
        assert cells.grab().toImage() != hidden
        cells.set_shown(False)
        pictures.append(hidden)
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize(("width", "rows"), [(600, 1), (300, 2), (120, 4)])
def test_groups_wrap(width: int, rows: int, theme: Theme, qtbot: QtBot) -> None:
    cells = SecretCells()
    qtbot.addWidget(cells)
    cells.set_secret(Secret(PASSCODE))
    assert cells.heightForWidth(width) == rows * cells.heightForWidth(2_000)
    assert cells.minimumSizeHint().width() <= 120


@pytest.mark.parametrize("pair", ["0O", "0o", "Oo", "1I", "1l", "Il", "5S", "5s", "Ss", "2Z", "8B"])
def test_look_alikes_have_different_names(pair: str, theme: Theme) -> None:
    names = SecretNames()
    one, other = (names.look_alike(character) for character in pair)
    assert one
    assert other
    assert one != other


def test_every_printable_character_is_spelled_differently(theme: Theme) -> None:
    names = SecretNames()
    characters = [chr(code) for code in range(32, 127)]
    assert len({names.spoken(character) for character in characters}) == len(characters)
