"""Every page of the window with text of twice the size, in the smallest window that there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from tests.desk import at_desk
from tests.faults.proxy import FaultProxy
from tests.http_browser import HttpBrowser
from tests.proofs import promise
from tests.screenshots import SCENES, not_connected
from tests.studio import Visitor
from tests.views.inspector import NarrowInspector
from tests.virtual_clock import VirtualClock


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    """Of 28 pixels; as before afterwards."""
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPixelSize(28)
    qapp.setFont(font)
    yield
    qapp.setFont(before)


@promise(8)
@pytest.mark.usefixtures("large_text")
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_page_at_twice_the_text(
    faulty_demo: DemoServer,
    fault_proxy: FaultProxy,
    demo_clock: VirtualClock,
    tmp_path: Path,
    language: str,
) -> None:
    demo, clock = faulty_demo, demo_clock
    async with HttpBrowser(language=language) as browser:
        person = Visitor(browser)
        async with at_desk(
            demo, tmp_path, open_url=person.open_url, clock=clock, language=language
        ) as life:
            inspector = NarrowInspector(life, demo, clock, tmp_path, person, fault_proxy)
            for scene in SCENES:
                await scene(inspector, browser)
            await not_connected(inspector)
    assert len(inspector.looked_at) > 60
    assert inspector.found == [], "\n".join(inspector.found)
