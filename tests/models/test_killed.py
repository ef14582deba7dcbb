"""Killed anywhere on the way: at the next start the truth is told, and nothing is sent again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from companyportal.demo.server import DemoServer
from companyportal.demo.tenant import Post
from companyportal.domain import Action
from companyportal.gate import Closed
from companyportal.models.account import AccountState
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import News, OperationState, Outcome
from tests.auth.ring import holds_none_of
from tests.demo_fixture import StartDemo
from tests.models.forbidding import STORE
from tests.models.hands import Hands
from tests.models.kept_ring import plug_in
from tests.models.no_fsync import IS_POSSIBLE
from tests.models.victim import DEVICES
from tests.program import device_called, passing, running_portal, sign_in, until
from tests.proofs import fault, promise, threat
from tests.store_samples import states
from tests.virtual_clock import VirtualClock
from tools.run import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only on Linux: its token cache")

_S = OperationState


class Case(NamedTuple):
    """What is found after the death."""

    sent: int
    """Requests that reached the service."""
    kept: tuple[str, ...] = ()
    """The states of the operations, as the next start settles them."""
    end: OperationState | None = None
    """What the next run finds out by reading."""
    is_signed_in: bool = True
    """Whether the next start needs no browser."""


CASES: dict[str, Case] = {
    "before confirm": Case(0),
    "after confirm": Case(0),
    "during sign-out": Case(0),
    "signed out, cache still there": Case(0),
    "cache gone, list still there": Case(0, is_signed_in=False),
    "browser open": Case(0, is_signed_in=False),
    "code received": Case(0, is_signed_in=False),
    "token received": Case(0, is_signed_in=False),
    "grant open": Case(0, is_signed_in=False),
    "INTENT written, not fsynced": Case(0, ("NOT_SENT",)),
    "INTENT fsynced": Case(0, ("NOT_SENT",)),
    "SENDING written, not fsynced": Case(0, ("UNKNOWN",), _S.UNRESOLVED),
    "SENDING fsynced": Case(0, ("UNKNOWN",), _S.UNRESOLVED),
    "request half written": Case(0, ("UNKNOWN",), _S.UNRESOLVED),
    "request written, no answer": Case(1, ("UNKNOWN",), _S.DONE),
    "answer read, not journalled": Case(1, ("UNKNOWN",), _S.DONE),
    "ACCEPTED journalled": Case(1, ("ACCEPTED",), _S.DONE),
    "while polling": Case(1, ("ACCEPTED",), _S.DONE),
    "while showing the passcode": Case(1, ("DONE",)),
}
FINAL = (
    "INTENT fsynced",
    "SENDING fsynced",
    "request half written",
    "request written, no answer",
    "answer read, not journalled",
    "ACCEPTED journalled",
    "while polling",
)
"""Where it makes a difference what is asked: before, all protected actions go the same way."""


class LastStraw(list[Post]):
    """The service carries a request out, and whoever asked is dead before the answer leaves."""

    def __init__(self, victim: subprocess.Popen[str]) -> None:
        super().__init__()
        self._victim = victim

    def append(self, post: Post) -> None:
        """Kill first, so that the answer finds nobody."""
        self._victim.kill()
        super().append(post)


@pytest.fixture
async def demo(start_demo: StartDemo) -> DemoServer:
    """Devices that answer at once: the victim's time is the real one."""
    return await start_demo(delay_s=0)


def start(demo: DemoServer, folder: Path, point: str, action: Action) -> subprocess.Popen[str]:
    """A victim, and the file that tells it where the demo organisation is."""
    connection = folder / "connection.json"
    connection.write_text(json.dumps(demo.describe()), encoding="utf-8")
    command = [sys.executable, "-m", "tests.models.victim"]
    command += [str(connection), str(folder), demo.people[0].username, point, action]
    # A screen in memory has warnings of its own to give.
    quiet = {**os.environ, "QT_LOGGING_RULES": "*.warning=false"}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=quiet)


async def kill(demo: DemoServer, folder: Path, point: str, action: Action) -> None:
    """Run a victim to its death."""
    with start(demo, folder, point, action) as victim:
        if point == "request written, no answer":
            demo.tenant.taken = LastStraw(victim)
        await until(lambda: victim.poll() is not None, turns=20_000)
        assert victim.stderr is not None
        errors = victim.stderr.read()
    how = signal.SIGSYS if "not fsynced" in point else signal.SIGKILL
    assert (victim.returncode, errors) == (-how, "")


