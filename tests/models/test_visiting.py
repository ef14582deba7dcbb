"""Walking away from the kiosk, at every step: nothing is sent, nothing is kept, nobody is left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QTimer

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.kiosk_rules import KioskRules
from companyportal.models.account import AccountState
from companyportal.models.protected_progress import Step
from companyportal.models.visit import Visit, VisitState
from companyportal.portal import Portal
from companyportal.visit import VisitEnd
from companyportal.visiting import give_up_sign_in, join_visit
from tests.http_browser import HttpBrowser
from tests.models.hands import Hands, begin, sign_in_again, wait_for_browser
from tests.program import device_called, passing, until
from tests.proofs import promise, threat
from tests.virtual_clock import VirtualClock

pytestmark = [promise(7), threat("T32")]

RULES = KioskRules(idle_s=300, finishing_s=3_000)
"""So long that no slow computer's network takes longer."""


class KioskHands(Hands):
    """A browser that tells whether its window is there."""

    is_open = False

    def open_url(self, url: str) -> bool:
        """See Hands."""
        self.is_open = True
        return super().open_url(url)

    def close(self) -> None:
        """As the kiosk does it."""
        self.is_open = False


@pytest.fixture
def hands(browser: HttpBrowser) -> KioskHands:
    """In place of the desk's."""
    return KioskHands(browser)


@pytest.fixture
async def visit(portal: Portal, hands: KioskHands, demo_clock: VirtualClock) -> Visit:
    """Marie stands before the kiosk, signed in."""
    visit = Visit(rules=RULES, clock=demo_clock, tasks=portal.tasks)
    join_visit(portal.models, visit, hands, portal.session_events)
    hands.close()
    visit.begin()
    return visit


async def _walks_away(visit: Visit, clock: VirtualClock) -> None:
    await passing(clock, lambda: visit.state is VisitState.OVER, 5)
    assert visit.reason is VisitEnd.IDLE


STEPS = ["list", "device", "before", "browser", "confirm", "question", "name"]


@pytest.mark.parametrize("step", STEPS)
async def test_walking_away_means_no(
    visit: Visit,
    portal: Portal,
    demo: DemoServer,
    demo_clock: VirtualClock,
    hands: KioskHands,
    step: str,
) -> None:
    device = device_called(portal, "Galaxy")
    if step == "device":
        portal.details.open(device)
    elif step == "before":
        begin(portal)
    elif step == "browser":
        await wait_for_browser(portal, hands)
        assert hands.is_open
        # Nobody types anything; that the browser has a limit of its own is shown elsewhere.
        hands.is_open = False
        visit.note_browser(is_open=False)
    elif step == "confirm":
        await sign_in_again(portal)
        assert not hands.is_open
    elif step == "question":
        portal.direct.ask(Action.REMOTE_LOCK, device)
        assert portal.direct.question is not None
    elif step == "name":
        portal.protected.begin(Action.WIPE, device)
    await _walks_away(visit, demo_clock)
    assert demo.tenant.posts == []
    assert portal.direct.question is None
    assert portal.protected.progress.step in (Step.NONE, Step.ENDED)
    assert not hands.is_open


async def test_a_clock_put_right_while_nobody_was_there_sends_nobody_away(
    portal: Portal, hands: KioskHands, demo_clock: VirtualClock
) -> None:
    visit = Visit(rules=RULES, clock=demo_clock, tasks=portal.tasks)
    join_visit(portal.models, visit, hands, portal.session_events)
    demo_clock.wall += timedelta(hours=1)
    visit.begin()
    assert visit.state is VisitState.RUNNING
    demo_clock.wall += timedelta(hours=1)
    await passing(demo_clock, lambda: visit.state is VisitState.OVER, 1)
    assert visit.reason is VisitEnd.INTERRUPTED


@pytest.mark.parametrize("has_left", [False, True])
async def test_what_has_not_left_stays_and_what_has_left_is_heard_of(
    visit: Visit, portal: Portal, demo: DemoServer, demo_clock: VirtualClock, has_left: bool
) -> None:
    await sign_in_again(portal)
    await until(lambda: not {"devices", "organisation", "person"} & {*portal.tasks.names})

    def end() -> None:
        visit.end(VisitEnd.ASKED)

    portal.protected.leaves.connect((lambda: QTimer.singleShot(0, end)) if has_left else end)
    demo.tenant.faults.add("latency")
    portal.protected.confirm()
    await passing(demo_clock, lambda: visit.reason, 1)
    if has_left:
        assert visit.state is VisitState.FINISHING
        await passing(demo_clock, lambda: visit.state is VisitState.OVER, 1)
    await until(lambda: visit.state is VisitState.OVER)  # without any time
    assert len(demo.tenant.posts) == has_left
    assert not visit.is_unknown


async def test_a_click_without_the_gate_is_heard_of_too(
    visit: Visit, portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    portal.direct.ask(Action.REMOTE_LOCK, device_called(portal, "Galaxy"))
    demo.tenant.faults.add("latency")
    portal.direct.confirm()
    await until(lambda: portal.direct.is_sending)
    visit.end(VisitEnd.ASKED)
    assert visit.state is VisitState.FINISHING
    await passing(demo_clock, lambda: visit.state is VisitState.OVER, 1)
    assert len(demo.tenant.posts) == 1
    assert not visit.is_unknown


async def test_an_answer_that_never_came_is_told_of(
    visit: Visit, portal: Portal, demo: DemoServer, demo_clock: VirtualClock
) -> None:
    demo.tenant.faults.add("post-reset-after-accept")
    portal.direct.ask(Action.REMOTE_LOCK, device_called(portal, "Galaxy"))
    portal.direct.confirm()
    await until(lambda: portal.direct.is_sending)
    visit.end(VisitEnd.ASKED)
    await passing(demo_clock, lambda: visit.state is VisitState.OVER, 1)
    assert visit.is_unknown
    assert len(demo.tenant.posts) == 1


async def test_somebody_else_at_the_second_sign_in_ends_it(
    visit: Visit, portal: Portal, demo: DemoServer, hands: KioskHands
) -> None:
    hands.browser.username = demo.people[1].username
    begin(portal)
    portal.protected.sign_out()
    await until(lambda: visit.state is VisitState.OVER)
    assert visit.reason is VisitEnd.OTHER_PERSON
    assert demo.tenant.posts == []


@pytest.mark.parametrize("reason", ["lock", "suspend", "userSwitch", "displayOff", "clockJump"])
async def test_a_locked_or_dark_screen_ends_it_at_once(
    visit: Visit, portal: Portal, hands: KioskHands, reason: str
) -> None:
    await wait_for_browser(portal, hands)
    portal.session_events.interrupted.emit(reason)
    assert visit.reason is VisitEnd.INTERRUPTED
    assert visit.state is VisitState.OVER
    assert not hands.is_open


async def test_the_browser_goes_as_soon_as_nobody_waits_for_it(
    visit: Visit, portal: Portal, hands: KioskHands
) -> None:
    await wait_for_browser(portal, hands)
    assert hands.is_open
    hands.close()  # the visitor closed its window
    give_up_sign_in(portal.models)
    await until(lambda: portal.protected.progress.step is Step.ENDED)
    assert visit.state is VisitState.RUNNING
    assert portal.account.state is AccountState.SIGNED_OUT
    portal.account.sign_in()
    await until(lambda: hands.is_open)
    give_up_sign_in(portal.models)
    await until(lambda: portal.account.state is AccountState.SIGNED_OUT)
    assert not hands.is_open
