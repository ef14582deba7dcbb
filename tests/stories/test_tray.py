"""Closing the window, with and without a notification area, and what the icon there shows."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.records import News, Outcome
from companyportal.views.main_window import MainWindow
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import fault, promise, threat
from tests.session_bus import NotificationService
from tests.stories.computer import WATCHED, Computer, Program, computer
from tests.stories.launched import launched
from tests.stories.sitting import Sitting
from tests.stories.tray_item import TrayItem

desktop = pytest.mark.desktop
StartService = Callable[..., Awaitable[NotificationService]]
TITLE = "Company Portal"


@pytest.fixture
def pc(session_bus: str) -> Iterator[Computer]:
    """A computer with a session bus."""
    with computer(bus=session_bus) as made:
        yield made


def start(pc: Computer, demo: DemoServer, *words: str) -> Program:
    """Start and look over the program's shoulder."""
    file = pc.folder / "connection.json"
    file.write_text(json.dumps(demo.describe()), encoding="utf-8")
    return pc.start("--connect", file, *words, module=WATCHED)


def with_settings(pc: Computer, line: str = "") -> tuple[str, str]:
    """The person's file, with what they have chosen."""
    (pc.folder / "settings.toml").write_text(f"{line}\n", encoding="utf-8")
    return "--settings", str(pc.folder / "settings.toml")


async def icon(service: NotificationService, bus: str) -> TrayItem:
    """The icon, as soon as the program has put it there."""
    registered = await service.next("RegisterStatusNotifierItem")
    return TrayItem(bus, registered["sender"])


@desktop
async def test_with_a_tray_the_closed_window_comes_back_and_quit_ends_the_program(
    pc: Computer, demo: DemoServer, notification_service: StartService, session_bus: str
) -> None:
    service = await notification_service("--tray")
    program = start(pc, demo, *with_settings(pc, "keep_in_tray = true"))
    async with await icon(service, session_bus) as item:
        await program.told("painted")
        assert not (await program.ask("close"))["is_visible"]
        assert program.process.poll() is None
        assert await item.tool_tip() == ["", TITLE, ""]
        menu = await item.menu()
        assert [(each.label, each.is_enabled) for each in menu] == [
            ("Open Company Portal", True),
            ("My devices", False),
            ("Sign out", False),
            ("Quit", True),
        ]
        await item.choose("Open Company Portal")
        await program.until(lambda: pc.screen.windows(TITLE))
        assert not (await program.ask("close"))["is_visible"]
        await item.click()
        await program.until(lambda: pc.screen.windows(TITLE))
        await item.choose("Quit")
        assert await program.ended() == 0


@desktop
@pytest.mark.parametrize("answer", ["Keep the icon", "Quit"])
async def test_the_first_close_asks_once_and_remembers(
    pc: Computer,
    demo: DemoServer,
    notification_service: StartService,
    session_bus: str,
    answer: str,
) -> None:
    service = await notification_service("--tray")
    program = start(pc, demo, *with_settings(pc))
    async with await icon(service, session_bus) as item:
        await program.told("painted")
        await program.ask("close")
        await program.until(lambda: pc.screen.windows(TITLE))
        look = await program.ask("look")
        assert "Keep an icon when the window closes?" in look["words"]
        assert {"Keep the icon", "Quit"} <= {*look["buttons"]}
        if answer == "Quit":
            program.go_on(json.dumps(["click", answer]))
            assert await program.ended() == 0
        else:
            assert not (await program.ask("click", answer))["is_visible"]
            await item.choose("Open Company Portal")
            await program.until(lambda: pc.screen.windows(TITLE))
            assert not (await program.ask("close"))["is_visible"], "asked again"
            assert await program.end() == 0
    kept = str(answer == "Keep the icon").lower()
    settings = (pc.folder / "settings.toml").read_text(encoding="utf-8")
    assert settings.strip() == f"keep_in_tray = {kept}"


@desktop
async def test_a_hidden_start_waits_in_the_tray(
    pc: Computer, demo: DemoServer, notification_service: StartService, session_bus: str
) -> None:
    service = await notification_service("--tray")
    program = start(pc, demo, "--hidden")
    async with await icon(service, session_bus) as item:
        await program.until(lambda: (pc.data / "demo" / "portal.sqlite").exists())
        assert pc.screen.windows(TITLE) == []
        await item.choose("Open Company Portal")
        await program.until(lambda: pc.screen.windows(TITLE))
        assert await program.end() == 0


@desktop
async def test_who_does_not_want_the_icon_ends_the_program_by_closing(
    pc: Computer, demo: DemoServer, notification_service: StartService
) -> None:
    service = await notification_service("--tray")
    program = start(pc, demo, *with_settings(pc, "keep_in_tray = false"))
    await service.next("RegisterStatusNotifierItem")
    await program.told("painted")
    await program.ask("close")
    assert await program.ended() == 0


@fault("R24")
@promise(8)
async def test_without_a_tray_closing_ends_the_program(tmp_path: Path, demo: DemoServer) -> None:
    async with launched(tmp_path, "--hidden", connection=demo.endpoints) as program:
        window = await program.window(MainWindow)
        window.close()
        assert await program.ended() == 0


@threat("T23")
@threat("T34")
async def test_results_are_in_the_icon_and_behind_the_bell_without_names(
    signed_in: Sitting,
) -> None:
    portal, tray = signed_in.portal, signed_in.life.tray
    device = signed_in.device("Marie’s Galaxy")
    portal.notifications.add(News(Action.RESET_PASSCODE, Outcome.READY), device)
    tool_tip = tray.findChildren(QSystemTrayIcon)[0].toolTip()
    labels = [each.text() for each in tray.menu.actions()]
    assert tool_tip == "Company Portal, 1 unread"
    told = "\n".join((tool_tip, *labels))
    for name in ("Marie", "Dubois", device.name, device.model, device.serial_number):
        assert name not in told
    assert labels == [
        "Open Company Portal",
        "My devices",
        "",
        "Passcode reset",
        "",
        "Sign out",
        "Quit",
    ]
    tray.menu.actions()[3].trigger()
    await until(lambda: signed_in.window.router.place is Place.DEVICE)
    signed_in.window.router.go(Place.DEVICES)
    bell = signed_in.window.header.bell
    await signed_in.click_at(bell, bell.rect().center())
    await signed_in.wait_for("Marie’s Galaxy: passcode reset")


@fault("R24")
@promise(8)
async def test_without_bus_bubbles_and_tray_everything_is_in_the_window(signed_in: Sitting) -> None:
    """This story's computer has none of them."""
    life = signed_in.life
    assert not life.tray.is_available
    assert not await life.portal.bubbles.show("x", "title", "body")
    signed_in.window.protected_page.confirm.alarm.setInterval(0)
    await signed_in.to_confirmation()
    await signed_in.confirm()
    await signed_in.let_pass_until(text="Show passcode")
    bell = signed_in.window.header.bell
    await signed_in.click_at(bell, bell.rect().center())
    await signed_in.wait_for("Marie’s Galaxy: passcode reset")
    await signed_in.press(Qt.Key.Key_Escape)
    for place, words in (("Support", "Service desk"), ("Settings", "Theme")):
        await signed_in.click(place)
        await signed_in.wait_for(words)
    signed_in.window.close()
    await asyncio.wait_for(life._quit.wait(), 60)
