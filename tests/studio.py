"""One run of the program, and the camera before it, for the pictures and for the tests that look as
closely.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Device
from companyportal.life import Life
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from tests.faults.proxy import FaultProxy
from tests.http_browser import HttpBrowser
from tests.program import device_called, until
from tests.virtual_clock import VirtualClock

SIZE = (1100, 720)
NARROW = (480, 640)
STANDING = {"landscape": (1280, 800), "portrait": (800, 1280)}
"""The screen of a kiosk, and one that is turned."""


class Visitor:
    """Who sits before the program; may look at the opened page without signing in."""

    def __init__(self, browser: HttpBrowser) -> None:
        self.browser = browser
        self.hesitates = False

    def open_url(self, url: str) -> bool:
        """What the program calls."""
        return self.hesitates or self.browser.open_url(url)


class Camera:
    """Takes pictures of windows into one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._count = 0

    async def shoot_window(self, window: QWidget, name: str, size: tuple[int, int] = SIZE) -> None:
        """Take a picture when everything has come to rest."""
        await self._rest(window, size)
        self._keep(window.grab(), name)

    async def shoot_over(
        self, window: QWidget, menu: QMenu, anchor: QWidget, name: str, size: tuple[int, int]
    ) -> None:
        """With an open menu, which is a window of its own, below the end of ``anchor``."""
        await self._rest(window, size)
        picture = window.grab()
        end = anchor.mapTo(window, QPoint(anchor.width() - menu.width(), anchor.height() + 4))
        with QPainter(picture) as painter:
            painter.drawPixmap(end, menu.grab())
        self._keep(picture, name)

    async def _rest(self, window: QWidget, size: tuple[int, int]) -> None:
        window.resize(*size)
        for _ in range(30):
            await asyncio.sleep(0.002)

    def _keep(self, picture: QPixmap, name: str) -> None:
        self._count += 1
        path = self.folder / f"{self._count:02d}-{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"cannot write {path}")

    async def shoot_standing(self, window: QWidget, name: str) -> None:
        """As it stands in a hall: on a screen of either kind."""
        for kind, size in STANDING.items():
            await self.shoot_window(window, f"{name}-{kind}", size)


class Studio(Camera):
    """One run of the program in one language and theme, and its camera."""

    def __init__(
        self,
        life: Life,
        demo: DemoServer,
        clock: VirtualClock,
        folder: Path,
        person: Visitor,
        cable: FaultProxy | None = None,
    ) -> None:
        """``cable``: the way to Graph, for a scene that pulls it out."""
        super().__init__(folder)
        self.cable = cable
        self.person = person
        self.life = life
        self.demo = demo
        self.clock = clock

    async def shoot(self, name: str, size: tuple[int, int] = SIZE) -> None:
        """Take a picture when everything has come to rest."""
        await self.shoot_window(self.life.window, name, size)

    async def until_step(self, step: Step) -> None:
        """Wait for the reset."""
        await until(lambda: self.life.portal.protected.progress.step is step)

    async def let_pass(self, seconds: int) -> None:
        """Time goes on for the program and for the organisation."""
        for _ in range(seconds):
            await self.clock.advance(1)
            await asyncio.sleep(0.004)

    def device(self, part: str) -> Device:
        """A device of the list."""
        return device_called(self.life.portal, part)


async def sign_in(studio: Studio, browser: HttpBrowser, username: str = "") -> None:
    """Through the welcome page."""
    account = studio.life.portal.account
    await until(lambda: account.state is AccountState.SIGNED_OUT)
    browser.username = username or studio.demo.people[0].username
    account.sign_in()
    await until(lambda: studio.life.portal.devices.state is ListState.READY)
    await until(lambda: studio.life.portal.organisation.organisation.name)
    await until(lambda: not studio.life.portal.tasks.is_running("person"))


async def to_confirmation(studio: Studio, name: str) -> None:
    """Through the first two steps of a reset."""
    device = studio.device(name)
    studio.life.window.router.open_device(device)
    studio.life.window.router.open_protected(Action.RESET_PASSCODE, device)
    studio.life.portal.protected.sign_out()
    await studio.until_step(Step.CONFIRM)
    await until(lambda: studio.life.portal.devices.state is ListState.READY)
