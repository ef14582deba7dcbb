"""PINs and places are for the run of the program in which they were asked for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.dispatch import task_of
from companyportal.models.protected_progress import Step
from companyportal.portal import Portal
from companyportal.records import OperationState
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands
from tests.models.left_on_disk import everything_in
from tests.program import device_called, passing, running_portal, sign_in, until
from tests.proofs import promise, threat
from tests.stories.secret_forms import Needles
from tests.virtual_clock import VirtualClock

pytestmark = [threat("T41"), threat("T23"), promise(1)]

ASKED = [(Action.REMOTE_LOCK, -1, "MacBook"), (Action.LOCATE, 0, "PC-0042")]
Run = Callable[[], AbstractAsyncContextManager[Portal]]


@pytest.fixture
def run(demo: DemoServer, demo_clock: VirtualClock, hands: Hands, tmp_path: Path) -> Run:
    """Starts the program; each time on the same files."""

    @asynccontextmanager
    async def running() -> AsyncIterator[Portal]:
        async with running_portal(
            demo, clock=demo_clock, open_url=hands.open_url, folder=tmp_path
        ) as portal:
            await sign_in(portal)
            await until(lambda: not {"devices", "person"} & {*portal.tasks.names})
            yield portal

    return running


async def ask(portal: Portal, action: Action, part: str) -> None:
    """All the clicks that it takes, until the service has answered."""
    device = device_called(portal, part)
    if action.is_protected:
        portal.protected.begin(action, device)
        portal.protected.sign_out()
        await until(lambda: portal.protected.progress.step is Step.CONFIRM)
        portal.protected.confirm()
    else:
        portal.direct.ask(action, device)
        portal.direct.confirm()
    await until(lambda: not portal.tasks.is_running(task_of(action)))


def found_on_disk(demo: DemoServer, folder: Path) -> list[str]:
    """Whatever the organisation has made and a file below ``folder`` holds in any form."""
    return list(Needles(demo.tenant.secrets).found_in(everything_in(folder)))


@pytest.mark.parametrize(("action", "person", "part"), ASKED, ids=["a PIN", "a place"])
@pytest.mark.parametrize("has_come", [True, False], ids=["that had come", "that had not come"])
async def test_what_was_asked_for_by_an_earlier_run_is_not_shown(
    demo: DemoServer,
    demo_clock: VirtualClock,
    browser: HttpBrowser,
    run: Run,
    tmp_path: Path,
    action: Action,
    person: int,
    part: str,
    has_come: bool,
) -> None:
    browser.username = demo.people[person].username
    async with run() as first:
        await ask(first, action, part)
        if has_come:
            await passing(demo_clock, lambda: first.notifications.entries, 1)
            [followed] = first.follow_up.all
            assert first.follow_up.answer(*followed.key) is not None
    assert found_on_disk(demo, tmp_path) == []
    async with run() as second:
        if not has_come:
            await passing(demo_clock, lambda: second.notifications.entries, 1)
            [followed] = second.follow_up.all
            assert followed.state is OperationState.DONE
        assert all(each.answer is None for each in second.follow_up.all)
        device = device_called(second, part)
        second.details.open(device)
        await until(lambda: second.details.checked_at and not second.details.is_busy)
        result = second.details.results[0]
        assert (result.action, result.secret, result.location) == (action, None, None)
    assert len(demo.tenant.posts) == 1
    assert found_on_disk(demo, tmp_path) == []
