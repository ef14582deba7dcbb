"""Texts of the directory are shown and nothing else: no markup, no direction, nothing followed."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QTextEdit

from companyportal import resources
from companyportal.demo.odd_values import HTML
from companyportal.demo.server import DemoServer
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.demo_fixture import StartDemo
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import promise, threat
from tests.session_bus import NotificationService
from tests.stories.accessible_texts import parts_of, texts_of
from tests.stories.sitting import Sitting

TURNED = "\u202egpj.exe\u2066"
_DIRECTION = re.compile("[\u202a-\u202e\u200e\u200f\u2066\u2067]")
_TAG = re.compile("<(img|b|a|script)[ >]")
_NAMES = (
    "Valcombe",
    "Marie Dubois",
    "Marie’s Galaxy",
    "Galaxy S23",
    "Samsung",
    "Service desk",
    "Exemple Télécom",
)
"""Texts of the organisation's file that somebody there may choose."""


@pytest.fixture
async def demo(start_demo: StartDemo, story_folder: Path) -> DemoServer:
    """An organisation whose every name is markup that wants to be read backwards."""
    text = resources.text("demo/organisation.toml")
    for name in _NAMES:
        assert f'"{name}"' in text
        text = text.replace(f'"{name}"', json.dumps(f"{name}{TURNED}{HTML}"))
    bent = story_folder / "organisation.toml"
    bent.write_text(text, encoding="utf-8")
    return await start_demo(organisation=bent)


def look(sitting: Sitting) -> None:
    """Everything that is on the screen or could come there: plain, and read from left to right."""
    for window in QApplication.topLevelWidgets():
        for each in parts_of(window):
            assert not isinstance(each, QTextEdit)
            if isinstance(each, QLabel):
                assert each.textFormat() is Qt.TextFormat.PlainText, each.text()
            if isinstance(each, QMenu):
                # An action without a tool tip says that its text is one.
                assert not each.toolTipsVisible()
            for name, text in texts_of(each):
                assert not _DIRECTION.search(text), f"{type(each).__name__}.{name}: {text!r}"
                if name in ("toolTip", "whatsThis") and not isinstance(each, QAction):
                    assert not _TAG.search(text), f"{type(each).__name__}.{name}: {text!r}"


@pytest.mark.desktop
@promise(5)
@threat("T21")
@threat("T22")
@threat("T34")
async def test_markup_in_names_is_only_text_on_every_page(
    session_bus: str,
    notification_service: Callable[..., Awaitable[NotificationService]],
    sitting: Sitting,
    hands: Hands,
) -> None:
    service = await notification_service("--features", "body,body-markup,actions")
    await sitting.sign_in()
    look(sitting)
    galaxy = sitting.portal.devices.find(
        sitting.demo.tenant.devices_of(sitting.demo.people[0])[0].device_id
    )
    assert galaxy is not None
    assert HTML in galaxy.name
    await sitting.to_confirmation(galaxy.name)
    look(sitting)
    await sitting.confirm()
    await until(lambda: sitting.step is Step.FOLLOWING)
    look(sitting)
    await sitting.let_pass_until(text="Your temporary passcode is ready")
    look(sitting)
    call = await service.next("Notify")
    assert not re.search("[<>]|gpj|img|bold", call["title"] + call["body"])
    await sitting.click("Notifications, 1 unread")
    look(sitting)
    menu = sitting.window.sheets.account_menu.open_under(sitting.window.header.person)
    look(sitting)
    menu.close()
    sitting.demo.tenant.faults.add("html-in-names")
    await open_every_page(sitting)
    assert len(hands.opened) == 2
    hosts = {request.host.partition(":")[0] for request in sitting.demo.tenant.requests}
    assert hosts == {"localhost"}


async def open_every_page(sitting: Sitting) -> None:
    """The list, each device, IT support and the settings."""
    router, devices = sitting.window.router, sitting.portal.devices
    router.go(Place.DEVICES)
    devices.refresh()
    await until(lambda: devices.state is ListState.READY)
    look(sitting)
    for device in devices.devices:
        router.open_device(device)
        await until(lambda: not sitting.portal.tasks.is_running("device"))
        look(sitting)
    for place in (Place.SUPPORT, Place.SETTINGS):
        router.go(place)
        look(sitting)
