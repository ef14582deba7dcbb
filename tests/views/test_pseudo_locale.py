"""Every page of the program in longer words, and from right to left: nothing is cut, nothing stays
English, nothing is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from companyportal.demo.server import DemoServer
from companyportal.life import Life
from companyportal.views.device_card import GAP
from companyportal.views.device_view import DeviceView
from companyportal.views.text import display
from companyportal.views.theme import current
from tests.desk import at_desk
from tests.faults.proxy import FaultProxy
from tests.http_browser import HttpBrowser
from tests.screenshots import SCENES
from tests.studio import NARROW, SIZE, Studio, Visitor
from tests.ts_files import messages
from tests.views.geometry import cut_off, settle, shown
from tests.views.pseudo_locale import PseudoTranslator, pseudo
from tests.virtual_clock import VirtualClock

SOURCES = {message.source for message in messages("fr")}


class Inspector(Studio):
    """Goes through all scenes, and looks closely where the studio takes a picture."""

    def __init__(
        self,
        life: Life,
        demo: DemoServer,
        clock: VirtualClock,
        folder: Path,
        person: Visitor,
        cable: FaultProxy | None = None,
    ) -> None:
        super().__init__(life, demo, clock, folder, person, cable)
        self.looked_at: list[str] = []
        self.found: list[str] = []

    async def shoot(self, name: str, size: tuple[int, int] = SIZE) -> None:
        """Wide and narrow, whatever size the picture would have."""
        self.looked_at.append(name)
        for wide, high in {size, SIZE, NARROW}:
            self.life.window.resize(wide, high)
            await settle()
            found = [*cut_off(self.life.window), *cut_cards(self.life.window)]
            self.found += [f"{name} at {wide}: {text}" for text in found]
        self.found += [f"{name}: English {text!r}" for text in english_on(self.life.window)]


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def stretched(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QApplication]:
    """The pseudo-locale, in both directions."""
    translator, before = PseudoTranslator(), qapp.layoutDirection()
    assert QCoreApplication.installTranslator(translator)
    qapp.setLayoutDirection(request.param)
    yield qapp
    QCoreApplication.removeTranslator(translator)
    qapp.setLayoutDirection(before)


async def test_longer_words_fit_in_both_directions(
    stretched: QApplication,
    faulty_demo: DemoServer,
    fault_proxy: FaultProxy,
    demo_clock: VirtualClock,
    tmp_path: Path,
) -> None:
    demo, clock = faulty_demo, demo_clock
    async with HttpBrowser() as browser:
        person = Visitor(browser)
        async with at_desk(demo, tmp_path, open_url=person.open_url, clock=clock) as life:
            inspector = Inspector(life, demo, clock, tmp_path, person, fault_proxy)
            for scene in SCENES:
                await scene(inspector, browser)
    assert len(inspector.looked_at) > 20
    assert inspector.found == [], "\n".join(inspector.found)


@pytest.mark.parametrize("stretched", [Qt.LayoutDirection.RightToLeft], indirect=True)
def test_a_number_is_not_turned_round(stretched: QApplication) -> None:
    assert display("01 99 00 42 42") == "\u206801 99 00 42 42\u2069"
    assert display("•••• 7F3K") == "\u2068•••• 7F3K\u2069"
    assert display("PC-0042") == "PC-0042"
    assert display("") == ""


def test_a_stretched_text_keeps_its_placeholders() -> None:
    assert pseudo("Cancel") == "[Čáñčél ~]"
    long = pseudo("{minutes} {seconds} left after %n look(s)")
    assert re.findall(r"\{\w+\}|%n", long) == ["{minutes}", "{seconds}", "%n"]
    for source in SOURCES:
        assert len(pseudo(source)) >= 1.35 * len(source.replace("(s)", "s"))


def cut_cards(window: QWidget) -> Iterator[str]:
    """Cards that reach over an edge of their list; each cell has its gap at its end."""
    for view in window.findChildren(DeviceView):
        gap, is_turned = current().px(GAP), view.isRightToLeft()
        for row in range(view.model().rowCount() if view.isVisibleTo(window) else 0):
            cell = view.visualRect(view.model().index(row, 0))
            card = cell.adjusted(gap, 0, 0, 0) if is_turned else cell.adjusted(0, 0, -gap, 0)
            left = view.viewport().mapTo(view, card.topLeft()).x()
            if left < 0 or left + card.width() > view.width():
                yield f"card {row}: {left}..{left + card.width()} of {view.width()}"


def english_on(window: QWidget) -> list[str]:
    """Texts of the program that are seen or heard as they stand in the source."""
    words = []
    for widget in shown(window):
        words += [widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QAbstractButton | QLabel):
            words.append(widget.text())
        if isinstance(widget, QLineEdit):
            words.append(widget.placeholderText())
    return [text for text in words if text in SOURCES]
