"""A window that nobody can see, on another desktop or behind a lock, is never painted: the program
works all the same.
"""

from __future__ import annotations

from companyportal.demo.server import DemoServer
from companyportal.life import UNSEEN_S
from companyportal.models.account import AccountState
from tests.models.hands import Hands, emissions
from tests.program import until
from tests.stories.conftest import SitDown
from tests.virtual_clock import VirtualClock


async def test_the_work_begins_a_second_later_and_only_once(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    sitting = await sit_down(demo, hands, clock=demo_clock)
    window, account = sitting.window, sitting.portal.account
    ended = emissions(account.signed_out)
    window.setUpdatesEnabled(False)
    await until(lambda: window.isVisible() and demo_clock.sleepers)
    await demo_clock.advance(UNSEEN_S / 2)
    assert account.state is AccountState.STARTING
    await demo_clock.advance(UNSEEN_S / 2)
    await until(lambda: account.state is AccountState.SIGNED_OUT)
    assert not window.has_painted
    window.setUpdatesEnabled(True)
    await until(lambda: window.has_painted)
    await sitting.sign_in()
    assert len(ended) == 1


async def test_a_window_that_is_seen_is_not_waited_for_any_longer(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> None:
    sitting = await sit_down(demo, hands, clock=demo_clock)
    await sitting.wait_for("Welcome to Company Portal")
    await until(lambda: not sitting.portal.tasks.names)
    assert demo_clock.sleepers == 0
