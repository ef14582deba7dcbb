"""Killed anywhere on the way: at the next start the truth is told, and nothing is sent again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from companyportal.gate import Closed
from companyportal.models.reset_progress import Step
from companyportal.portal import Portal
from companyportal.records import NotificationKind, OperationState
from tests.demo_fixture import StartDemo
from tests.models.forbidding import STORE
from tests.models.hands import Hands, sign_in_again
from tests.program import device_called, passing, running_portal, sign_in, until
from tests.store_samples import states
from tests.virtual_clock import VirtualClock
from tools.run import ROOT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9")

_S = OperationState
# Point of death -> requests that left, state at the next start, and how it ends.
CASES: dict[str, tuple[int, list[str], OperationState | None]] = {
    "before INTENT": (0, [], None),
    "after INTENT": (0, ["NOT_SENT"], None),
    "after SENDING": (0, ["UNKNOWN"], _S.UNRESOLVED),
    "after the answer": (1, ["UNKNOWN"], _S.DONE),
    "after ACCEPTED": (1, ["ACCEPTED"], _S.DONE),
    "while polling": (1, ["ACCEPTED"], _S.DONE),
    "while the passcode is shown": (1, ["DONE"], None),
}
NEWS = {
    _S.UNRESOLVED: NotificationKind.RESET_UNKNOWN,
    _S.DONE: NotificationKind.PASSCODE_READY,
}


@pytest.fixture
async def demo(start_demo: StartDemo) -> DemoServer:
    """Devices that answer at once: the victim's time is the real one."""
    return await start_demo(delay_s=0)


def start(demo: DemoServer, data: Path, point: str) -> subprocess.Popen[str]:
    """A victim, and the file that tells it where the demo organisation is."""
    connection = data.parent / f"{data.name}.json"
    connection.write_text(json.dumps(demo.describe()), encoding="utf-8")
    command = [sys.executable, "-m", "tests.models.victim"]
    command += [str(connection), str(data), demo.people[0].username, point]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT)


async def kill(demo: DemoServer, data: Path, point: str) -> None:
    """Run a victim to its death."""
    with start(demo, data, point) as victim:
        await until(lambda: victim.poll() is not None, turns=20_000)
        assert victim.stderr is not None
        errors = victim.stderr.read()
    assert (victim.returncode, errors) == (-signal.SIGKILL, "")


@pytest.mark.parametrize("point", CASES)
async def test_after_a_kill_nothing_is_sent_twice_and_the_truth_is_told(
    demo: DemoServer, hands: Hands, demo_clock: VirtualClock, tmp_path: Path, point: str
) -> None:
    sent, kept, end = CASES[point]
    data = tmp_path / "data"
    await kill(demo, data, point)
    assert len(demo.tenant.posts) == sent
    assert not any(secret.encode() in everything_in(tmp_path) for secret in demo.tenant.secrets)
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=data
    ) as portal:
        assert list(states(data / STORE).values()) == kept
        assert portal.reset.progress.step is Step.NONE
        assert portal.reset.closed_because is Closed.NEVER_OPENED
        await sign_in(portal)
        await comes_to(portal, demo_clock, end)
        assert len(demo.tenant.posts) == sent
        if end is None and not sent:
            await sign_in_again(portal)
            portal.reset.confirm()
            await until(lambda: portal.reset.progress.step is Step.FOLLOWING)
            assert len(demo.tenant.posts) == 1


async def comes_to(portal: Portal, clock: VirtualClock, end: OperationState | None) -> None:
    """What was left open ends so; without ``end`` nothing was."""
    await until(lambda: portal.follow_up.all or not portal.tasks.is_running("resume"))
    if end is None:
        assert (portal.follow_up.all, portal.notifications.entries) == ((), ())
        return
    await passing(clock, lambda: portal.notifications.entries, 30)
    [followed] = portal.follow_up.all
    assert followed.state is end
    [news] = portal.notifications.entries
    assert (news.kind, news.device_id) == (NEWS[end], device_called(portal, "Galaxy").device_id)


def everything_in(folder: Path) -> bytes:
    """Every byte of every file."""
    return b"\0".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
