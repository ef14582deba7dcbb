"""Pictures of every page and state of the real program on the demo organisation.

``python -m tests.screenshots DIR`` renders them in French and English, light and dark, and those of
the kiosk on both kinds of screen. Time is the test's own, so that nothing has to be waited for.
"""

from __future__ import annotations

import asyncio
import os
import ssl
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
from companyportal.errors import SettingsError
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.settings import Settings
from companyportal.views import venue
from companyportal.views.language import LANGUAGES, Language
from companyportal.views.not_connected_window import NotConnectedWindow
from companyportal.views.router import Place
from companyportal.views.theme import Theme
from tests.action_pictures import action_pictures
from tests.desk import at_desk
from tests.end_pictures import ends_that_failed, questions
from tests.faults.proxy import FaultProxy
from tests.http_browser import HttpBrowser
from tests.list_pictures import list_pictures
from tests.nets.loop import qt_loop
from tests.other_pictures import others_pictures
from tests.own_pictures import own_pictures
from tests.program import until
from tests.reset_pictures import another_person, other_ends, reset
from tests.station_pictures import station_pictures
from tests.studio import NARROW, Camera, Studio, Visitor, sign_in
from tests.virtual_clock import VirtualClock
from tests.visit_pictures import visit_pictures


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


async def actions(studio: Studio, browser: HttpBrowser) -> None:
    """Everything else that can be asked of a device."""
    await questions(studio)
    await ends_that_failed(studio)
    await action_pictures(studio)


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
    other_ends,
    actions,
    another_person,
    empty,
    others_pictures,
)


async def not_connected(studio: Studio) -> None:
    """No organisation is set up: by whoever sits there, or only by the organisation."""
    error = SettingsError("“tenant_id” is missing", path=Path("settings.toml"), key="tenant_id")
    for name, known in (("set-up", Settings()), ("not-connected", None)):
        window = NotConnectedWindow(error, known=known)
        window.show()
        await studio.shoot_window(window, name)
        await studio.shoot_window(window, f"{name}-narrow", NARROW)
        window.close()
        window.deleteLater()


async def kiosk(folder: Path, language: str) -> None:
    """What stands in a hall, in one language; it has one look, which a visitor may change."""
    camera, tongue = Camera(folder), Language()
    venue.set_public(True)
    Theme.install(_application()).set_mode("light")
    tongue.use(language)
    await station_pictures(camera, tongue)
    venue.set_public(False)
    tongue.use("en")
    await visit_pictures(camera, language)


async def render(folder: Path, data: Path, language: str, theme: str) -> None:
    """All scenes in one language and theme."""
    clock = VirtualClock()
    async with (
        FaultProxy(clock) as cable,
        DemoServer(clock=clock, graph_port=cable.port) as demo,
        HttpBrowser(language=language) as browser,
    ):
        trusted = ssl.create_default_context(cafile=demo.endpoints.ca_file)
        await cable.lead_to(demo.programs_port, demo.tls, trusted)
        person = Visitor(browser)
        async with at_desk(
            demo, data, open_url=person.open_url, clock=clock, language=language, theme=theme
        ) as life:
            studio = Studio(life, demo, clock, folder, person, cable)
            for scene in SCENES:
                await scene(studio, browser)
            await not_connected(studio)


def _application() -> QApplication:
    app = QApplication.instance() or QApplication(["screenshots"])
    assert isinstance(app, QApplication)
    return app


def main(arguments: list[str]) -> int:
    """Render to the folder that is named."""
    folder = Path(arguments[0] if arguments else "build/screenshots")
    app = _application()
    if "Inter" in QFontDatabase.families():
        app.setFont(QFont("Inter", 10))
    with asyncio.Runner(loop_factory=qt_loop) as runner:
        for language, theme in (("en", "light"), ("fr", "light"), ("en", "dark"), ("fr", "dark")):
            place = folder / f"{language}-{theme}"
            place.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory() as data:
                runner.run(render(place, Path(data), language, theme))
        for language in LANGUAGES:
            place = folder / f"{language}-kiosk"
            place.mkdir(parents=True, exist_ok=True)
            runner.run(kiosk(place, language))
    print(f"{sum(1 for _ in folder.rglob('*.png'))} pictures in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
