"""The station's pages on every screen that a kiosk may have, with every size of words, in longer
words than any language has, and from right to left.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from companyportal.models.station import StationState
from companyportal.views.station_window import StationWindow
from companyportal.views.theme import current
from companyportal.visit import OutOfService, VisitEnd
from tests.stations import SIZES, SetStation
from tests.views.geometry import cut_off, hard_to_hit
from tests.views.pseudo_locale import PseudoTranslator

STATES = (StationState.READY, StationState.DONE, StationState.OUT_OF_SERVICE)


@pytest.fixture(params=["en", "fr", "longer, from the right"])
def tongue(
    request: pytest.FixtureRequest, qapp: QApplication, window: StationWindow
) -> Iterator[str]:
    """The language of the window."""
    tongue, translator = str(request.param), PseudoTranslator()
    before = qapp.layoutDirection()
    if tongue in window.attract.languages:
        window.attract.languages[tongue].click()
    else:
        assert QCoreApplication.installTranslator(translator)
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield tongue
    QCoreApplication.removeTranslator(translator)
    qapp.setLayoutDirection(before)


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_and_everything_can_be_hit(
    window: StationWindow, station: SetStation, state: StationState, tongue: str
) -> None:
    reason = OutOfService.STORAGE if state is StationState.OUT_OF_SERVICE else None
    station.put(state, end=VisitEnd.LIMIT, is_unknown=True, reason=reason)
    found = []
    for step in range(3):
        for size in SIZES:
            settle(window, size)
            faults = [*cut_off(window), *hard_to_hit(window)]
            if tongue in window.attract.languages:
                faults += below_the_fold(window)
            found += [f"{size} with words of step {step}: {fault}" for fault in faults]
            assert current().target() >= 52
            assert current().gap_px(0) >= 12
        window.attract.foot.text_size.click()
    assert found == [], "\n".join(found)


def test_a_large_screen_that_is_not_scaled_shows_everything_larger(window: StationWindow) -> None:
    settle(window, (1920, 1080))
    usual = (current().target(), window.attract.start.height(), current().text_px(14))
    for size in ((3840, 2160), (2160, 3840)):
        settle(window, size)
        twice = (current().target(), window.attract.start.height(), current().text_px(14))
        assert twice == pytest.approx([2 * each for each in usual], abs=1), "but for rounding"


def test_the_button_is_as_high_as_a_hand_expects(window: StationWindow) -> None:
    settle(window, (1280, 800))
    u = 9 / 7
    assert window.attract.start.height() == round(68 * u)
    for button in window.attract.languages.values():
        assert (button.width(), button.height()) == (round(190 * u), round(68 * u))


def settle(window: StationWindow, size: tuple[int, int]) -> None:
    """Give it that size, and let layouts that were asked to measure again do so."""
    window.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    assert (window.width(), window.height()) == size


def below_the_fold(window: StationWindow) -> list[str]:
    """What is out of sight, in the languages that there are."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisible()]
    rests = [area.verticalScrollBar().maximum() for area in areas]
    return [f"{rest} pixels are out of sight" for rest in rests if rest]
