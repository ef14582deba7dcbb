"""The whole program with its window, somebody in front of it, and the secrets net underneath."""

from __future__ import annotations

import contextlib
import logging
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from companyportal import logs
from companyportal.demo.server import DemoServer
from tests.desk import at_desk
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands
from tests.session_bus import notification_service, private_bus
from tests.stories.bus_log import listened_to
from tests.stories.places import take_kept
from tests.stories.secrets_net import RawLog, SecretsNet
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

__all__ = ["notification_service"]

SitDown = Callable[..., Awaitable[Sitting]]


@pytest.fixture
def story_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything that is written during a story is below it, temporary files as well."""
    temporary = home / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return home


@pytest.fixture(autouse=True)
def raw_log(story_folder: Path) -> Iterator[RawLog]:
    """The program's own logging at its most talkative, and a listener before every filter."""
    root = logging.getLogger()
    names = ["", *vars(logs)["_QUIET"]]
    levels = {name: logging.getLogger(name).level for name in names}
    listener = RawLog()
    root.handlers.insert(0, listener)
    logs.set_up(story_folder / "state", level=logging.DEBUG)
    yield listener
    root.removeHandler(listener)
    for handler in [h for h in root.handlers if any(_redacts(f) for f in h.filters)]:
        root.removeHandler(handler)
        handler.close()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def _redacts(each: object) -> bool:
    return isinstance(each, logs.RedactionFilter)


@pytest.fixture(autouse=True)
def secrets_net(
    qapp: object,
    demos: list[DemoServer],
    story_folder: Path,
    raw_log: RawLog,
    capfd: pytest.CaptureFixture[str],
) -> Iterator[SecretsNet]:
    """Searched at the end of every story, when everything else has ended."""
    QGuiApplication.clipboard().clear()
    take_kept()
    net = SecretsNet(demos, story_folder, raw_log)
    yield net
    net.output += capfd.readouterr()
    net.check()


@pytest.fixture
def session_bus(monkeypatch: pytest.MonkeyPatch, secrets_net: SecretsNet) -> Iterator[str]:
    """An empty session bus that the program finds as its own, and that the net listens to."""
    with private_bus("session") as address, listened_to(address):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
async def sit_down(
    story_folder: Path, secrets_net: SecretsNet, demos: list[DemoServer]
) -> AsyncIterator[SitDown]:
    """Starts the program: ``await sit_down(demo, hands)``."""
    async with contextlib.AsyncExitStack() as stack:

        async def start(demo: DemoServer, hands: Any, **options: Any) -> Sitting:
            options.setdefault("keeps_data", True)
            if demo not in demos:
                demos.append(demo)
            endpoints, data = options.pop("endpoints", demo.endpoints), story_folder / "data"
            life = await stack.enter_async_context(
                at_desk(endpoints, data, open_url=hands.open_url, **options)
            )
            life.window.activateWindow()
            stack.callback(secrets_net.check)
            return Sitting(life, demo, secrets_net, hands.opened, options.get("clock"))

        yield start


@pytest.fixture
async def hands(browser: HttpBrowser) -> Hands:
    """Whoever holds the mouse holds the browser, too."""
    return Hands(browser)


@pytest.fixture
async def sitting(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> Sitting:
    """Marie sits down; the last button wakes at once, which a story of its own looks at."""
    sitting = await sit_down(demo, hands, clock=demo_clock)
    sitting.window.protected_page.confirm.alarm.setInterval(0)
    return sitting


@pytest.fixture
async def signed_in(sitting: Sitting) -> Sitting:
    """She has signed in and looks at her devices."""
    await sitting.sign_in()
    return sitting