_NO_FILTER = pytest.mark.skipif(not IS_POSSIBLE, reason="only on x86-64 and 64-bit ARM")
POINTS = [
    *(
        pytest.param(p, Action.RESET_PASSCODE, marks=_NO_FILTER if "not fsynced" in p else (), id=p)
        for p in CASES
    ),
    *(
        pytest.param(p, action, id=f"{action}, {p}")
        for action in (Action.RETIRE, Action.WIPE)
        for p in FINAL
    ),
]


@fault("R20")
@threat("T28")
@threat("T01")
@promise(3)
@promise(4)
@pytest.mark.parametrize(("point", "action"), POINTS)
async def test_after_a_kill_nothing_is_sent_twice_and_the_truth_is_told(
    demo: DemoServer,
    hands: Hands,
    demo_clock: VirtualClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    point: str,
    action: Action,
) -> None:
    case, data = CASES[point], tmp_path / "data"
    await kill(demo, tmp_path, point, action)
    plug_in(tmp_path / "ring", monkeypatch)
    for is_first in (True, False):
        assert len(demo.tenant.posts) == case.sent
        assert holds_none_of(tmp_path, demo.tenant.secrets)
        async with running_portal(
            demo, clock=demo_clock, open_url=hands.open_url, folder=data / "demo"
        ) as portal:
            if is_first:
                assert tuple(states(data / "demo" / STORE).values()) == case.kept
                await comes_back(portal, data, is_signed_in=case.is_signed_in)
            await sign_in(portal)
            await the_gate_stays_closed(portal, action)
            await comes_to(portal, demo_clock, case, action, is_first=is_first)
            assert len(demo.tenant.posts) == case.sent
            if not case.sent and not is_first:
                await ask_again(portal, action)
                assert len(demo.tenant.posts) == 1


async def ask_again(portal: Portal, action: Action) -> None:
    """What was never sent may be asked for, in all three steps."""
    portal.protected.begin(action, device_called(portal, DEVICES[action]))
    portal.protected.sign_out()
    await until(lambda: portal.protected.progress.step is Step.CONFIRM)
    portal.protected.confirm()
    await until(lambda: portal.protected.progress.step is Step.FOLLOWING)


async def comes_back(portal: Portal, data: Path, *, is_signed_in: bool) -> None:
    """Whoever was signed in on disk still is; of anybody else no name is left there."""
    portal.account.restore()
    await until(lambda: portal.account.state is not AccountState.STARTING)
    assert (portal.account.account is not None) == is_signed_in
    if not is_signed_in:
        assert holds_none_of(data, ["Marie’s Galaxy", "R5CW30D17F3K"])


async def the_gate_stays_closed(portal: Portal, action: Action) -> None:
    """No sign-in of a run that died counts in this one."""
    portal.protected.confirm()
    assert not portal.tasks.is_running(task_of(action))
    assert portal.protected.progress.step is Step.NONE
    assert (portal.protected.closed_because, portal.protected.remaining_s) == (
        Closed.NEVER_OPENED,
        0,
    )


def news_of(action: Action, state: OperationState) -> News:
    """What is told of its end: a passcode is there to be seen, a removal leaves nothing."""
    if state is _S.UNRESOLVED:
        return News(action, Outcome.UNKNOWN)
    return News(action, Outcome.READY if action is Action.RESET_PASSCODE else Outcome.DONE)


async def comes_to(
    portal: Portal, clock: VirtualClock, case: Case, action: Action, *, is_first: bool
) -> None:
    """What was left open ends as it should, and that is told once; nothing else is told."""
    await until(lambda: portal.follow_up.all or not portal.tasks.is_running("resume"))
    end = case.end or (_S.DONE if case.sent else None)
    if case.end and is_first:
        await passing(clock, lambda: portal.notifications.entries, 30)
        [followed] = portal.follow_up.all
        assert followed.state is case.end
    else:
        assert portal.follow_up.all == ()
    told = portal.notifications.entries
    assert [entry.news for entry in told] == ([news_of(action, end)] if end else [])
    assert all(portal.follow_up.passcode(entry.device_id) is None for entry in told)
    names = [each.name for each in portal.devices.devices if DEVICES[action] in each.name]
    assert bool(names) == (action is Action.RESET_PASSCODE or end is not _S.DONE)
