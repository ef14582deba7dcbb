"""Every page of the program in longer words, and from right to left: nothing is cut, nothing stays
English, nothing is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.views.text import display
from tests.desk import at_desk
from tests.faults.proxy import FaultProxy
from tests.http_browser import HttpBrowser
from tests.screenshots import SCENES
from tests.studio import Visitor
from tests.views.inspector import SOURCES, Inspector
from tests.views.pseudo_locale import PseudoTranslator, pseudo
from tests.virtual_clock import VirtualClock


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
    assert inspector.english == []


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
