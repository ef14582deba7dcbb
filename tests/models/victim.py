"""A program of its own that resets a passcode and kills itself on the way.

``python -m tests.models.victim CONNECTION_FILE DATA_FOLDER USERNAME POINT``: the points are put
around the real parts while it runs, see ``POINTS``.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from companyportal.clock import SystemClock
from companyportal.desktop.bubbles import NullBubbles
from companyportal.endpoints import Endpoints
from companyportal.graph.devices import DeviceService
from companyportal.models.follow_up import FollowUp
from companyportal.models.reset_progress import Step
from companyportal.portal import Portal, build, join
from companyportal.records import OperationState
from companyportal.settings import Loaded, Settings
from companyportal.store import Store
from tests.http_browser import HttpBrowser
from tests.program import device_called, sign_in, until


def die(*_: object) -> NoReturn:
    """As a power cut would, as far as this process is concerned."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("survived")


def before(kind: type, name: str, when: Callable[..., bool] = lambda *_: True) -> None:
    """Die when that method is called."""
    real: Any = getattr(kind, name)

    def dying(*arguments: Any) -> Any:
        return die() if when(*arguments) else real(*arguments)

    setattr(kind, name, dying)


def after(kind: type, name: str, when: Callable[..., bool] = lambda *_: True) -> None:
    """Die when that method has done its work."""
    real: Any = getattr(kind, name)

    def dying(*arguments: Any) -> None:
        real(*arguments)
        if when(*arguments):
            die()

    setattr(kind, name, dying)


def after_the_answer() -> None:
    """Die when the service has accepted the request, and nobody has written that down."""
    real = DeviceService.reset_passcode

    async def dying(self: DeviceService, device_id: str, *may_leave: Callable[[], bool]) -> None:
        await real(self, device_id, *may_leave)
        die()

    setattr(DeviceService, "reset_passcode", dying)  # noqa: B010 - mypy minds the short form


def is_sending(*arguments: object) -> bool:
    """The mark that comes just before the first byte."""
    return arguments[-1] is OperationState.SENDING


POINTS: dict[str, Callable[[], None]] = {
    "before INTENT": lambda: before(Store, "intend"),
    "after INTENT": lambda: after(Store, "intend"),
    "after SENDING": lambda: after(Store, "mark", is_sending),
    "after the answer": after_the_answer,
    "after ACCEPTED": lambda: after(Store, "mark", lambda *a: not is_sending(*a)),
    "while polling": lambda: before(FollowUp, "_learn"),
    "while the passcode is shown": lambda: after(FollowUp, "note_shown"),
}


async def run(connection: Path, data: Path, username: str) -> None:
    """From the sign-in to the passcode, which no victim lives to tell."""
    async with HttpBrowser(username=username) as browser:
        portal = build(
            loaded=Loaded(settings=Settings()),
            endpoints=Endpoints.from_file(connection),
            open_url=browser.open_url,
            clock=SystemClock(),
            data_directory=data,
            user_file=data / "settings.toml",
            bubbles=NullBubbles(),
            sign_in_page=str,
        )
        join(portal)
        await sign_in(portal)
        await reset(portal)


async def reset(portal: Portal) -> None:
    """All three steps, and a look at the result."""
    galaxy = device_called(portal, "Galaxy")
    portal.reset.begin(galaxy)
    portal.reset.sign_out()
    await until(lambda: portal.reset.progress.step is Step.CONFIRM)
    portal.reset.confirm()
    await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
    portal.follow_up.check_now(galaxy.device_id)
    await until(lambda: portal.follow_up.passcode(galaxy.device_id))
    portal.follow_up.note_shown(galaxy.device_id)


if __name__ == "__main__":
    connection_file, folder, username, point = sys.argv[1:]
    POINTS[point]()
    app = QApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(run(Path(connection_file), Path(folder), username))
