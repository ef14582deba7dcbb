"""Without a connection nothing can be asked, and what was asked too late has not left."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.views.menu_row import MenuRow
from companyportal.views.router import Place
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import fault, promise
from tests.stories.asking import ASKED, IPHONE, PC, Asking
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

pytestmark = [fault("R01"), promise(4)]

AWAY = "Not available while you are offline."


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Reached by a cable that can be pulled out."""
    return faulty_demo


@pytest.fixture
async def connected(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> Sitting:
    """Signed in, by a cable that can be pulled out."""
    sitting = await sit_down(demo, hands, clock=demo_clock)
    sitting.window.protected_page.confirm.alarm.setInterval(0)
    await sitting.sign_in()
    return sitting


@pytest.mark.parametrize("device", [IPHONE, PC])
async def test_offline_every_action_says_why_it_rests(
    connected: Sitting, fault_proxy: FaultProxy, device: str
) -> None:
    asking = Asking(connected, Action.SYNC, device)
    await asking.open_page()
    await fault_proxy.down()
    connected.portal.details.refresh()
    await connected.let_pass_until(text=AWAY)
    row = connected.window.pages.device_page.action_row.row
    buttons: list[QAbstractButton] = [row.buttons[action] for action in row.in_row]
    for button in buttons:
        assert button.accessibleDescription()
        await connected.click_at(button, button.rect().center())
    row.more.click()
    rows: list[MenuRow] = [each for each in row.menu.rows.values() if each.isVisible()]
    assert len(rows) + len(buttons) >= 7
    for each in rows:
        assert each.reason
    await connected.click_at(rows[-1], rows[-1].rect().center())
    assert connected.window.router.place is Place.DEVICE
    assert connected.portal.direct.question is None
    assert not connected.portal.tasks.is_running("check-status")
    connected.sees(AWAY)
    asking.was_never_sent()


@pytest.mark.parametrize("action", ASKED, ids=lambda action: action.name.lower())
async def test_a_cable_that_is_pulled_before_the_last_click_holds_the_request_back(
    connected: Sitting, fault_proxy: FaultProxy, action: Action
) -> None:
    asking = Asking(connected, action)
    await asking.to_the_last_click()
    await fault_proxy.down()
    await asking.last_click()
    await asking.answered()
    await connected.wait_for("The service cannot be reached from here")
    connected.sees("Nothing was sent. Check your connection, then try again.")
    assert connected.portal.follow_up.all == ()
    assert connected.portal.notifications.entries == ()
    asking.was_never_sent()
    if action.is_protected:
        assert connected.step is Step.CONFIRM
        assert connected.portal.protected.remaining_s > 0
    await fault_proxy.up()
    await until(lambda: not connected.portal.tasks.is_running("device"))
    asking.was_never_sent()
