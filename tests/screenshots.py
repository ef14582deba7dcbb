"""Pictures of every page and state of the real program on the demo organisation.

``python -m tests.screenshots DIR`` renders them in French and English, light and dark. Time is the
test's own, so that nothing has to be waited for.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_API"] = "pyside6"
os.environ.setdefault("DBUS_SESSION_BUS_ADDRESS", "disabled:")

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.domain import Action, Device
from companyportal.life import Life
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.models.protected_progress import Step
from companyportal.views.reset_passcode import ResetPasscode
from companyportal.views.router import Place
from tests.action_pictures import action_pictures
from tests.desk import at_desk
from tests.http_browser import HttpBrowser
from tests.list_pictures import list_pictures
from tests.nets.loop import qt_loop
from tests.own_pictures import own_pictures
from tests.program import device_called, until
from tests.virtual_clock import VirtualClock

SIZE = (1100, 720)
NARROW = (480, 640)


class Visitor:
    """Who sits before the program; may look at the opened page without signing in."""

    def __init__(self, browser: HttpBrowser) -> None:
        self.browser = browser
        self.hesitates = False

    def open_url(self, url: str) -> bool:
        """What the program calls."""
        return self.hesitates or self.browser.open_url(url)


class Studio:
    """One run of the program in one language and theme, and its camera."""

    def __init__(
        self, life: Life, demo: DemoServer, clock: VirtualClock, folder: Path, person: Visitor
    ) -> None:
        self.person = person
        self.life = life
        self.demo = demo
        self.clock = clock
        self.folder = folder
        self._count = 0

    async def shoot(self, name: str, size: tuple[int, int] = SIZE) -> None:
        """Take a picture when everything has come to rest."""
        window = self.life.window
        window.resize(*size)
        for _ in range(30):
            await asyncio.sleep(0.002)
        self._count += 1
        picture = window.grab()
        path = self.folder / f"{self._count:02d}-{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"cannot write {path}")

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


async def welcome(studio: Studio, browser: HttpBrowser) -> None:
    """Before anybody has signed in."""
    account = studio.life.portal.account
    await until(lambda: account.state is AccountState.SIGNED_OUT)
    await studio.shoot("welcome")
    studio.person.hesitates = True
    account.sign_in()
    await until(lambda: account.link)
    await studio.shoot("welcome-browser-open")
    account.cancel()
    await until(lambda: account.state is AccountState.SIGNED_OUT)
    studio.person.hesitates = False


async def devices(studio: Studio, browser: HttpBrowser) -> None:
    """The list and a device."""
    await sign_in(studio, browser)
    portal, window = studio.life.portal, studio.life.window
    await studio.shoot("devices")
    await studio.shoot("devices-narrow", NARROW)
    portal.devices.search("galaxy")
    await studio.shoot("devices-search")
    portal.devices.search("nothing like it")
    await studio.shoot("devices-no-match")
    portal.devices.search("")
    for name in ("Galaxy", "PC-0042", "iPad"):
        window.router.open_device(studio.device(name))
        await until(lambda: portal.details.checked_at)
        await studio.shoot(f"device-{name.lower()}", (1100, 780))
    await studio.shoot("device-narrow", NARROW)
    window.router.go(Place.SUPPORT)
    await studio.shoot("support")
    window.router.go(Place.SETTINGS)
    await studio.shoot("settings")
    window.router.go(Place.DEVICES)


async def errors(studio: Studio, browser: HttpBrowser) -> None:
    """What goes wrong."""
    portal = studio.life.portal
    studio.demo.tenant.faults.add("forbidden")
    portal.devices.refresh()
    await until(lambda: portal.messages.current)
    await studio.shoot("error")
    studio.demo.tenant.faults.discard("forbidden")
    portal.messages.dismiss()
    portal.devices.refresh()
    await until(lambda: portal.devices.state is ListState.READY)


async def without_a_role(studio: Studio, browser: HttpBrowser) -> None:
    """Who may look at their devices, and no more."""
    portal, window = studio.life.portal, studio.life.window
    studio.demo.tenant.faults.add("no-role")
    account = portal.account.account
    assert account is not None
    portal.devices.open(account.person)
    await until(lambda: portal.devices.is_read_only)
    await studio.shoot("read-only")
    await studio.shoot("read-only-narrow", NARROW)
    window.router.open_device(studio.device("Galaxy"))
    await studio.shoot("read-only-device")
    studio.demo.tenant.faults.discard("no-role")
    window.router.go(Place.DEVICES)
    portal.devices.ask_again()
    await until(lambda: not portal.devices.is_read_only)


async def reset(studio: Studio, browser: HttpBrowser) -> None:
    """The main job, to the shown passcode and the bell."""
    portal, window = studio.life.portal, studio.life.window
    galaxy = studio.device("Galaxy")
    window.router.open_device(galaxy)
    window.router.open_protected(Action.RESET_PASSCODE, galaxy)
    await studio.shoot("reset-1-before-you-start", (1100, 780))
    await studio.shoot("reset-1-narrow", NARROW)
    studio.person.hesitates = True
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.link)
    await studio.let_pass(48)
    await studio.shoot("reset-2-sign-in-again")
    studio.person.hesitates = False
    await browser.sign_in(portal.protected.progress.link)
    await studio.until_step(Step.CONFIRM)
    await studio.let_pass(55)
    await studio.shoot("reset-3-confirm")
    await quitting(studio)
    await studio.until_step(Step.FOLLOWING)
    await studio.shoot("reset-4-waiting")
    await until(lambda: studio.clock.sleepers)
    await studio.let_pass(12)
    await until(lambda: portal.notifications.unread)
    await studio.shoot("reset-5-passcode-hidden")
    page = next(p for p in window.findChildren(ResetPasscode) if p.isVisible())
    page.secret.show_button.click()
    await studio.shoot("reset-6-passcode-shown", (1100, 780))
    await studio.shoot("reset-6-narrow", NARROW)
    window.router.go(Place.DEVICES)
    window.resize(*SIZE)
    window.header.bell.click()
    await studio.shoot("notifications")
    window.header.bell.click()


async def actions(studio: Studio, browser: HttpBrowser) -> None:
    """Everything else that can be asked of a device."""
    await action_pictures(studio)


async def quitting(studio: Studio) -> None:
    """The question before the program ends while the request is on its way."""
    sheets, faults = studio.life.window.sheets, studio.demo.tenant.faults
    faults.add("latency")
    studio.life.portal.protected.confirm()
    await studio.until_step(Step.SENDING)
    sheets.ask_before_quitting()
    await studio.shoot("reset-3-quit")
    await studio.shoot("reset-3-quit-narrow", NARROW)
    sheets.quit_question.reject()
    faults.discard("latency")
    await studio.let_pass(4)


async def other_ends(studio: Studio, browser: HttpBrowser) -> None:
    """iOS, another person, an unknown outcome."""
    portal, window = studio.life.portal, studio.life.window
    await to_confirmation(studio, "iPhone")
    portal.protected.confirm()
    await studio.until_step(Step.FOLLOWING)
    await studio.let_pass(20)
    await until(lambda: len(portal.notifications.entries) > 0)
    await studio.shoot("reset-7-removed-ios", (1100, 780))
    window.router.go(Place.DEVICES)
    studio.demo.tenant.faults.add("post-500")
    await to_confirmation(studio, "Galaxy")
    portal.protected.confirm()
    await studio.until_step(Step.FOLLOWING)
    await studio.let_pass(7)
    await studio.shoot("reset-9-outcome-unknown")
    studio.demo.tenant.faults.discard("post-500")
    window.router.go(Place.DEVICES)
    studio.demo.tenant.faults.add("other-person")
    device = studio.device("iPad")
    window.router.open_device(device)
    window.router.open_protected(Action.RESET_PASSCODE, device)
    portal.protected.sign_out()
    await studio.until_step(Step.ENDED)
    await studio.shoot("reset-8-another-account")
    studio.demo.tenant.faults.discard("other-person")
    window.router.go(Place.DEVICES)


async def empty(studio: Studio, browser: HttpBrowser) -> None:
    """Somebody without devices."""
    await sign_in(
        studio, browser, next(p.username for p in studio.demo.people if "Tom" in p.display_name)
    )
    await studio.shoot("empty", (560, 640))
    studio.life.portal.account.sign_out()
    await until(lambda: studio.life.portal.account.can_sign_in)
    await studio.shoot("signed-out", (560, 640))


SCENES: tuple[Callable[[Studio, HttpBrowser], Awaitable[None]], ...] = (
    welcome,
    devices,
    list_pictures,
    errors,
    own_pictures,
    without_a_role,
    reset,
    actions,
    other_ends,
    empty,
)


async def render(folder: Path, data: Path, language: str, theme: str) -> None:
    """All scenes in one language and theme."""
    clock = VirtualClock()
    async with DemoServer(clock=clock) as demo, HttpBrowser(language=language) as browser:
        person = Visitor(browser)
        async with at_desk(
            demo, data, open_url=person.open_url, clock=clock, language=language, theme=theme
        ) as life:
            studio = Studio(life, demo, clock, folder, person)
            for scene in SCENES:
                await scene(studio, browser)


def main(arguments: list[str]) -> int:
    """Render to the folder that is named."""
    folder = Path(arguments[0] if arguments else "build/screenshots")
    app = QApplication.instance() or QApplication(["screenshots"])
    assert isinstance(app, QApplication)
    if "Inter" in QFontDatabase.families():
        app.setFont(QFont("Inter", 10))
    with asyncio.Runner(loop_factory=qt_loop) as runner:
        for language, theme in (("en", "light"), ("fr", "light"), ("en", "dark"), ("fr", "dark")):
            place = folder / f"{language}-{theme}"
            place.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as data:
                runner.run(render(place, Path(data), language, theme))
    print(f"{sum(1 for _ in folder.rglob('*.png'))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
