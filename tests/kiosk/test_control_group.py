"""The browser stays in the control group of its visit, so that the end of that is its end, too."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus
from PySide6.QtCore import QUrl

from companyportal.desktop.browser_command import Pages, Place, arguments, environment
from companyportal.desktop.browser_processes import end_browser
from companyportal.kiosk_rules import KioskRules
from tests.kiosk.browsing import chromium, until_there
from tests.kiosk.probing_site import Site
from tests.proofs import threat
from tests.session_bus import session_bus
from tests.stories.screen import Screen

pytestmark = pytest.mark.browser
__all__ = ["session_bus"]
RULES = KioskRules(browser_arguments=("--no-sandbox",), is_tryout=True)


def start(words: list[str], given: dict[str, str], folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(words, env=given, cwd=folder, stderr=subprocess.DEVNULL)


@threat("T32")
@pytest.mark.parametrize("is_told", [True, False])
async def test_it_asks_systemd_for_none_of_its_own(
    kiosk_screen: Screen, session_bus: str, tmp_path: Path, is_told: bool
) -> None:
    """The second case shows that it would."""
    bus = await MessageBus(bus_address=session_bus).connect()
    asked: list[str] = []

    def note(message: Message) -> None:
        if message.message_type is MessageType.METHOD_CALL:
            asked.append(str(message.member))

    bus.add_message_handler(note)
    await bus.request_name("org.freedesktop.systemd1")
    async with Site() as page:
        address = QUrl(f"http://localhost:{page.port}/")
        words = arguments(RULES, Pages(address, address, ()), tmp_path / "p", Place())
        given = environment(tmp_path, "en")
        if not is_told:
            del given["FLATPAK_SANDBOX_DIR"]
        browser = start([chromium(), *words], given, tmp_path)
        await until_there(lambda: page.asked and (is_told or asked))
        end_browser(tmp_path)
        browser.wait()
    assert asked == ([] if is_told else ["StartTransientUnit"])
    bus.disconnect()
