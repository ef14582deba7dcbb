"""The program runs for days: nothing gathers, however often somebody comes, looks and leaves."""

from __future__ import annotations

import asyncio
import gc
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from shiboken6 import Shiboken

from companyportal.models.account import AccountState
from companyportal.models.device_list import ListState
from companyportal.views.router import Place
from tests.program import until
from tests.proofs import fault
from tests.stories.sitting import Sitting

WARM_UP, VISITS, LOOKS = 3, 15, 8
"""Sign-ins before and after the first count, and readings of the list in each."""
SPARE_THREADS = 6
"""A pool keeps its threads, and makes one more when two calls happen to meet."""
PATIENCE = 100
_OPEN_FILES = Path("/proc/self/fd")


async def visit(sitting: Sitting) -> None:
    """Sign in, look again and again, go through the pages, and sign out; an hour passes."""
    portal, window = sitting.portal, sitting.window
    portal.account.sign_in()
    await until(lambda: portal.devices.state is ListState.READY)
    for _ in range(LOOKS):
        await until(lambda: not portal.tasks.is_running("devices"))
        portal.devices.refresh()
        await until(lambda: portal.devices.state is ListState.READY)
    for place in (Place.SUPPORT, Place.SETTINGS, Place.DEVICES):
        window.router.go(place)
    window.router.open_device(sitting.device("Marie’s Galaxy"))
    await until(lambda: portal.details.checked_at is not None)
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    await until(lambda: not portal.tasks.names)
    await sitting.clock.advance(3_600)


def left(sitting: Sitting) -> dict[str, int]:
    """How many there are of everything that could gather."""
    gc.collect()
    window = sitting.window
    return {
        "tasks": len(asyncio.all_tasks()),
        "sleepers": sitting.clock.sleepers,
        "threads": threading.active_count(),
        "open files": len(list(_OPEN_FILES.iterdir())) if _OPEN_FILES.exists() else 0,
        "timers": len(window.findChildren(QTimer)),
        "parts of the window": len(window.findChildren(QObject)),
        "objects of Qt": len(Shiboken.getAllValidWrappers()),
        "objects of ours": sum(_is_ours(type(each)) for each in gc.get_objects()),
    }


def _is_ours(kind: type) -> bool:
    name = str(kind.__module__)
    return name.startswith("companyportal.") and not name.startswith("companyportal.demo")


async def grown(sitting: Sitting, first: dict[str, int]) -> dict[str, tuple[int, int]]:
    """What there is more of than at first, once whatever was ending has ended."""
    more = {}
    for _ in range(PATIENCE):
        now = left(sitting)
        more = {name: (first[name], now[name]) for name in first if now[name] > first[name]}
        if not more:
            break
        await sitting.rest()
    return more


@fault("R36")
async def test_after_many_visits_there_is_no_more_than_after_a_few(sitting: Sitting) -> None:
    await until(lambda: sitting.portal.account.state is AccountState.SIGNED_OUT)
    for _ in range(WARM_UP):
        await visit(sitting)
    first = left(sitting)
    first["threads"] += SPARE_THREADS
    for _ in range(VISITS):
        await visit(sitting)
    assert await grown(sitting, first) == {}
