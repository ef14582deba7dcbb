"""What the kiosk shows when a visit has ended, when nobody can be served, and day and night."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.kiosk_rules import KioskRules
from companyportal.models.station import StationState
from companyportal.views.language import Language
from companyportal.views.station_window import StationWindow
from companyportal.views.theme import Theme, current
from companyportal.visit import Comfort, OutOfService, VisitEnd
from tests.proofs import promise, threat
from tests.stations import SetStation, press_key, station_window, words_of
from tests.virtual_clock import VirtualClock

CONTROL, ALT, META = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
Place = Callable[..., StationWindow]


class ByTheDesktop(QCloseEvent):
    """Alt+F4, or the cross of a window manager."""

    def spontaneous(self) -> bool:
        """Not from the program itself."""
        return True


ENDS = {
    VisitEnd.ASKED: "Done. You are signed out.",
    VisitEnd.IDLE: "not touched for a while",
    VisitEnd.LIMIT: "The time was over.",
    VisitEnd.INTERRUPTED: "locked or switched off",
    VisitEnd.OTHER_PERSON: "Another account signed in.",
    VisitEnd.STUCK: "stopped working",
    VisitEnd.CRASHED: "stopped working",
    VisitEnd.STATION: "The session has ended",
}


@threat("T32")
@pytest.mark.parametrize("end", VisitEnd)
def test_how_a_visit_ended_is_said_without_saying_whose(
    window: StationWindow, station: SetStation, end: VisitEnd
) -> None:
    station.put(StationState.VISIT)
    station.put(StationState.DONE, end=end)
    said = words_of(window)
    assert ENDS[end] in said
    assert "outcome" not in said
    station.put(StationState.DONE, end=end, is_unknown=True)
    assert "Sign in again to see its outcome." in words_of(window)


@pytest.mark.parametrize("by_key", [True, False])
def test_the_next_in_line_need_not_wait(
    window: StationWindow, station: SetStation, station_clock: VirtualClock, by_key: bool
) -> None:
    station.put(StationState.DONE, end=VisitEnd.ASKED)
    for already, wanted in ((0.4, 0), (0.8, 1)):
        station_clock.boot += already
        if by_key:
            press_key(window, Qt.Key.Key_Space)
        else:
            QTest.mouseClick(window.done, Qt.MouseButton.LeftButton)
        assert len(station.begun) == wanted, "a double click on the button before it is no choice"


REASONS = {
    OutOfService.POLICY: "not set up",
    OutOfService.STORAGE: "could not clear away",
    OutOfService.DISK: "no room left",
    OutOfService.CLOCK: "clock is wrong",
    OutOfService.SERVICE: "cannot be reached",
    OutOfService.BROWSER: "browser",
    OutOfService.PROGRAM: "does not start",
}


@pytest.mark.parametrize("reason", OutOfService)
def test_out_of_service_it_says_why_since_when_and_who_helps(
    window: StationWindow, station: SetStation, station_clock: VirtualClock, reason: OutOfService
) -> None:
    station.put(StationState.OUT_OF_SERVICE, reason=reason)
    station_clock.wall += timedelta(minutes=5)
    window.out_of_service.head.timer.timeout.emit()
    station.put(StationState.OUT_OF_SERVICE, reason=reason)
    said = words_of(window)
    for part in ("out of service", REASONS[reason], "Today, 10:42", reason.value, "10:47"):
        assert part in said
    assert "01\u00a099\u00a000\u00a042\u00a042" in said
    assert "help.valcombe.example" in said
    press_key(window, Qt.Key.Key_A)
    QTest.mouseClick(window.out_of_service, Qt.MouseButton.LeftButton, pos=QPoint(30, 300))
    assert station.begun == []
    window.out_of_service.foot.language.click()
    assert "hors service" in words_of(window)


def test_it_covers_the_screen_before_a_window_manager_hears_of_it(
    kiosk_venue: Theme, station: SetStation, station_clock: VirtualClock
) -> None:
    rules = KioskRules(is_tryout=False, is_full_screen=True)
    window = station_window(station, Language(), station_clock, rules=rules)
    assert window.geometry() == window.screen().geometry()
    window.deleteLater()


@threat("T33")
def test_only_a_kiosk_that_is_tried_out_can_be_closed(place: Place) -> None:
    real = place(rules=KioskRules(is_tryout=False, is_full_screen=True))
    assert real.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert real.isFullScreen()
    real.closeEvent(event := ByTheDesktop())
    assert not event.isAccepted()
    assert real.isVisible()
    tryout, closed = place(is_demo=True), []
    tryout.closed.connect(lambda: closed.append(True))
    assert (tryout.size().width(), tryout.size().height()) == (1280, 800)
    assert "Demo" in words_of(tryout)
    tryout.closeEvent(event := ByTheDesktop())
    assert event.isAccepted()
    assert closed == [True]
    assert tryout.close()
    assert closed == [True], "the program itself knows"


def test_what_stands_still_for_days_moves_a_little(window: StationWindow) -> None:
    places = set()
    for _ in range(60):
        window.drift.timer.timeout.emit()
        QApplication.processEvents()
        places.add(window.attract.mapTo(window, QPoint(0, 0)).toTuple())
    across, down = ([spot[axis] for spot in places] for axis in (0, 1))
    assert len(places) > 20
    assert 4 <= max(across) - min(across) <= 2 * current().px(8)
    assert 4 <= max(down) - min(down) <= 2 * current().px(8)
    assert window.drift.timer.interval() == 15_000


def test_it_moves_once_a_minute_where_motion_is_unwanted(
    window: StationWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Theme, "reduces_motion", True)
    window.drift.timer.timeout.emit()
    assert window.drift.timer.interval() == 60_000


def test_a_mouse_that_rests_is_not_shown(window: StationWindow) -> None:
    window.pointer.timeout.emit()
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    QTest.mouseMove(window.attract.start, QPoint(5, 5))
    QTest.mouseMove(window.attract.start, QPoint(15, 9))
    QApplication.processEvents()
    assert window.cursor().shape() is not Qt.CursorShape.BlankCursor
    assert window.pointer.isActive()


def test_there_is_no_menu_and_no_tip_anywhere(window: StationWindow) -> None:
    assert window.contextMenuPolicy() is Qt.ContextMenuPolicy.PreventContextMenu
    assert [each for each in window.findChildren(QWidget) if each.toolTip()] == []


@promise(8)
def test_the_page_after_the_end_speaks_as_its_visitor_read_and_can_be_read_otherwise(
    window: StationWindow, station: SetStation, station_clock: VirtualClock
) -> None:
    station.put(StationState.VISIT)
    station.put(StationState.DONE, end=VisitEnd.LIMIT, comfort=Comfort("fr", text_step=1))
    foot = window.done.foot
    assert "Le temps était écoulé" in words_of(window)
    assert "01\u00a099\u00a000\u00a042\u00a042" in words_of(window)
    assert foot.text_size.accessibleDescription() == "2 sur 3"
    station_clock.boot += 2
    for button in (foot.language, foot.contrast, foot.text_size):
        press_key(window, Qt.Key.Key_Tab)
        assert window.focusWidget() is button
        press_key(window, Qt.Key.Key_Space)
    assert (station.stays, station.begun) == (3, [])
    assert window.comfort == Comfort("en", has_contrast=True, text_step=2)
    assert "The time was over." in words_of(window)
    station.put(StationState.READY)
    assert window.comfort == Comfort()
