"""The station's window without processes: a station that is told where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from companyportal.clock import Clock
from companyportal.kiosk_rules import KioskRules
from companyportal.models.station import Station, StationState
from companyportal.models.watched_visit import Process
from companyportal.organisation import Organisation
from companyportal.tasks import Tasks
from companyportal.views.language import Language
from companyportal.views.station_window import StationWindow
from companyportal.visit import Comfort, OutOfService, Rectangle, VisitEnd
from tests.views.geometry import shown

ORGANISATION = Organisation(
    name="Valcombe",
    support_phone="01 99 00 42 42",
    support_site_url="https://help.valcombe.example/kiosk",
)
RULES = KioskRules(is_tryout=True, is_full_screen=False)
SIZES = (
    (1024, 768),
    (1280, 800),
    (1920, 1080),
    (3840, 2160),
    (768, 1024),
    (1080, 1920),
    (2160, 3840),
)
"""Screens at which the kiosk may stand, upright ones too."""


class SetStation(Station):
    """Starts no visit, and stands where it was put."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(_no_process, rules=RULES, clock=clock, tasks=Tasks())
        self.begun: list[Comfort] = []
        self.stays = 0

    def stay_done(self) -> None:
        """Only counted."""
        self.stays += self.state is StationState.DONE

    def begin(self, comfort: Comfort, place: Rectangle | None = None) -> None:
        """Only noted."""
        self.begun.append(comfort)

    def put(
        self,
        state: StationState,
        *,
        end: VisitEnd | None = None,
        is_unknown: bool = False,
        reason: OutOfService | None = None,
        comfort: Comfort | None = None,
    ) -> None:
        """Stand there from now on; ``comfort``: of the last visitor."""
        self.last_end, self.is_unknown = end, is_unknown
        self.last_comfort = comfort or self.last_comfort
        self._shown = (state, reason)
        self.changed.emit()


def station_window(
    station: SetStation,
    language: Language,
    clock: Clock,
    *,
    rules: KioskRules = RULES,
    organisation: Organisation = ORGANISATION,
    is_demo: bool = False,
) -> StationWindow:
    """As ``station_life.py`` makes it."""
    window = StationWindow(
        station,
        language=language,
        rules=rules,
        organisation=organisation,
        is_demo=is_demo,
        clock=clock,
    )
    window.begin_asked.connect(station.begin)
    return window


def _no_process() -> Process:
    raise OSError("no visit here")


def words_of(window: QWidget) -> str:
    """All that can be read on it."""
    QApplication.processEvents()
    seen = [w.text() for w in shown(window) if isinstance(w, QLabel | QAbstractButton)]
    return "\n".join(text for text in seen if text)


def press_key(window: StationWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """A key, whatever has the keyboard."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(window.focusWidget() or window, key, held)
