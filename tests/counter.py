"""A visit with its window, on the demo organisation, as a visitor stands before it; the station and
the browser's own program are left out.
"""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from companyportal.demo.server import DemoServer
from companyportal.domain import Device
from companyportal.kiosk_rules import KioskRules
from companyportal.models.device_list import ListState
from companyportal.models.visit import Visit, VisitState
from companyportal.portal import Portal
from companyportal.settings import Loaded, Settings
from companyportal.views import venue
from companyportal.views.kiosk_input import KioskInput
from companyportal.views.kiosk_look import set_least_text
from companyportal.views.language import Language
from companyportal.views.theme import Theme
from companyportal.views.visit_window import VisitWindow
from companyportal.visit import Comfort
from companyportal.visiting import join_visit
from tests.http_browser import HttpBrowser
from tests.program import device_called, running_portal, until
from tests.virtual_clock import VirtualClock

SIZE = (1280, 800)
RULES = KioskRules(is_tryout=True, is_full_screen=False)


class CounterHands:
    """The visitor's hands on the sign-in page; ``hesitates``: they only look at it."""

    is_open = False

    def __init__(self, browser: HttpBrowser) -> None:
        self.browser = browser
        self.hesitates = False
        self.opened: list[str] = []
        self.visit: Visit | None = None

    def open_url(self, url: str) -> bool:
        """What the program calls, and tells the visit."""
        self.opened.append(url)
        self.is_open = True
        if self.visit is not None:
            self.visit.note_browser(True)
        return self.hesitates or self.browser.open_url(url)

    def close(self) -> None:
        """As the kiosk does it."""
        self.is_open = False


@dataclass
class Counter:
    """One visitor before the kiosk."""

    portal: Portal
    visit: Visit
    window: VisitWindow
    input: KioskInput
    hands: CounterHands
    clock: VirtualClock

    async def sign_in(self) -> None:
        """As somebody who knows their password."""
        self.portal.account.sign_in()
        await until(lambda: self.portal.devices.state is ListState.READY)
        await until(lambda: self.portal.organisation.organisation.name)
        await until(lambda: not self.portal.tasks.is_running("person"))

    def device(self, part: str) -> Device:
        """A device of the list."""
        return device_called(self.portal, part)

    def is_in(self, state: VisitState) -> bool:
        """Where the visit stands now."""
        return self.visit.state is state

    async def stands(self, seconds: float) -> None:
        """Time passes, and nobody touches anything."""
        await self.clock.advance(0)
        await self.clock.advance(seconds)


@contextlib.asynccontextmanager
async def at_counter(
    demo: DemoServer,
    browser: HttpBrowser,
    *,
    clock: VirtualClock,
    comfort: Comfort | None = None,
    size: tuple[int, int] = SIZE,
    rules: KioskRules = RULES,
    loaded: Loaded | None = None,
) -> AsyncIterator[Counter]:
    """Begins a visit as ``VisitLife`` does, and leaves the application as it found it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    venue.set_public(True)
    usual = app.font()
    set_least_text(app)
    Theme.install(app).set_mode("light")
    tongue, hands = Language(app), CounterHands(browser)
    tongue.use(loaded.settings.language if loaded else Settings().language)
    browser.username = browser.username or demo.people[0].username
    async with running_portal(demo, clock=clock, open_url=hands.open_url, loaded=loaded) as portal:
        visit = hands.visit = Visit(rules=rules, clock=clock, tasks=portal.tasks)
        join_visit(portal.models, visit, hands, portal.session_events)
        window = VisitWindow(
            portal.models, visit, clock=clock, language=tongue, rules=rules, is_demo=True
        )
        heard = KioskInput()
        heard.happened.connect(visit.note_input)
        portal.account.restore()
        await until(lambda: portal.account.can_sign_in)
        window.set_comfort(comfort or Comfort())
        visit.begin()
        window.appear()
        window.resize(*size)
        try:
            yield Counter(portal, visit, window, heard, hands, clock)
        finally:
            heard.close()
            app.setFont(usual)
            _leave(window, tongue, Theme.install(app))


def _leave(window: VisitWindow, tongue: Language, theme: Theme) -> None:
    for each in (window.bar.warning, window.bar.foot, window.bar, window):
        each.hide()
        each.deleteLater()
    venue.set_public(False)
    theme.set_scale(1.0)
    theme.set_contrast(False)
    theme.set_brand("")
    theme.set_mode("system")
    tongue.use("en")
