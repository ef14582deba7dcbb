"""What is watched on the running program: see ``observed``."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator

from PySide6.QtCore import Qt

from benchmarks.heartbeat import Heartbeat
from benchmarks.observed import seen
from benchmarks.processes import Facts, late_ms, memory_mb
from companyportal.life import Life
from companyportal.models.device_list import ListState

TYPED = "Pixel 8 00"
KEY_EVERY_S = 0.08
"""Somebody who types fast."""
REST_S = 0.5


async def listed(life: Life) -> AsyncIterator[Facts]:
    """When the list has been read from the service, shown and kept."""
    await seen(lambda: life.portal.devices.state is ListState.READY)
    yield {"late_ms": late_ms(), "devices": life.portal.devices.total}
    await _rest(life)


async def memory(life: Life) -> AsyncIterator[Facts]:
    """What the program holds once the list is shown and everything has come to rest."""
    await seen(lambda: life.portal.devices.state is ListState.READY)
    await _rest(life)
    yield {"memory_mb": memory_mb(), "devices": life.portal.devices.total}


async def stalls(life: Life) -> AsyncIterator[Facts]:
    """The heartbeat at rest, while a list arrives, is sorted, shown and kept, and while somebody
    searches in it.
    """
    beat, devices = Heartbeat(), life.portal.devices
    await seen(lambda: devices.state is ListState.READY)
    await _rest(life)
    beat.start()
    await asyncio.sleep(REST_S)
    yield {"while": "rest", **beat.stop()}
    beat.start()
    devices.refresh()
    await seen(lambda: life.portal.tasks.is_running("devices"))
    await _rest(life)
    yield {"while": "arrive", **beat.stop()}
    beat.start()
    await _type(life)
    yield {"while": "search", **beat.stop()}


async def idle(life: Life) -> AsyncIterator[Facts]:
    """Hidden, as in the tray, until the standard input is closed."""
    await seen(lambda: life.portal.devices.state is ListState.READY)
    await _rest(life)
    life.window.hide()
    yield {"devices": life.portal.devices.total}
    gone = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.add_reader(sys.stdin.fileno(), gone.set)
    await gone.wait()
    loop.remove_reader(sys.stdin.fileno())


async def _rest(life: Life) -> None:
    """Until nothing is under way but the watch itself, and layouts have settled."""
    await seen(lambda: life.portal.tasks.names == ("watch",))
    await asyncio.sleep(REST_S)


async def _type(life: Life) -> None:
    """A few words into the search, letter by letter, and out again."""
    from PySide6.QtTest import QTest  # nobody else needs to wait for it

    field = life.window.header.search
    field.setFocus()
    for letter in TYPED:
        QTest.keyClicks(field, letter)
        await asyncio.sleep(KEY_EVERY_S)
    for _ in TYPED:
        QTest.keyClick(field, Qt.Key.Key_Backspace)
        await asyncio.sleep(KEY_EVERY_S)
