"""The pages of the program on the demo organisation, in the theme, the language and the size that a
test asks for.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from companyportal.demo.server import DemoServer
from companyportal.models.station import StationState
from companyportal.portal import Portal
from companyportal.views import venue
from companyportal.views.kiosk_look import set_least_text
from companyportal.views.language import Language
from companyportal.views.station_window import StationWindow
from companyportal.views.theme import KIOSK_SCALE, Theme
from tests.counter import Counter, at_counter
from tests.http_browser import HttpBrowser
from tests.program import running_portal, sign_in, until
from tests.stations import SetStation, station_window
from tests.virtual_clock import VirtualClock

Show = Callable[..., QWidget]


class Hands:
    """What the person does when the program opens their browser."""

    def __init__(self, browser: HttpBrowser) -> None:
        self.browser = browser
        self.signs_in = True
        self.opened: list[str] = []

    def open_url(self, url: str) -> bool:
        """Sign in, or only look."""
        self.opened.append(url)
        return self.browser.open_url(url) if self.signs_in else True


@pytest.fixture
def person() -> str:
    """Whose devices; a test may name somebody else."""
    return "marie"


@pytest.fixture
def hands(browser: HttpBrowser, demo: DemoServer, person: str) -> Hands:
    """The person in front of the program."""
    names = [p.username for p in demo.people]
    browser.username = next(name for name in names if name.startswith(person))
    return Hands(browser)


@pytest.fixture
async def portal(demo: DemoServer, hands: Hands, demo_clock: VirtualClock) -> AsyncIterator[Portal]:
    """The first person of the demo organisation is signed in."""
    async with running_portal(demo, clock=demo_clock, open_url=hands.open_url) as portal:
        await sign_in(portal)
        await until(lambda: portal.organisation.organisation.name)
        hands.opened.clear()
        yield portal


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The one application, with our theme; font, language and locale are as before afterwards."""
    app = qapp
    font, locale = app.font(), QLocale()
    Theme.install(app)
    yield app
    Language().use("en")
    QLocale.setDefault(locale)
    app.setFont(font)


@pytest.fixture
def theme(application: QApplication) -> Iterator[Theme]:
    """The look of the program; the system's own one afterwards."""
    theme = Theme.install(application)
    yield theme
    theme.set_mode("system")
    theme.set_brand("")


@pytest.fixture
def kiosk_venue(application: QApplication, theme: Theme) -> Iterator[Theme]:
    """The program stands at a kiosk, in its own size and colours; at a desk again afterwards."""
    usual = application.font()
    venue.set_public(True)
    set_least_text(application)
    theme.set_mode("light")
    theme.set_scale(KIOSK_SCALE)
    yield theme
    venue.set_public(False)
    application.setFont(usual)
    theme.set_scale(1.0)
    theme.set_contrast(False)


@pytest.fixture
def twice_ms(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[int]:
    """Within what time two taps are a double one; never, unless a test says otherwise."""
    before, here = qapp.doubleClickInterval(), getattr(request, "param", 0)
    qapp.setDoubleClickInterval(here)
    yield here
    qapp.setDoubleClickInterval(before)


@pytest.fixture
def speak(application: QApplication) -> Iterator[Callable[[str], None]]:
    """Changes the language of everything that is on the screen."""
    language = Language()
    yield language.use
    language.use("en")


@pytest.fixture
def enlarge(application: QApplication) -> Callable[[int], None]:
    """Sets the size of the text in percent of 14 pixels."""

    def enlarge(percent: int) -> None:
        font = QFont(application.font())
        font.setPixelSize(round(14 * percent / 100))
        application.setFont(font)

    return enlarge


@pytest.fixture
def station_clock() -> VirtualClock:
    """A Tuesday in May, at 10:42 in UTC."""
    return VirtualClock(wall=datetime(2024, 5, 14, 10, 42, tzinfo=UTC))


@pytest.fixture
def station(application: QApplication, station_clock: VirtualClock) -> SetStation:
    """Ready for somebody."""
    return SetStation(station_clock)


@pytest.fixture
def place(
    kiosk_venue: Theme, station: SetStation, station_clock: VirtualClock
) -> Iterator[Callable[..., StationWindow]]:
    """Puts the window on the desk."""
    windows: list[StationWindow] = []
    language = Language()
    language.use("en")

    def put(**facts: object) -> StationWindow:
        window = station_window(station, language, station_clock, **facts)  # type: ignore[arg-type]
        windows.append(window)
        station.put(StationState.READY)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        return window

    yield put
    for window in windows:
        window.deleteLater()
    language.use("en")


@pytest.fixture
def window(place: Callable[..., StationWindow]) -> StationWindow:
    """The one that is tried out."""
    return place()


@pytest.fixture
async def counter(
    demo: DemoServer, browser: HttpBrowser, demo_clock: VirtualClock, theme: Theme
) -> AsyncIterator[Counter]:
    """The first person of the demo organisation has signed in at the kiosk."""
    async with at_counter(demo, browser, clock=demo_clock) as counter:
        await counter.sign_in()
        yield counter
