"""What a person has chosen to keep is kept, also where the first try did not leave."""

from __future__ import annotations

import pytest

from companyportal.demo.server import DemoServer
from companyportal.domain import Action
from companyportal.models.protected_progress import Step
from companyportal.views.router import Place
from tests.faults.proxy import FaultProxy
from tests.models.hands import Hands
from tests.program import until
from tests.proofs import promise, threat
from tests.stories.asking import PC, Asking
from tests.stories.conftest import SitDown
from tests.stories.sitting import Sitting
from tests.virtual_clock import VirtualClock

pytestmark = [promise(4), threat("T27")]

KEPT = {"keepUserData": True, "keepEnrollmentData": False}


@pytest.fixture
def demo(faulty_demo: DemoServer) -> DemoServer:
    """Reached by a cable that can be pulled out."""
    return faulty_demo


@pytest.fixture
async def asking(
    sit_down: SitDown, demo: DemoServer, hands: Hands, demo_clock: VirtualClock
) -> Asking:
    """At the last step of a computer's factory reset."""
    sitting = await sit_down(demo, hands, clock=demo_clock)
    sitting.window.protected_page.confirm.alarm.setInterval(0)
    await sitting.sign_in()
    asking = Asking(sitting, Action.WIPE, PC)
    await to_the_choices(asking)
    return asking


async def to_the_choices(asking: Asking) -> None:
    """From the list, or from anywhere else."""
    await asking.open_page()
    await asking.press()
    await asking.through_the_gate()


async def keep_files(sitting: Sitting) -> None:
    """The first of the switches."""
    switch = sitting.window.protected_page.confirm.choices.keep_files
    await sitting.click_at(switch, switch.rect().center())
    assert switch.isChecked()


async def test_a_second_try_keeps_the_files_as_well(
    asking: Asking, fault_proxy: FaultProxy
) -> None:
    sitting = asking.sitting
    await keep_files(sitting)
    await fault_proxy.down()
    await asking.type_the_name()
    await asking.last_click()
    await asking.answered()
    assert sitting.step is Step.CONFIRM
    asking.was_never_sent()
    await fault_proxy.up()
    await until(lambda: not sitting.portal.tasks.is_running("device"))
    await asking.type_the_name()
    await asking.last_click()
    await until(lambda: sitting.step is Step.FOLLOWING)
    asking.was_sent_once()
    assert asking.played.actions[-1].body == KEPT


async def test_the_next_request_chooses_anew(asking: Asking) -> None:
    sitting = asking.sitting
    await keep_files(sitting)
    sitting.portal.protected.cancel()
    await until(lambda: sitting.step is Step.NONE)
    sitting.window.router.go(Place.DEVICES)
    await to_the_choices(asking)
    assert not sitting.window.protected_page.confirm.choices.keep_files.isChecked()
