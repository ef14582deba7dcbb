"""After signing out nothing of the person is left: not here, not on the desktop, not on disk."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.http_browser import HttpBrowser
from tests.program import until
from tests.proofs import promise, threat
from tests.session_bus import NotificationService
from tests.stories.sitting import Sitting

_PERSONAL = ("Galaxy", "iPhone", "Marie", "Dubois", "R5CW30D17F3K")


async def sign_out(sitting: Sitting, who: str = "Marie Dubois") -> None:
    """Through the menu under the person's name."""
    await sitting.click(f"Account: {who}")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Sign out")
    spot = menu.actionGeometry(action).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
    await until(lambda: sitting.portal.account.state is AccountState.SIGNED_OUT)


def found_on_disk(folder: Path) -> list[str]:
    """Files of the program that still hold anything personal."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return [
        f"{path.name}: {part}"
        for path in files
        for part in _PERSONAL
        if part.encode() in path.read_bytes()
    ]


@pytest.mark.desktop
@promise(1)
@threat("T01")
@threat("T24")
@threat("T34")
async def test_after_signing_out_nothing_of_the_person_stays(
    session_bus: str,
    notification_service: Callable[..., Awaitable[NotificationService]],
    sitting: Sitting,
    story_folder: Path,
) -> None:
    service = await notification_service()
    tenant, clipboard = sitting.demo.tenant, QGuiApplication.clipboard()
    await sitting.sign_in()
    await sitting.to_confirmation()
    await sitting.confirm()
    await until(lambda: sitting.step is Step.FOLLOWING)
    await sitting.let_pass_until(text="Your temporary passcode is ready")
    bubble = await service.next("Notify")
    await sitting.click("Show passcode")
    await sitting.click("Copy")
    passcode = tenant.devices_of(tenant.people[0])[0].actions[-1].passcode
    assert clipboard.text() == passcode
    assert found_on_disk(story_folder / "data")
    await sign_out(sitting)
    assert (await service.next("CloseNotification"))["number"] == bubble["number"]
    assert clipboard.text() == ""
    assert sitting.window.router.place is Place.WELCOME
    assert sitting.portal.follow_up.all == ()
    assert found_on_disk(story_folder / "data") == []
    await sitting.assert_signed_out()
    await sitting.let_pass(120)
    assert await sitting.portal.bubbles.show("n", "by the test", "")
    assert (await service.next("Notify"))["title"] == "by the test", "and nothing came before it"


@threat("T32")
@promise(7)
@promise(1)
@threat("T01")
async def test_the_next_person_sees_nothing_of_the_one_before(
    sitting: Sitting, browser: HttpBrowser
) -> None:
    await sitting.sign_in()
    await sitting.choose("Marie’s Galaxy")
    await sign_out(sitting)
    browser.forget()
    browser.username = sitting.demo.people[1].username
    await sitting.sign_in()
    assert not any("Marie" in device.name for device in sitting.portal.devices.devices)
    assert "Marie" not in sitting.words()
