"""The program without its window, that signs out and dies on the way, or looks who is signed in.

``python -m tests.stories.leaver CONNECTION_FILE DATA POINT``: signs in, signs out and dies at that
point; at ``look`` it does neither and says in JSON what it found.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtGui import QGuiApplication
from qasync import QEventLoop

from companyportal.auth.saved_session import SavedSession
from companyportal.auth.secret_service import SecretServiceKey
from companyportal.clock import SystemClock
from companyportal.endpoints import Endpoints
from companyportal.models.account import AccountState
from companyportal.portal import Portal
from companyportal.store import Store
from tests.http_browser import HttpBrowser
from tests.program import running_portal, sign_in, until


def dies(kind: type, name: str, *, when_done: bool = False) -> None:
    """Whoever calls that method is killed before it, or when it has done its work."""
    real: Any = getattr(kind, name)

    def dying(*arguments: Any, **named: Any) -> None:
        if when_done:
            real(*arguments, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(kind, name, dying)


POINTS: dict[str, Callable[[], None]] = {
    "nothing erased": lambda: dies(SavedSession, "erase"),
    "file gone": lambda: dies(SecretServiceKey, "delete"),
    "file and key gone": lambda: dies(SecretServiceKey, "delete", when_done=True),
    "session gone": lambda: dies(Store, "erase_personal"),
    "all gone": lambda: dies(Store, "erase_personal", when_done=True),
    "not killed": lambda: None,
}


async def main(connection: Path, data: Path, point: str) -> None:
    """See the module."""
    demo: Any = SimpleNamespace(endpoints=Endpoints.from_file(connection))
    async with (
        HttpBrowser(username="marie.dubois@valcombe.example") as browser,
        running_portal(demo, clock=SystemClock(), open_url=browser.open_url, folder=data) as portal,
    ):
        if point == "look":
            await look(portal)
        else:
            await leave(portal, POINTS[point])


async def look(portal: Portal) -> None:
    """As the program does at each start."""
    portal.devices.restore()
    portal.account.restore()
    await until(lambda: portal.account.state is not AccountState.STARTING)
    is_signed_in = portal.account.state is AccountState.SIGNED_IN
    print(json.dumps({"is_signed_in": is_signed_in, "devices": portal.devices.total}))


async def leave(portal: Portal, plant: Callable[[], None]) -> None:
    """Everything that is kept is there before."""
    await sign_in(portal)
    await until(lambda: not portal.tasks.names)
    plant()
    portal.account.sign_out()
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)


if __name__ == "__main__":
    connection_file, place, where = sys.argv[1:]
    app = QGuiApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(main(Path(connection_file), Path(place), where))
