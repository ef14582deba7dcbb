"""The program is ended while a request is on its way: it goes at once, and the next start knows."""

from __future__ import annotations

import json
import signal
from collections.abc import Awaitable, Callable, Iterator

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.records import News, OperationState, Outcome
from tests.http_browser import HttpBrowser
from tests.models.forbidding import STORE
from tests.models.hands import Hands
from tests.program import device_called, passing, running_portal, sign_in, until
from tests.proofs import fault, promise
from tests.store_samples import states
from tests.stories.computer import WATCHED, Computer, Program, computer
from tests.stories.test_next_start import reads
from tests.virtual_clock import VirtualClock

pytestmark = pytest.mark.desktop
GALAXY = "Marie’s Galaxy"


@pytest.fixture
def pc() -> Iterator[Computer]:
    """A computer without a session bus: closing the window ends the program."""
    with computer() as made:
        yield made


async def sends(pc: Computer, demo: DemoServer, clock: VirtualClock) -> Program:
    """The program, from the first sign-in to a request that the service has and does not answer."""
    file = pc.folder / "connection.json"
    file.write_text(json.dumps(demo.describe()), encoding="utf-8")
    program = pc.start("--connect", file, module=WATCHED)
    await reads(program, "Welcome to Company Portal")
    async with HttpBrowser(username=demo.people[0].username) as browser:
        await program.ask("click", "Sign in")
        await program.until(lambda: pc.opened)
        await browser.sign_in(pc.opened[0])
        await reads(program, "Checked at")
        await program.ask("choose", GALAXY)
        await press(program, "Reset passcode")
        await press(program, "Sign out")
        await program.until(lambda: len(pc.opened) == 2)
        await browser.sign_in(pc.opened[1])
    await reads(program, f"Reset the passcode of {GALAXY}?")
    demo.tenant.faults.add("latency")
    await press(program, "Reset passcode")
    await passing(clock, lambda: demo.tenant.posts, 3)
    return program


async def press(program: Program, words: str) -> None:
    """Press that button, once, as soon as it is there and awake."""
    while words not in (await program.ask("look"))["buttons"]:
        pass
    await program.ask("click", words)


async def by_signal(program: Program) -> None:
    """As the system's own shutdown does."""
    program.process.send_signal(signal.SIGTERM)


async def by_session(program: Program) -> None:
    """As Qt does where the desktop session ends."""
    await program.ask("log out")


async def by_hand(program: Program) -> None:
    """The window is closed, the question read, and its answer is to quit."""
    await program.ask("close")
    await reads(program, "unknown until the next start")
    await press(program, "Quit anyway")


@fault("R30")
@fault("R32")
@promise(4)
@pytest.mark.parametrize("end", [by_signal, by_session, by_hand])
async def test_a_request_that_was_left_alone_is_known_at_the_next_start(
    pc: Computer,
    demo: DemoServer,
    demo_clock: VirtualClock,
    hands: Hands,
    end: Callable[[Program], Awaitable[None]],
) -> None:
    program = await sends(pc, demo, demo_clock)
    await end(program)
    assert await program.ended() == 0, "without the answer, for which time would have to pass"
    assert list(states(pc.data / "demo" / STORE).values()) == ["UNKNOWN"]
    assert demo.tenant.taken == []
    demo.tenant.faults.clear()
    await demo_clock.advance(3)
    await until(lambda: demo.tenant.taken)
    async with running_portal(
        demo, clock=demo_clock, open_url=hands.open_url, folder=pc.data / "demo"
    ) as portal:
        await sign_in(portal)
        assert portal.protected.progress.step is Step.NONE
        await passing(demo_clock, lambda: portal.notifications.entries, 5)
        [followed] = portal.follow_up.all
        assert followed.state is OperationState.DONE
        [news] = portal.notifications.entries
        galaxy = device_called(portal, GALAXY)
        assert (news.news, news.device_id) == (
            News(Action.RESET_PASSCODE, Outcome.READY),
            galaxy.device_id,
        )
    assert len(demo.tenant.posts) == 1
