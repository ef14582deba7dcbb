"""The program without its window: every part, joined, on the demo organisation."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from companyportal.assembly import OpenUrl
from companyportal.clock import Clock
from companyportal.demo.server import DemoServer
from companyportal.desktop.bubbles import NullBubbles
from companyportal.domain import Device
from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.portal import Keeps, Portal, build, join
from companyportal.settings import Loaded, Settings
from tests.virtual_clock import VirtualClock

_COUNTING = ("count-down", "count-down-message")
"""Tasks that sleep a second and a second again, whatever else goes on."""


async def until(condition: Callable[[], object], *, turns: int = 10_000) -> None:
    """Let the loop turn until the condition holds; it never waits for nothing."""
    for _ in range(turns):
        if condition():
            return
        await asyncio.sleep(0.002)
    raise AssertionError("never came true")


async def passing(clock: VirtualClock, condition: Callable[[], object], step_s: float) -> None:
    """Let time pass in steps, and the network have its turns, until the condition holds."""

    def holds_or_sleeps() -> object:
        return condition() or clock.sleepers

    for _ in range(400):
        await until(holds_or_sleeps)
        if condition():
            return
        await clock.advance(step_s)
    raise AssertionError("never came true")


def is_counting(portal: Portal, clock: VirtualClock) -> bool:
    """True while each count-down waits for the next second; one that has yet to begin would miss
    it.
    """
    return all(name in clock.sleeping for name in _COUNTING if portal.tasks.is_running(name))


async def reading_ends(portal: Portal, clock: VirtualClock, task: str = "devices") -> None:
    """Let time pass only while the reading itself waits for its next try, never while an answer is
    on its way: however slow the computer is, the same happens at the same virtual second.
    """

    def waits_for_time() -> bool:
        counting = [name for name in _COUNTING if portal.tasks.is_running(name)]
        return clock.sleepers > len(counting)

    while portal.tasks.is_running(task):
        await until(lambda: waits_for_time() or not portal.tasks.is_running(task))
        if portal.tasks.is_running(task):
            await clock.advance(1)


@asynccontextmanager
async def running_portal(
    demo: DemoServer,
    *,
    clock: Clock,
    open_url: OpenUrl,
    folder: Path | None = None,
    loaded: Loaded | None = None,
) -> AsyncIterator[Portal]:
    """A built and joined portal; ``folder`` None keeps everything in memory."""
    personal = tempfile.TemporaryDirectory()
    portal = build(
        loaded=loaded or Loaded(settings=Settings()),
        endpoints=demo.endpoints,
        open_url=open_url,
        clock=clock,
        keeps=Keeps(folder=folder, user_file=(folder or Path(personal.name)) / "settings.toml"),
        bubbles=NullBubbles(),
        sign_in_page=lambda succeeded: f"<p>{succeeded}</p>",
    )
    join(portal)
    try:
        yield portal
    finally:
        await portal.close()
        personal.cleanup()


async def sign_in(portal: Portal) -> None:
    """Sign in and wait for the list."""
    portal.account.restore()
    await until(lambda: portal.account.state is not AccountState.STARTING)
    if portal.account.state is AccountState.SIGNED_OUT:
        portal.account.sign_in()
    await until(lambda: portal.devices.state is ListState.READY)


def device_called(portal: Portal, part: str) -> Device:
    """The device whose name holds ``part``."""
    return next(device for device in portal.devices.devices if part in device.name)
