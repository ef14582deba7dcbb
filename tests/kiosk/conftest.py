"""A screen in memory with a window manager, as a kiosk without a desktop has it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from tests.demo_fixture import HELD_BACK_S
from tests.kiosk.steered import Kiosk
from tests.kiosk.traces import names
from tests.kiosk.watched_demo import WatchedDemo
from tests.needs import need_command
from tests.session_bus import notification_service, session_bus
from tests.stories.screen import Screen, screen
from tests.stories.secret_forms import MARK
from tests.virtual_clock import VirtualClock

__all__ = ["notification_service", "session_bus"]
_CONFIGURATION = Path(__file__).with_name("openbox.xml")
_LIMIT_S = 60


@pytest.fixture
def kiosk_screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """1280 × 800, with openbox; programs that are started now find it."""
    with screen("1280x800") as found:
        for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XAUTHORITY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("DISPLAY", found.display)
        with _window_manager():
            yield found


@contextmanager
def _window_manager() -> Iterator[None]:
    openbox = need_command("openbox", "openbox")
    words = [openbox, "--config-file", str(_CONFIGURATION), "--startup", "echo ready"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as manager:
        try:
            assert manager.stdout is not None
            assert manager.stdout.readline() == b"ready\n"
            yield
        finally:
            manager.terminate()
            manager.wait(_LIMIT_S)


@pytest.fixture
async def kiosk_demo(
    demo_clock: VirtualClock, demos: list[DemoServer]
) -> AsyncIterator[WatchedDemo]:
    """The organisation of those who come to the kiosk; its devices answer at once."""
    async with WatchedDemo(clock=demo_clock, delay_s=0) as demo:
        demos.append(demo)
        yield demo
        demo.let_start()
        await demo_clock.advance(HELD_BACK_S)  # let go what was held back


@pytest.fixture
async def kiosk(
    kiosk_screen: Screen, kiosk_demo: WatchedDemo, demo_clock: VirtualClock
) -> AsyncIterator[Kiosk]:
    """A kiosk that nobody has switched on yet. Its folder for what goes with the session lies in
    memory, as on any desktop, or all stations of this computer would share one.
    """
    with (
        tempfile.TemporaryDirectory(prefix="k-", dir="/tmp") as folder,
        tempfile.TemporaryDirectory(prefix="k-", dir="/dev/shm") as runtime,
    ):
        made = Kiosk(kiosk_demo, demo_clock, kiosk_screen, Path(folder), Path(runtime))
        with _stranger(kiosk_demo):
            try:
                yield made
            finally:
                made.close()


@contextmanager
def _stranger(demo: DemoServer) -> Iterator[None]:
    """Another program of this user, whose words and environment hold all that is searched for: a
    station that looks whose process it is reads them, and must keep nothing.
    """
    words = ["sh", "-c", "read -r nothing", *names(demo), *demo.tenant.secrets]
    environment = {"PATH": os.environ["PATH"], "STRANGER": f"{MARK} {' '.join(names(demo))}"}
    with subprocess.Popen(words, env=environment, stdin=subprocess.PIPE) as stranger:
        try:
            yield
        finally:
            stranger.kill()
