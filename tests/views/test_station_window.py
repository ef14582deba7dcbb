"""What the kiosk shows between visits, and how somebody begins one: by touch alone, by keyboard
alone, in their language and size; and that it knows of nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companyportal.models.station import StationState
from companyportal.views.language import LANGUAGES, WORD_FOR_LANGUAGE
from companyportal.views.station_window import StationWindow
from companyportal.views.theme import current
from companyportal.visit import Comfort, VisitEnd
from tests.proofs import promise, threat
from tests.stations import SetStation, press_key, words_of
from tests.views.geometry import without_name
from tests.virtual_clock import VirtualClock

CONTROL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
Place = Callable[..., StationWindow]


@threat("T32")
def test_it_says_what_to_do_and_knows_of_nobody(window: StationWindow) -> None:
    assert sorted(words_of(window).splitlines()) == sorted(
        [
            "Valcombe",
            "Tuesday, 14 May",
            "10:42",
            "Phone locked?",
            "Reset its passcode here in a few minutes. "
            "Have your phone and your work password at hand.",
            "Touch to start",
            "English",
            "Français",
            "IT support: 01\u00a099\u00a000\u00a042\u00a042",
            "Nothing stays here. When you leave, everything is erased.",
            "Contrast",
            "Text size",
        ]
    )
    assert without_name(window) == []


def test_the_clock_goes_on(window: StationWindow, station_clock: VirtualClock) -> None:
    station_clock.wall += timedelta(minutes=1)
    window.attract.head.timer.timeout.emit()
    assert "10:43" in words_of(window)


@pytest.mark.parametrize("spot", [(0.5, 0.02), (0.9, 0.5), (0.02, 0.6), (0.1, 0.3)])
def test_a_touch_anywhere_begins(
    window: StationWindow, station: SetStation, spot: tuple[float, float]
) -> None:
    where = QPoint(round(window.width() * spot[0]), round(window.height() * spot[1]))
    target = window.childAt(where) or window
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, where))
    assert station.begun == [Comfort()]


def test_a_finger_does_what_a_mouse_does(window: StationWindow, station: SetStation) -> None:
    device = QTest.createTouchDevice()

    def touch(where: QPoint) -> None:
        target = window.childAt(where)
        assert target is not None
        inside = target.mapFrom(window, where)
        QTest.touchEvent(target, device).press(0, inside, target)
        QTest.touchEvent(target, device).release(0, inside, target)
        QApplication.processEvents()

    touch(window.attract.languages["fr"].mapTo(window, QPoint(9, 9)))
    assert station.begun == []
    touch(QPoint(window.width() // 2, window.height() // 3))
    touch(window.attract.start.mapTo(window, QPoint(9, 9)))
    assert station.begun == [Comfort(language="fr")] * 2


def test_a_touch_between_two_buttons_does_nothing(
    window: StationWindow, station: SetStation
) -> None:
    for one in (window.attract.languages["en"], window.attract.foot.contrast):
        where = one.mapTo(window, QPoint(one.width() + 4, one.height() // 2))
        target = window.childAt(where)
        assert target is not None
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, where))
    assert station.begun == []


def test_a_finger_that_slides_off_a_button_has_not_touched_the_page(
    window: StationWindow, station: SetStation
) -> None:
    button, left = window.attract.languages["fr"], Qt.MouseButton.LeftButton
    QTest.mousePress(button, left)
    QTest.mouseRelease(button, left, pos=QPoint(20, -300))
    assert station.begun == []


def test_the_other_buttons_of_a_mouse_do_nothing(
    window: StationWindow, station: SetStation
) -> None:
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        for target in (window.attract, window.attract.start):
            QTest.mouseClick(target, button)
    assert station.begun == []


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_A, Qt.Key.Key_7, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter]
)
def test_keys_that_write_begin(window: StationWindow, station: SetStation, key: Qt.Key) -> None:
    press_key(window, key)
    assert station.begun == [Comfort()]


@threat("T33")
def test_chords_and_other_keys_begin_nothing(window: StationWindow, station: SetStation) -> None:
    keys = (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_F4, Qt.Key.Key_P)
    for modifier in (CONTROL, ALT, META):
        for key in keys:
            press_key(window, key, modifier)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Up, Qt.Key.Key_Menu, Qt.Key.Key_Home):
        press_key(window, key)
    assert station.begun == []
    assert QApplication.activePopupWidget() is None


def test_the_keyboard_alone_reaches_everything(window: StationWindow, station: SetStation) -> None:
    attract, stops = window.attract, []
    for _ in range(5):
        stops.append(window.focusWidget())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    english, french = attract.languages.values()
    assert stops == [attract.start, english, french, attract.foot.contrast, attract.foot.text_size]
    assert window.focusWidget() is attract.start
    french.setFocus()
    press_key(window, Qt.Key.Key_Space)
    press_key(window, Qt.Key.Key_B)
    assert station.begun == [Comfort(language="fr")]


def test_every_language_calls_itself_by_its_name(window: StationWindow) -> None:
    assert set(WORD_FOR_LANGUAGE) == set(LANGUAGES)
    for code, name in LANGUAGES.items():
        button = window.attract.languages[code]
        assert (button.text(), button.accessibleDescription()) == (name, WORD_FOR_LANGUAGE[code])
        button.click()
        marked = [each.code for each in window.attract.languages.values() if each.isChecked()]
        assert marked == [code]


@promise(8)
def test_what_somebody_chose_to_read_better_goes_with_them_and_no_further(
    window: StationWindow, station: SetStation
) -> None:
    foot, before = window.attract.foot, current().px(100)
    window.attract.languages["fr"].click()
    foot.contrast.click()
    foot.text_size.click()
    foot.text_size.click()
    chosen = Comfort(language="fr", has_contrast=True, text_step=2)
    assert "Téléphone verrouillé" in words_of(window)
    assert current().color("layer").name() == "#000000"
    assert current().px(100) > before
    assert (foot.contrast.isChecked(), foot.text_size.isChecked()) == (True, True)
    assert foot.text_size.accessibleDescription() == "3 sur 3"
    press_key(window, Qt.Key.Key_A)
    station.put(StationState.VISIT)
    assert not window.forget.isActive()
    station.put(StationState.DONE, end=VisitEnd.ASKED, comfort=chosen)
    assert "Votre session est fermée" in words_of(window)
    assert current().color("layer").name() == "#000000"
    station.put(StationState.READY)
    assert station.begun == [chosen]
    assert window.comfort == Comfort()
    assert "Phone locked?" in words_of(window)
    assert current().color("layer").name() != "#000000"
    assert current().px(100) == before


def test_who_goes_before_they_begin_leaves_nothing_either(window: StationWindow) -> None:
    window.attract.foot.contrast.click()
    assert window.forget.isActive()
    assert window.forget.interval() == 60_000
    window.forget.timeout.emit()
    assert window.comfort == Comfort()
    assert not window.forget.isActive()


def test_the_text_grows_in_three_steps_and_begins_anew(window: StationWindow) -> None:
    sizes = []
    for _ in range(4):
        sizes.append(current().text_px(100))
        window.attract.foot.text_size.click()
    assert sizes[0] == sizes[3] < sizes[1] < sizes[2]


@pytest.mark.parametrize("state", [StationState.PREPARING, StationState.VISIT])
def test_nobody_begins_while_nothing_is_ready(
    window: StationWindow, station: SetStation, state: StationState
) -> None:
    station.put(state)
    assert "One moment…" in words_of(window)
    press_key(window, Qt.Key.Key_A)
    press_key(window, Qt.Key.Key_Space)
    QTest.mouseClick(window.attract, Qt.MouseButton.LeftButton, pos=QPoint(30, 300))
    assert station.begun == []
    station.put(StationState.READY)
    assert "Touch to start" in words_of(window)
