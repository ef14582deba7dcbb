"""Whatever anybody typed into the directory is one short, visible line of plain text: on every
page, for a screen reader, in each tool tip, and in the log.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QTextEdit

from companyportal import logs
from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.records import ALL_NEWS
from companyportal.views.detail_words import SERIAL
from companyportal.views.router import Place
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.accessible_texts import all_texts, parts_of
from tests.stories.secrets_net import RawLog
from tests.stories.sitting import Sitting
from tests.stories.watched_file import WatchedFile, watched

pytestmark = [promise(5), threat("T21"), threat("T22")]
_LONGEST = 1_000 * 4 + 100
"""Characters: the notes of IT support, where each letter carries accents."""
TEXTS = {
    "markup": '<img src="{file}"><b>bold</b><a href="https://evil.example/">link</a><script>x()',
    "markup that is closed first": '"></span><img src="{file}"/><!--',
    "directions": "\u202egpj.exe\u2066\u2067\u2068\u061c\u200e\u200f\u202b",
    "invisible": "\u200b\u2060\ufeff\u00ad\u180e\U000e0041\ue000\U000f0000",
    "very long": "W" * 5_000,
    "very long and stacked": "e" + "\u0301" * 900,
    "lines": "\r\n2026-01-01 00:00:00,000 ERROR forged line\u2028\u2029\x85\x0b\x0c",
    "controls": "".join(map(chr, (*range(1, 32), *range(127, 160)))) + "\x1b]0;title\x07\x1b[2J",
    "half a letter": "\ud83d and \udcff",
    "right to left": "טלפון 123 هاتف",
    "templates": "{device} {0.__class__} %1 %n %s $HOME `id` &Reset && &amp; &#60;b&#62;",
}


@pytest.fixture
def file(story_folder: Path) -> Iterator[WatchedFile]:
    """A picture that the markup points to."""
    path = story_folder / "picture.png"
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(path))
    with watched(path) as picture_file:
        yield picture_file


@pytest.fixture(params=TEXTS)
def demo(request: pytest.FixtureRequest, demo: DemoServer, file: WatchedFile) -> DemoServer:
    """Every text that somebody there may have typed ends like this."""
    demo.tenant.hostile_text = TEXTS[request.param].replace("{file}", file.path.as_uri())
    demo.tenant.faults.add("hostile-texts")
    return demo


def is_hidden(character: str) -> bool:
    """Neither seen nor needed; our own texts break lines, and isolate what runs the other way."""
    kept = "\n\u200c\u200d\u2068\u2069\ufffd"
    return character not in kept and unicodedata.category(character) in (
        *("Cc", "Cf", "Cs", "Co", "Zl", "Zp"),
    )


def look() -> None:
    """All that is on a window, seen or not."""
    for window in QApplication.topLevelWidgets():
        for each in parts_of(window):
            assert not isinstance(each, QTextEdit)
            if isinstance(each, QLabel):
                assert each.textFormat() is Qt.TextFormat.PlainText
                assert not each.openExternalLinks()
            if isinstance(each, QMenu):
                # An action without a tool tip says that its text is one.
                assert not each.toolTipsVisible()
            if isinstance(each, QAbstractButton):
                assert "Alt" not in each.shortcut().toString(), each.text()
            if isinstance(each, QAction):
                # A single & would be swallowed and make a shortcut of what follows.
                assert "&" not in each.text().replace("&&", ""), each.text()
    for where, text in all_texts():
        assert not any(map(is_hidden, text)), f"{where}: {text!r}"
        assert len(text) <= _LONGEST, f"{where}: {len(text)} characters"
        assert text.count("\u2068") == text.count("\u2069"), f"{where}: {text!r}"
        if where.endswith((".toolTip", ".whatsThis")) and not where.startswith("QAction."):
            inside = re.sub(r"^<span>(.*)</span>$", r"\1", text, flags=re.DOTALL)
            assert "<" not in inside, f"{where}: {text!r}"


async def through_the_reset(sitting: Sitting) -> None:
    """The Android phone, from its page to its passcode."""
    device = sitting.portal.devices.find(
        sitting.demo.tenant.devices_of(sitting.demo.people[0])[0].device_id
    )
    assert device is not None
    assert device.name.startswith("Marie’s Galaxy")
    assert len(device.name) > len("Marie’s Galaxy")
    await sitting.begin_reset(device.name)
    look()
    await sitting.click("Sign out")
    await until(lambda: sitting.step is Step.CONFIRM)
    await until(lambda: sitting.portal.devices.state is ListState.READY)
    look()
    await sitting.confirm()
    await until(lambda: sitting.step is Step.FOLLOWING)
    look()
    await sitting.let_pass_until(text="Your temporary passcode is ready")
    look()
    for news in ALL_NEWS:
        sitting.portal.notifications.add(news, device)
    bell = sitting.window.header.bell
    await sitting.click_at(bell, bell.rect().center())
    look()


async def through_all_pages(sitting: Sitting) -> None:
    """Every device with its serial number, IT support, the settings, a menu, a failure."""
    router, portal = sitting.window.router, sitting.portal
    for device in portal.devices.devices:
        router.open_device(device)
        await until(lambda: not portal.tasks.is_running("device"))
        sitting.window.pages.device_page.details_card.line(SERIAL).reveal.click()
        look()
    for place in (Place.SUPPORT, Place.SETTINGS, Place.DEVICES):
        router.go(place)
        look()
    menu = sitting.window.sheets.account_menu.open_under(sitting.window.header.person)
    look()
    menu.close()
    sitting.demo.tenant.faults.add("forbidden")
    portal.devices.refresh()
    await until(lambda: portal.messages.current)
    look()


def records_in(folder: Path) -> list[str]:
    """The lines of the log."""
    return (folder / "state" / logs.FILE_NAME).read_text(encoding="utf-8").splitlines()


@pytest.mark.slow
async def test_every_text_of_the_directory_is_a_short_plain_line(
    sitting: Sitting, hands: Hands, file: WatchedFile, story_folder: Path, raw_log: RawLog
) -> None:
    sitting.window.resize(1100, 900)
    await sitting.sign_in()
    look()
    await through_the_reset(sitting)
    await through_all_pages(sitting)
    assert file.opened() == 0
    assert len(hands.opened) == 2
    hosts = {request.host.partition(":")[0] for request in sitting.demo.tenant.requests}
    assert hosts == {"localhost"}
    lines = records_in(story_folder)
    assert len(lines) == len(raw_log.lines) > 0
    assert all(re.match(r"\d{4}-\d\d-\d\d [\d:,]+ [A-Z]+ \w", line) for line in lines)
    assert not any("forged" in line for line in lines)


def test_the_file_would_be_seen_to_be_opened(file: WatchedFile) -> None:
    label = QLabel(f'<img src="{file.path.as_uri()}">')
    label.grab()
    assert file.opened() > 0
    assert file.opened() == 0
