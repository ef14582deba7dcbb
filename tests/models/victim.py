"""The program, with its window, that asks something of a device and dies on the way.

``python -m tests.models.victim CONNECTION_FILE FOLDER USERNAME POINT ACTION``: the points are put
around the real parts while it runs, see ``POINTS``; whoever comes to the end dies there. In the
folder are its ``data`` and its keyring, ``ring``.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio import sslproto
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtWidgets import QApplication
from qasync import QEventLoop

from companyportal.auth.msal_client import MsalClient
from companyportal.auth.saved_session import SavedSession
from companyportal.auth.session import Session
from companyportal.domain import Action
from companyportal.endpoints import Endpoints
from companyportal.gate import Gate
from companyportal.graph.devices import DeviceService
from companyportal.life import Life
from companyportal.models.follow_up import FollowUp
from companyportal.models.protected_action import ProtectedAction
from companyportal.models.protected_progress import Step
from companyportal.records import OperationState
from companyportal.store import Store
from tests.desk import at_desk
from tests.http_browser import HttpBrowser
from tests.models.kept_ring import plug_in
from tests.models.no_fsync import dies_at_fsync
from tests.program import device_called, sign_in, until

When = Callable[..., bool]
DEVICES = {Action.RESET_PASSCODE: "Galaxy", Action.RETIRE: "iPhone", Action.WIPE: "iPhone"}
"""Of which device each action is asked."""


def die(*_: object) -> NoReturn:
    """As a power cut would, as far as this process is concerned."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("survived")


def always(*_: object) -> bool:
    """At the first call."""
    return True


def second() -> When:
    """At the second call: the first sign-in is the usual one, the second the fresh one."""
    calls = count(1)
    return lambda *_: next(calls) == 2


def is_sending(*arguments: object) -> bool:
    """The mark that comes just before the first byte."""
    return arguments[-1] is OperationState.SENDING


def before(kind: type, name: str, when: When = always, then: Callable[..., object] = die) -> None:
    """Die when that method is called."""
    real: Any = getattr(kind, name)

    def dying(*arguments: Any, **named: Any) -> Any:
        if when(*arguments):
            then(*arguments)
        return real(*arguments, **named)

    setattr(kind, name, dying)


def after(kind: type, name: str, when: When = always) -> None:
    """Die when that method has done its work."""
    real: Any = getattr(kind, name)

    def dying(*arguments: Any) -> Any:
        result = real(*arguments)
        return die() if when(*arguments) else result

    setattr(kind, name, dying)


def in_the_commit(store: Store, *_: object) -> None:
    """Die when this transaction has been written and its way to the disk begins."""
    connection = vars(store)["_file"].connection
    connection.set_trace_callback(lambda sql: dies_at_fsync() if sql == "COMMIT" else None)


def in_the_request() -> None:
    """Let half of the request leave, and die."""
    real = vars(sslproto)["_SSLProtocolTransport"]
    write = real.write

    def dying(self: Any, data: bytes) -> None:
        if bytes(data[:5]) == b"POST ":
            write(self, data[: len(data) // 2])
            die()
        write(self, data)

    real.write = dying


def after_the_answer() -> None:
    """Die when the service has accepted the request, and nobody has written that down."""
    for name in ("reset_passcode", "retire", "wipe"):
        setattr(DeviceService, name, _dying_after(getattr(DeviceService, name)))


def _dying_after(real: Any) -> Any:
    async def dying(*arguments: Any, **named: Any) -> None:
        await real(*arguments, **named)
        die()

    return dying


def at_the_first_look() -> None:
    """Die when the device has been read, or is gone, and nothing was made of it yet."""
    for name in ("_learn", "_end_gone"):
        before(FollowUp, name)


def live_on() -> None:
    """Somebody else, or the end, is the death of it."""


POINTS: dict[str, Callable[[], None]] = {
    "before confirm": lambda: after(ProtectedAction, "begin"),
    "after confirm": lambda: after(Gate, "confirm"),
    "during sign-out": lambda: before(Session, "sign_out"),
    "signed out, cache still there": lambda: before(SavedSession, "erase"),
    "cache gone, list still there": lambda: before(Store, "erase_personal", second()),
    "browser open": lambda: after(HttpBrowser, "open_url", second()),
    "code received": lambda: after(Gate, "redeeming"),
    "token received": lambda: after(MsalClient, "redeem", second()),
    "grant open": lambda: after(Gate, "verify"),
    "INTENT written, not fsynced": lambda: before(Store, "intend", then=in_the_commit),
    "INTENT fsynced": lambda: after(Store, "intend"),
    "SENDING written, not fsynced": lambda: before(Store, "mark", is_sending, in_the_commit),
    "SENDING fsynced": lambda: after(Store, "mark", is_sending),
    "request half written": in_the_request,
    "request written, no answer": live_on,
    "answer read, not journalled": after_the_answer,
    "ACCEPTED journalled": lambda: after(Store, "mark", lambda *a: not is_sending(*a)),
    "while polling": at_the_first_look,
    "while showing the passcode": live_on,
}


async def run(connection: Path, data: Path, username: str, action: Action) -> None:
    """From the sign-in to the end, which no victim lives to tell."""
    endpoints = Endpoints.from_file(connection)
    async with (
        HttpBrowser(username=username) as browser,
        at_desk(endpoints, data, open_url=browser.open_url, keeps_data=True) as life,
    ):
        await sign_in(life.portal)
        await ask(life, action)
        die()


async def ask(life: Life, action: Action) -> None:
    """All three steps, and the result on the screen."""
    portal, window = life.portal, life.window
    device = device_called(portal, DEVICES[action])
    window.router.open_device(device)
    window.router.open_protected(action, device)
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)
    portal.follow_up.check_now(device.device_id, action)
    await until(lambda: portal.follow_up.passcode(device.device_id))
    window.protected_page.passcode.secret.show_button.click()
    await until(lambda: window.protected_page.passcode.secret.is_shown)


if __name__ == "__main__":
    connection_file, place, username, point, action = sys.argv[1:]
    folder = Path(place)
    plug_in(folder / "ring", pytest.MonkeyPatch())
    POINTS[point]()
    app = QApplication([])
    with asyncio.Runner(loop_factory=lambda: QEventLoop(app)) as runner:
        runner.run(run(Path(connection_file), folder / "data", username, Action(action)))
